using MathNet.Numerics.LinearAlgebra;

namespace Unrolled.Exercises;

public static partial class Chapter04
{
    // Larger ones say nothing more, and take long to try.
    private const int LargestSize = 20;

    /// <summary>4.8: a matrix whose powers grow first and vanish later.</summary>
    public static PropertyExercise<Matrix<double>> Transient { get; } = new("4.8", "Grow first, vanish later")
    {
        Matters = "Whoever measures such a network over a few steps sees an explosion, over many a vanishing gradient.",
        Next = "exercise 4.9 measures the growth where the factors change.",
        Reference = () => Matrix<double>.Build.DenseOfArray(new[,] { { 0.9, 5 }, { 0, 0.8 } }),
        Conditions =
        [
            new("it is a square matrix of at most 20 rows", "W must be square, so that it has powers, and no larger than 20 × 20.", "4.2",
                W => W.RowCount == W.ColumnCount && W.RowCount <= LargestSize,
                () => Matrix<double>.Build.Dense(2, 3, 0.4)),
            new("its powers vanish in the end", "The spectral radius of your W is not below 1, so its powers don't vanish.", "4.2",
                W => Spectrum.Of(W).ρ < 1,
                () => Matrix<double>.Build.DenseOfArray(new[,] { { 1.1, 5 }, { 0, 0.8 } })),
            new("a power has a norm above 1", "All powers of your W have a norm of 1 or less: nothing grows on the way. A normal matrix can't do it.", "4.4",
                W => PowerNorms.Of(W, 100).Max > 1 + 1e-9,
                () => Matrix<double>.Build.DenseOfArray(new[,] { { 0.9, 0 }, { 0, 0.8 } })),
        ],
        Hints =
        [
            "A normal matrix has ρ = ‖W‖, so it can't do it. Look for one whose eigenvectors are far from orthogonal.",
            "The eigenvalues of a triangular matrix stand on its diagonal, whatever stands above it.",
            "Two numbers below 1 on the diagonal, and a large one in the upper right corner.",
        ],
    };
}
