using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Unrolled.Exercises;

/// <summary>The exercises of chapter 04, eigenvalue analysis.</summary>
public static partial class Chapter04
{
    /// <summary>The spectral radius of a square matrix.</summary>
    /// <param name="W">The matrix, n × n; its eigenvalues may be complex.</param>
    /// <returns>ρ.</returns>
    public delegate double SpectralRadiusFunction(Matrix<double> W);

    /// <summary>4.1: the spectral radius.</summary>
    public static ValueExercise<SpectralRadiusFunction> SpectralRadius { get; } = new("4.1", "The spectral radius")
    {
        Matters = "Powers of W grow or shrink like powers of ρ in the end, so for a linear network this one number decides.",
        Next = "exercise 4.2 takes the powers themselves.",
        Cases = random =>
        [
            Square(0, 1, random), Square(1, 1, random), Square(3, 1, random), Square(1, 2, random),
        ],
        Reference = W => W.Evd().EigenValues.Max(λ => λ.Magnitude),
        Misconceptions =
        [
            new("largest real part", "You took the largest real part. A complex eigenvalue counts with its modulus.", "4.2",
                W => W.Evd().EigenValues.Max(λ => λ.Real)),
            new("real parts only", "You left the imaginary parts out of the modulus.", "4.2",
                W => W.Evd().EigenValues.Max(λ => Math.Abs(λ.Real))),
            new("the norm", "You returned the norm, the largest singular value. It equals ρ only for some matrices.", "4.3",
                SingularValues.Norm),
            new("root forgotten", "You returned the square of the modulus: the root of re² + im² is missing.", "4.2",
                W => W.Evd().EigenValues.Max(λ => λ.Real * λ.Real + λ.Imaginary * λ.Imaginary)),
            new("trace", "You returned the trace, the sum of the eigenvalues. Asked is the largest modulus among them.", "4.2", W => W.Trace()),
            new("determinant", "You returned |det W|, the product of the moduli. Asked is the largest of them.", "4.2", W => Math.Abs(W.Determinant())),
            new("Frobenius norm", "You returned the Frobenius norm, the root of the sum of all squared entries. It is never below ρ, and equals it only for some matrices.", "4.3",
                W => W.FrobeniusNorm()),
            new("smallest modulus", "You returned the smallest modulus. The largest one rules the powers.", "4.2",
                W => W.Evd().EigenValues.Min(λ => λ.Magnitude)),
        ],
        Hints =
        [
            "The spectral radius is a maximum over all eigenvalues. What makes a complex number large?",
            "`W.Evd().EigenValues` holds the eigenvalues; each has a `Magnitude`.",
        ],
    };

    // A matrix with known eigenvalues that is not normal: a rotated and stretched plane for each pair, far to the left in the complex
    // plane, and small real eigenvalues, in a basis that is not orthogonal.
    private static TestCase Square(int real, int pairs, MersenneTwister random) =>
        TestCase.Of(Invariant($"{real + 2 * pairs} × {real + 2 * pairs}"), WithKnownEigenvalues(real, pairs, random));

    private static Matrix<double> WithKnownEigenvalues(int real, int pairs, MersenneTwister random)
    {
        var n = real + 2 * pairs;
        var blocks = Matrix<double>.Build.Dense(n, n);
        for (var j = 0; j < pairs; j++)
        {
            var (re, im) = (-(0.5 + 0.4 * random.NextDouble()), 0.7 + 0.4 * random.NextDouble());
            blocks.SetSubMatrix(2 * j, 2 * j, Matrix<double>.Build.DenseOfArray(new[,] { { re, -im }, { im, re } }));
        }

        for (var i = 2 * pairs; i < n; i++)
            blocks[i, i] = 0.1 + 0.2 * (i - 2 * pairs) + 0.1 * random.NextDouble();
        var P = Initialise.Orthogonal(n, n, random) + 0.5 * Matrix<double>.Build.Dense(n, n, (i, j) => i < j ? 1 : 0);
        return P * blocks * P.Inverse();
    }
}
