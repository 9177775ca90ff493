using MathNet.Numerics.LinearAlgebra;
using Complex = System.Numerics.Complex;

namespace Unrolled;

/// <summary>
/// The numbers chapter 04 reads off a square matrix W. The spectral radius ρ says what Wᵏ does in the end, the norm σ_1 what one step
/// can do at most: ρ ≤ σ_1, with equality guaranteed for normal matrices (W Wᵀ = Wᵀ W) only.
/// </summary>
/// <param name="λ">The n eigenvalues, largest modulus first.</param>
/// <param name="σ">The n singular values, largest first.</param>
public sealed record Spectrum(Vector<Complex> λ, Vector<double> σ)
{
    /// <summary>The spectrum of W.</summary>
    /// <exception cref="ArgumentException">W is not square, or not finite.</exception>
    public static Spectrum Of(Matrix<double> W)
    {
        Check.Square(nameof(W), W);
        var λ = W.Evd().EigenValues.OrderByDescending(λ => λ.Magnitude).ThenByDescending(λ => λ.Imaginary);
        return new(Vector<Complex>.Build.DenseOfEnumerable(λ), SingularValues.Of(W));
    }

    /// <summary>The spectral radius ρ = max |λ|.</summary>
    public double ρ => λ[0].Magnitude;

    /// <summary>The spectral norm ‖W‖ = σ_1, the most that W can stretch a vector.</summary>
    public double Norm => σ[0];

    /// <summary>
    /// The departure from normality √(Σσ² − Σ|λ|²) (Henrici 1962): 0 for a normal matrix, else how much of W no eigenvalue shows.
    /// Rounding leaves about 1e-8 ‖W‖ of a 0.
    /// </summary>
    public double NonNormality => Math.Sqrt(Math.Max(0, σ.DotProduct(σ) - λ.Sum(λ => λ.Magnitude * λ.Magnitude)));
}
