using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;
using Complex = System.Numerics.Complex;

namespace Unrolled;

/// <summary>
/// W = P Λ P⁻¹: in the basis of its eigenvectors W only stretches, so Wᵏ = P Λᵏ P⁻¹. Complex, since a rotation has no real eigenvectors.
/// </summary>
/// <param name="P">The eigenvectors as columns of length 1, n × n.</param>
/// <param name="Λ">The eigenvalues on the diagonal, in the order of the columns of P, n × n.</param>
/// <param name="PInverse">P⁻¹, n × n.</param>
public sealed record Diagonalisation(Matrix<Complex> P, Matrix<Complex> Λ, Matrix<Complex> PInverse)
{
    // Rounding splits the double eigenvalue of a defective matrix by about √ε and leaves cond(P) near 1/√ε = 7e7; higher
    // multiplicities leave more. Above this limit the two cannot be told apart, and half of all digits would be lost anyway.
    private const double LargestCondition = 1e7;

    /// <summary>The diagonalisation of W.</summary>
    /// <exception cref="ArgumentException">W is not square, not finite, or defective: with fewer than n independent eigenvectors.</exception>
    public static Diagonalisation Of(Matrix<double> W)
    {
        Check.Square(nameof(W), W);
        var evd = W.Evd();
        var P = Eigenvectors(evd);
        var σ = P.Svd(computeVectors: false).S;
        var condition = σ[0].Magnitude / σ[^1].Magnitude;
        if (!(condition <= LargestCondition))
            throw new ArgumentException(Invariant(
                $"W must have n = {W.RowCount} independent eigenvectors for P Λ P⁻¹, got a defective matrix (the condition number of P is {condition:g2}; the limit is {LargestCondition:g2}). Use W.Power(k), which multiplies k times."), nameof(W));
        return new(P, Diagonal(evd.EigenValues), P.Inverse());
    }

    /// <summary>Wᵏ = P Λᵏ P⁻¹ for k ≥ 0. W is real, so the imaginary parts cancel up to rounding and are left out.</summary>
    public Matrix<double> Power(int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        var Λ_k = Diagonal(Λ.Diagonal().Map(λ => Complex.Pow(λ, k)));
        return (P * Λ_k * PInverse).Real();
    }

    // MathNet's Evd of a real matrix packs a conjugate pair v ± iu into two real columns v, u. Its Evd of a complex matrix would
    // hand over complex columns, but does not end on some defective matrices.
    private static Matrix<Complex> Eigenvectors(Evd<double> evd)
    {
        var (V, λ) = (evd.EigenVectors, evd.EigenValues);
        return Matrix<Complex>.Build.DenseOfColumnVectors(Enumerable.Range(0, λ.Count).Select(j => λ[j].Imaginary switch
        {
            > 0 => Column(j, +1, j + 1),
            < 0 => Column(j - 1, -1, j),
            _ => V.Column(j).ToComplex(),
        })).NormalizeColumns(2);

        Vector<Complex> Column(int v, double sign, int u) =>
            V.Column(v).ToComplex() + new Complex(0, sign) * V.Column(u).ToComplex();
    }

    private static Matrix<Complex> Diagonal(Vector<Complex> λ) => Matrix<Complex>.Build.DiagonalOfDiagonalVector(λ);
}
