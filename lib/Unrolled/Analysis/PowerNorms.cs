using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>
/// ‖Wᵏ‖ for k = 0..K: what a linear network does to a gradient over k steps. A non-normal W with ρ &lt; 1 &lt; ‖W‖ grows first and
/// vanishes afterwards; the peak is its transient.
/// </summary>
/// <param name="Norms">‖W⁰‖ = 1, ‖W‖, …, ‖Wᴷ‖ (spectral norms); +∞ where the power overflows.</param>
public sealed record PowerNorms(Vector<double> Norms)
{
    /// <summary>The norms of the powers of W up to K ≥ 0.</summary>
    /// <exception cref="ArgumentException">W is not square, or not finite.</exception>
    public static PowerNorms Of(Matrix<double> W, int K)
    {
        Check.Square(nameof(W), W);
        ArgumentOutOfRangeException.ThrowIfNegative(K);
        return new(new JacobianChain(Enumerable.Repeat(W, K), n: W.RowCount).NormsByLag());
    }

    /// <summary>max_k ‖Wᵏ‖ over k = 0..K.</summary>
    public double Max => Norms.Maximum();

    /// <summary>The k at which <see cref="Max"/> is reached first.</summary>
    public int PeakAt => Norms.MaximumIndex();

    /// <summary>‖Wᵏ‖^{1/k} for k ≥ 1, the growth per step. It tends to ρ (Gelfand 1941), from above, and may take long.</summary>
    public double Gelfand(int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        return Math.Pow(Norms[k], 1.0 / k);
    }
}
