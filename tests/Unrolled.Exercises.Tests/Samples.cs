using MathNet.Numerics.LinearAlgebra;

namespace Unrolled.Exercises.Tests;

/// <summary>One small exercise of each kind. They are in no chapter.</summary>
internal static class Samples
{
    public delegate double SumFunction(double[] numbers);

    public static ValueExercise<SumFunction> Sum { get; } = new("90.1", "The sum")
    {
        Matters = "Sums are everywhere.",
        Next = "go on.",
        Cases = random => [TestCase.Of("3 numbers", [Numbers(random, 3)]), TestCase.Of("5 numbers", [Numbers(random, 5)])],
        Reference = numbers => numbers.Sum(),
        Misconceptions =
        [
            new("mean", "You divided by the count.", "90.1", numbers => numbers.Average()),
            new("last left out", "Your loop ends one too early.", "90.2", numbers => numbers.SkipLast(1).Sum()),
            new("fifth number", "You read the fifth of however many numbers there are.", "90.2", numbers => numbers[4]),
        ],
        Hints = ["Add them up.", "Use a loop."],
    };

    public static PropertyExercise<Matrix<double>> Nilpotent { get; } = new("90.2", "A nilpotent matrix")
    {
        Matters = "It forgets everything.",
        Next = "go on.",
        Reference = () => Matrix<double>.Build.DenseOfArray(new double[,] { { 0, 1 }, { 0, 0 } }),
        Conditions =
        [
            new("it is square", "Your matrix is not square, so it has no powers.", "90.1",
                W => W.RowCount == W.ColumnCount, () => Matrix<double>.Build.Dense(2, 3, 1)),
            new("it is not zero", "Your matrix is zero.", "90.1",
                W => W.InfinityNorm() > 0, () => Matrix<double>.Build.Dense(2, 2)),
            new("a power of it is zero", "No power of your matrix is zero.", "90.2",
                W => W.Power(W.RowCount).InfinityNorm() < 1e-12, () => Matrix<double>.Build.DenseIdentity(2)),
        ],
        Hints = ["Think of a shift.", "Put ones above the diagonal."],
    };

    public static WordsExercise InWords { get; } = new("90.3", "In your own words")
    {
        Matters = "Who can say it has understood it.",
        Next = "chapter 91.",
        ModelAnswer = "Because a shift pushes every entry out in the end.",
        Hints = ["Look at the powers.", "Where does the last entry go?"],
    };

    private static double[] Numbers(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => 1 + random.NextDouble())];
}
