using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

public static partial class Rnn
{
    /// <summary>
    /// ∂L/∂W_hh in its unrolled form, Σ_t w_t Σ_{k≤t} (∂ℓ_t/∂h_t)(∂h_t/∂h_k)(∂⁺h_k/∂W_hh) with ∂h_t/∂h_k = J_t J_{t-1} ⋯ J_{k+1}
    /// (Pascanu, Mikolov, Bengio 2013, equations 3–5). It equals the recursion of <see cref="Backward"/> and costs T times as much;
    /// in return it says which lag t − k contributes what.
    /// </summary>
    public static UnrolledGradient Unrolled(RnnTrace trace, SequenceLoss L)
    {
        var (p, φ_h, a, h, δz) = (trace.p, trace.φ_h, trace.a, trace.h, Backward(trace, L).δz);
        var contributions = new Vector<double>[trace.T][];
        for (var t = 1; t <= trace.T; t++)
        {
            contributions[t - 1] = new Vector<double>[t];

            // w_t ∂ℓ_t/∂h_t, a row vector: the loss at t alone
            var row = δz[t] * p.W_qh;
            for (var k = t; k >= 1; k--)
            {
                // ∂⁺h_k/∂W_hh: h_k = φ_h(W_hx x_k + W_hh h_{k-1} + b_h) with h_{k-1} held fixed; the tensor collapses to (·) h_{k-1}ᵀ
                contributions[t - 1][k - 1] = row.PointwiseMultiply(φ_h.Derivative(a[k], h[k]));

                // ∂h_t/∂h_{k-1} = ∂h_t/∂h_k J_k
                row *= trace.Jacobian(k);
            }
        }

        return new UnrolledGradient(h, contributions);
    }
}

/// <summary>∂L/∂W_hh as a sum over all pairs k ≤ t: what the loss at t says about the use of W_hh at k.</summary>
public sealed class UnrolledGradient
{
    private readonly Sequence _h;
    private readonly Vector<double>[][] _contributions;

    internal UnrolledGradient(Sequence h, Vector<double>[][] contributions) => (_h, _contributions) = (h, contributions);

    /// <summary>The number of steps.</summary>
    public int T => _contributions.Length;

    /// <summary>The term of the pair (t, k), 1 ≤ k ≤ t ≤ T, an n_h × n_h matrix.</summary>
    public Matrix<double> Contribution(int t, int k) => _contributions[t - 1][k - 1].OuterProduct(_h[k - 1]);

    /// <summary>The sum of all terms whose lag t − k is <paramref name="lag"/>, 0..T − 1.</summary>
    public Matrix<double> AtLag(int lag) =>
        Enumerable.Range(lag + 1, T - lag).Select(t => Contribution(t, t - lag)).Aggregate((sum, term) => sum + term);

    /// <summary>∂L/∂W_hh, the sum over all pairs.</summary>
    public Matrix<double> Sum() => Enumerable.Range(0, T).Select(AtLag).Aggregate((sum, term) => sum + term);

    /// <summary>Frobenius norms of the terms as a T × T matrix: row t − 1, column k − 1, zero above the diagonal.</summary>
    public Matrix<double> Norms() =>
        Matrix<double>.Build.Dense(T, T, (i, j) => j <= i ? Contribution(i + 1, j + 1).FrobeniusNorm() : 0);
}
