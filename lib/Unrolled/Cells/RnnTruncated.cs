using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

public static partial class Rnn
{
    /// <summary>
    /// Truncated BPTT (Williams and Peng 1990): x is cut into chunks of K steps. The state is carried from chunk to chunk, the gradient
    /// is not, so what lies more than K steps back is never blamed. Only one chunk is kept in memory. K ≥ T is full BPTT.
    /// </summary>
    /// <param name="p">The parameters.</param>
    /// <param name="x">Inputs x_1..x_T.</param>
    /// <param name="L">The loss of the whole sequence.</param>
    /// <param name="K">The chunk length, at least 1; the last chunk may be shorter.</param>
    /// <param name="φ_h">Hidden activation; tanh if not given.</param>
    /// <param name="φ_o">Output activation; linear if not given.</param>
    /// <param name="h_0">Initial state, n_h; zero if not given.</param>
    /// <returns>The truncated ∂L/∂θ, and the last state h_T to carry on with.</returns>
    public static (RnnParameters dL_dθ, Vector<double> h_T) BackwardTruncated(
        RnnParameters p, Sequence x, SequenceLoss L, int K,
        Activation? φ_h = null, OutputActivation? φ_o = null, Vector<double>? h_0 = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(K, 1);
        Check.Inputs(nameof(x), x, "n_x", p.n_x);
        L.CheckSteps(x.T);

        var dL_dθ = p.Map(_ => 0);
        var h = h_0 ?? Vector<double>.Build.Dense(p.n_h);
        for (var t = 1; t <= x.T; t += K)
        {
            var end = Math.Min(t + K - 1, x.T);
            var chunk = Forward(p, x.Slice(t, end), φ_h, φ_o, h_0: h);
            dL_dθ = dL_dθ.Zip(Backward(chunk, L.Slice(t, end)).dL_dθ, (sum, term) => sum + term);
            h = chunk.h[chunk.T];
        }

        return (dL_dθ, h);
    }
}
