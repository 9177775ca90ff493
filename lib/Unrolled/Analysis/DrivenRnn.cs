using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>
/// Trajectories of h_t = φ_h(x_t + W_hh h_{t-1}), where every unit has an input of its own (W_hx = I). W_hh alone does not say which
/// Jacobians diag(φ′(a_t)) W_hh occur; the inputs choose them.
/// </summary>
public static class DrivenRnn
{
    /// <summary>A trajectory under noise: x_t holds n_h independent Gaussian numbers of standard deviation s.</summary>
    /// <param name="W_hh">Hidden to hidden, n_h × n_h.</param>
    /// <param name="s">The standard deviation; 0 leaves the network to itself.</param>
    /// <param name="T">The number of steps.</param>
    /// <param name="rng">Where the noise comes from.</param>
    /// <param name="φ_h">Hidden activation; tanh if not given.</param>
    /// <param name="h_0">Initial state, n_h; zero if not given.</param>
    /// <exception cref="ArgumentException">W_hh is not square, or a size does not fit.</exception>
    public static RnnTrace ByNoise(
        Matrix<double> W_hh, double s, int T, Random rng, Activation? φ_h = null, Vector<double>? h_0 = null)
    {
        var p = Network(W_hh);
        Sequence x = new(Enumerable.Range(1, T).Select(_ => Vector<double>.Build.Dense(p.n_h, _ => Normal.Sample(rng, 0, s))));
        return Rnn.Forward(p, x, φ_h, h_0: h_0);
    }

    /// <summary>
    /// The tanh trajectory from h_0 = 0 with φ′(a_t) as given: a_t = artanh √(1 − φ′), x_t = a_t − W_hh h_{t-1}.
    /// </summary>
    /// <param name="W_hh">Hidden to hidden, n_h × n_h.</param>
    /// <param name="slopes">The wanted φ′(a_1)..φ′(a_T), each n_h, in (0, 1].</param>
    /// <exception cref="ArgumentException">W_hh is not square, a size does not fit, or a slope is not in (0, 1].</exception>
    public static RnnTrace BySlopes(Matrix<double> W_hh, Sequence slopes)
    {
        var p = Network(W_hh);
        var h_tm1 = Vector<double>.Build.Dense(p.n_h);
        var x = new List<Vector<double>>();
        for (var t = slopes.First; t <= slopes.T; t++)
        {
            Check.Size(Invariant($"φ′(a_{t})"), slopes[t], "n_h", p.n_h);
            foreach (var (i, slope) in slopes[t].EnumerateIndexed())
                if (slope is not (> 0 and <= 1))
                    throw new ArgumentException(Invariant($"φ′(a_{t}) must be in (0, 1], the slopes of tanh, got {slope} at entry {i}."), nameof(slopes));

            // φ′(a) = 1 − h² with h = tanh(a) ≥ 0
            var h_t = slopes[t].Map(slope => Math.Sqrt(1 - slope), Zeros.Include);
            x.Add(h_t.Map(Math.Atanh) - W_hh * h_tm1);
            h_tm1 = h_t;
        }

        return Rnn.Forward(p, new Sequence(x));
    }

    // An output is not looked at.
    private static RnnParameters Network(Matrix<double> W_hh)
    {
        Check.Square(nameof(W_hh), W_hh);
        var n = W_hh.RowCount;
        var (I, O) = (Matrix<double>.Build.DiagonalIdentity(n), Matrix<double>.Build.Dense(1, n));
        return new(W_hx: I, W_hh, b_h: Vector<double>.Build.Dense(n), W_qh: O, b_q: Vector<double>.Build.Dense(1));
    }
}
