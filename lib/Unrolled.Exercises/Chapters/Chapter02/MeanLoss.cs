using MathNet.Numerics.Random;

namespace Unrolled.Exercises;

public static partial class Chapter02
{
    /// <summary>The loss of a sequence.</summary>
    /// <param name="o">The outputs o_1..o_T, each n_q.</param>
    /// <param name="y">The targets y_1..y_T, each n_q.</param>
    /// <returns>L = (1/T) Σ_t Σ_j (o_tj − y_tj)².</returns>
    public delegate double MeanLossFunction(Sequence o, Sequence y);

    /// <summary>2.5: the mean squared error over the steps.</summary>
    public static ValueExercise<MeanLossFunction> MeanLoss { get; } = new("2.5", "The loss of a sequence")
    {
        Matters = "The factor 1/T in L comes back in every gradient of chapter 03, once and only once.",
        Next = "exercise 2.6 puts one layer on top of another.",
        Cases = random => [LossCase(4, 2, random), LossCase(3, 3, random), LossCase(5, 1, random)],
        Reference = (o, y) => StepLosses(o, y).Sum() / o.T,
        Misconceptions =
        [
            new("no 1/T", "You summed over the steps. For the mean, divide by their number T.", "2.5", (o, y) => StepLosses(o, y).Sum()),
            new("last step only", "You took the loss of the last step only. Here every step counts.", "2.5", (o, y) => StepLosses(o, y).Last()),
            new("last step left out", "Your sum ends one step short: the steps run from 1 to T, and T counts too.", "2.5",
                (o, y) => StepLosses(o, y).SkipLast(1).Sum() / o.T),
            new("mean over the outputs too", "You also divided by the number of outputs. The course sums over the outputs of a step.", "2.5",
                (o, y) => StepLosses(o, y).Sum() / o.T / o[1].Count),
            new("with a factor ½", "You put a factor ½ in front. The course's squared error has none.", "2.5",
                (o, y) => StepLosses(o, y).Sum() / o.T / 2),
            new("root taken", "You took the root. The squared error stays squared.", "2.5", (o, y) => Math.Sqrt(StepLosses(o, y).Sum() / o.T)),
        ],
        Hints =
        [
            "Two sums: one over the outputs of a step, one over the steps. Only one of them becomes a mean.",
            "The loss of one step is `(o[t] - y[t]).PointwisePower(2).Sum()`.",
            "Add it up for `t` from 1 to `o.T`, and divide the total by `o.T`.",
        ],
    };

    private static IEnumerable<double> StepLosses(Sequence o, Sequence y) => o.Zip(y, (o_t, y_t) => (o_t - y_t).PointwisePower(2).Sum());

    private static TestCase LossCase(int T, int n_q, MersenneTwister random) =>
        TestCase.Of(Invariant($"T = {T}, n_q = {n_q}"), DrawSequence(T, n_q, random), new Sequence(DrawSequence(T, n_q, random).Select(y_t => -y_t)));
}
