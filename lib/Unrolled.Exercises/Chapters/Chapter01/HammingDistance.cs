using MathNet.Numerics.Random;

namespace Unrolled.Exercises;

public static partial class Chapter01
{
    /// <summary>The Hamming distance of two lists of labels.</summary>
    /// <param name="labels">The labels a network gave, one for each step.</param>
    /// <param name="targets">The right labels, as many.</param>
    public delegate double HammingDistanceFunction(int[] labels, int[] targets);

    /// <summary>1.5: the Hamming distance.</summary>
    public static ValueExercise<HammingDistanceFunction> HammingDistance { get; } = new("1.5", "The Hamming distance")
    {
        Matters = "Labels are names: label 4 is no further from label 1 than label 2 is, so only equal or not equal counts.",
        Next = "exercise 1.6 is the loss one trains with instead.",
        Cases = random => [LabelsCase(5, 2, first: 3, random), LabelsCase(8, 3, first: 0, random), LabelsCase(12, 7, first: 4, random)],
        Reference = (labels, targets) => labels.Zip(targets).Count(pair => pair.First != pair.Second),
        Misconceptions =
        [
            new("of values", "You added up differences of the labels. A mismatch counts as one, whatever the labels are.", "1.5",
                (labels, targets) => labels.Zip(targets, (a, b) => Math.Abs(a - b)).Sum()),
            new("as a share", "You divided by the number of places: the Hamming distance is a count, not a share.", "1.5",
                (labels, targets) => labels.Zip(targets).Average(pair => pair.First != pair.Second ? 1.0 : 0)),
            new("matches counted", "You counted the places where the lists agree. The distance counts those where they differ.", "1.5",
                (labels, targets) => labels.Zip(targets).Count(pair => pair.First == pair.Second)),
            new("Euclidean", "You computed a Euclidean distance, from squared differences of the labels.", "1.5",
                (labels, targets) => Math.Sqrt(labels.Zip(targets, (a, b) => (double)(a - b) * (a - b)).Sum())),
            new("last place left out", "Your loop ends one place short: the last label counts too.", "1.5",
                (labels, targets) => labels.Zip(targets).SkipLast(1).Count(pair => pair.First != pair.Second)),
            new("first place left out", "Your loop begins one place late: arrays count from 0, and place 0 counts too.", "1.5",
                (labels, targets) => labels.Zip(targets).Skip(1).Count(pair => pair.First != pair.Second)),
        ],
        Hints =
        [
            "Go through both lists at once. What do you do at a place where they differ?",
            "`labels.Zip(targets)` pairs them up; count the pairs whose two sides are not equal.",
            "`labels.Zip(targets).Count(pair => …)`, with a comparison of `pair.First` and `pair.Second`.",
        ],
    };

    // Labels 0..6. A wrong one is two further on (round the circle), so that no mismatch has a difference of 1. Among the cases the first
    // place and the last are right in one and wrong in another.
    private static TestCase LabelsCase(int T, int wrong, int first, MersenneTwister random)
    {
        int[] targets = [.. Enumerable.Range(0, T).Select(_ => random.Next(7))];
        int[] labels = [.. targets.Select((target, i) => i >= first && i < first + wrong ? (target + 2) % 7 : target)];
        return TestCase.Of(Invariant($"{T} labels"), labels, targets);
    }
}
