using MathNet.Numerics.Random;

namespace Unrolled.Exercises;

public static partial class Chapter02
{
    /// <summary>The number of updates in one epoch.</summary>
    /// <param name="N">The number of examples.</param>
    /// <param name="U">The number of examples in a mini-batch, 1 ≤ U ≤ N; the last mini-batch may be smaller.</param>
    /// <returns>For batch, mini-batch and stochastic gradient descent.</returns>
    public delegate (int batch, int miniBatch, int stochastic) UpdatesPerEpochFunction(int N, int U);

    /// <summary>2.8: updates per epoch of three descents.</summary>
    public static ValueExercise<UpdatesPerEpochFunction> UpdatesPerEpoch { get; } = new("2.8", "Updates per epoch")
    {
        Matters = "Runs of equal epochs differ in their number of updates; compare them only when you know both.",
        Next = "exercise 2.9 asks for an explanation in words.",
        Cases = random => [BatchCase(1, random), BatchCase(-1, random), BatchCase(0, random), TestCase.Of("N = 21, U = 3", 21, 3), TestCase.Of("N = 24, U = 4", 24, 4)],
        Reference = (N, U) => (1, (N + U - 1) / U, N),
        Misconceptions =
        [
            new("rounded down", "You rounded down, so the examples of the last, smaller mini-batch are never used.", "2.9", (N, U) => (1, N / U, N)),
            new("rounded to the nearest", "You rounded to the nearest number. A mini-batch that is not full is an update too.", "2.9",
                (N, U) => (1, (int)Math.Round((double)N / U), N)),
            new("half added, then rounded", "`Math.Round` goes to the even neighbour where it lies half way, so N/U + 0.5 becomes one too many for N/U = 7. `Math.Ceiling` rounds up.", "2.9",
                (N, U) => (1, (int)Math.Round((double)N / U + 0.5), N)),
            new("always one more", "You added one also where U divides N: then no smaller mini-batch is left over.", "2.9", (N, U) => (1, N / U + 1, N)),
            new("batch and stochastic swapped", "Batch gradient descent uses all examples in one update, stochastic gradient descent one example in each.", "2.9",
                (N, U) => (N, (N + U - 1) / U, 1)),
            new("sizes for updates", "You gave the number of examples in an update. The question is how many updates there are.", "2.9",
                (N, U) => (N, U, 1)),
        ],
        Hints =
        [
            "Every example is used once in an epoch. How many groups do you make of them?",
            "Count the groups of `N = 7` examples with `U = 3` on your fingers. Then think of what integer division in C# does.",
            "`N / U` rounds down. `(N + U - 1) / U` rounds up.",
        ],
    };

    // One example left over, one missing, none left over.
    private static TestCase BatchCase(int left, MersenneTwister random)
    {
        var U = 5 + (int)(10 * random.NextDouble());
        var N = U * (3 + (int)(20 * random.NextDouble())) + left;
        return TestCase.Of(Invariant($"N = {N}, U = {U}"), N, U);
    }
}
