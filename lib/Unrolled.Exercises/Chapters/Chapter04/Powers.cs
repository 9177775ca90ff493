using MathNet.Numerics.LinearAlgebra;
using Complex = System.Numerics.Complex;

namespace Unrolled.Exercises;

public static partial class Chapter04
{
    /// <summary>A power of a matrix through its eigenvalues.</summary>
    /// <param name="W">A diagonalisable matrix, n × n.</param>
    /// <param name="k">The exponent, at least 0.</param>
    /// <returns>Wᵏ, n × n.</returns>
    public delegate Matrix<double> PowerFunction(Matrix<double> W, int k);

    /// <summary>4.2: the power of a matrix through its eigendecomposition.</summary>
    public static ValueExercise<PowerFunction> Power { get; } = new("4.2", "A power through the eigenvalues")
    {
        Matters = "In the coordinates of the eigenvectors a power of W is a power of numbers: this is why ρ decides in the end.",
        Next = "exercise 4.3 asks what may be concluded, and what not.",
        Cases = random =>
        [
            TestCase.Of("2 × 2, k = 3", WithKnownEigenvalues(0, 1, random), 3),
            TestCase.Of("3 × 3, k = 5", WithKnownEigenvalues(1, 1, random), 5),
            TestCase.Of("4 × 4, k = 4", WithKnownEigenvalues(2, 1, random), 4),
            TestCase.Of("3 × 3, k = 0", WithKnownEigenvalues(1, 1, random), 0),
        ],
        Reference = (W, k) => Diagonalisation.Of(W).Power(k),
        Misconceptions =
        [
            new("P and its inverse swapped", "You exchanged P and its inverse: P⁻¹ takes a vector into the basis of the eigenvectors, so it acts first and stands on the right.", "4.2",
                (W, k) => Eigen(W, D => D.PInverse * Raised(D.Λ, k) * D.P)),
            new("eigenvalues not raised", "You did not raise the eigenvalues to the power k.", "4.2",
                (W, _) => W),
            new("real parts of the eigenvalues", "You raised the real parts of the eigenvalues only. A rotation lives in the imaginary parts; take the real part of the product, at the very end.", "4.2",
                (W, k) => Eigen(W, D => D.P * Raised(D.Λ.Map(λ => new Complex(λ.Real, 0)), k) * D.PInverse)),
            new("real parts too early", "You took the real part of each factor. The imaginary parts cancel in the product only: take the real part at the very end.", "4.2",
                (W, k) => Eigen(W, D => D.P.Real().ToComplex() * Raised(D.Λ, k).Real().ToComplex() * D.PInverse.Real().ToComplex())),
            new("transpose for the inverse", "You took the transpose of P for its inverse. They are equal only where the eigenvectors are real and orthonormal.", "4.2",
                (W, k) => Eigen(W, D => D.P * Raised(D.Λ, k) * D.P.Transpose())),
            new("P⁻¹ forgotten", "You left out P⁻¹: it takes a vector into the basis of the eigenvectors, where Λᵏ acts; P brings it back.", "4.2",
                (W, k) => Eigen(W, D => D.P * Raised(D.Λ, k))),
            new("moduli raised", "You raised the moduli |λ|. A complex eigenvalue turns as well as it stretches: raise λ itself.", "4.2",
                (W, k) => Eigen(W, D => D.P * Raised(D.Λ.Map(λ => new Complex(λ.Magnitude, 0)), k) * D.PInverse)),
            new("entries raised", "You raised each entry of W by itself. The power of a matrix is a product of matrices.", "4.2",
                (W, k) => W.Map(w => Math.Pow(w, k), Zeros.Include)),
        ],
        Hints =
        [
            "Write W = P Λ P⁻¹ twice beside itself. What cancels?",
            "`var D = Diagonalisation.Of(W);` gives you `D.P`, `D.Λ` and `D.PInverse`, all complex. Only Λ has to be raised.",
            "`D.Λ.Power(k)` raises a diagonal matrix. The imaginary parts cancel in the product: `(…).Real()` leaves them out.",
        ],
    };

    private static Matrix<double> Eigen(Matrix<double> W, Func<Diagonalisation, Matrix<Complex>> product) =>
        product(Diagonalisation.Of(W)).Real();

    private static Matrix<Complex> Raised(Matrix<Complex> Λ, int k) =>
        Matrix<Complex>.Build.DenseOfDiagonalVector(Λ.Diagonal().Map(λ => Complex.Pow(λ, k)));
}
