using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Unrolled.Exercises;

public static partial class Chapter01
{
    /// <summary>L = (1/T) Σ_t Σ_j (o_tj − y_tj)²: a mean over the steps, a sum over the outputs of a step.</summary>
    /// <param name="o">The outputs o_1..o_T, each n_q.</param>
    /// <param name="y">The targets y_1..y_T, each n_q.</param>
    public delegate double SequenceLossFunction(Sequence o, Sequence y);

    /// <summary>1.4: the squared error of a sequence, as a mean over its steps.</summary>
    public static ValueExercise<SequenceLossFunction> MeanSquaredLoss { get; } = new("1.4", "The mean squared loss of a sequence")
    {
        Matters = "With a mean, sequences of different lengths weigh the same, and 1/T stands in every gradient of chapter 03.",
        Next = "exercise 1.5 counts wrong labels.",
        Cases = random => [LossCase(4, 2, random), LossCase(6, 1, random), LossCase(3, 3, random)],
        Reference = (o, y) => o.Zip(y, (o_t, y_t) => (o_t - y_t).PointwisePower(2).Sum()).Average(),
        Misconceptions =
        [
            new("sum", "You added the losses of the steps and did not divide by T.", "1.5",
                (o, y) => o.Zip(y, SquaredError).Sum()),
            new("root taken", "You took a square root: that is a distance. The squared error has none.", "1.5",
                (o, y) => Math.Sqrt(o.Zip(y, SquaredError).Average())),
            new("mean over outputs", "You divided by the number of outputs as well: the loss of one step is a sum over its outputs.", "1.5",
                (o, y) => o.Zip(y, SquaredError).Average() / o[1].Count),
            new("halved", "You put a factor ½ before the squares, as some texts do. The course has none.", "1.5",
                (o, y) => o.Zip(y, SquaredError).Average() / 2),
            new("last step left out", "Your sum ends one step short: the steps run from 1 to T, and T counts too.", "1.5",
                (o, y) => o.Zip(y, SquaredError).SkipLast(1).Sum() / o.T),
            new("last step only", "You compared the last step only: here every step has a target.", "1.5",
                (o, y) => SquaredError(o[o.T], y[y.T])),
        ],
        Hints =
        [
            "First write the loss of one step: the squares of o_t − y_t, added up.",
            "Then go through t = 1..T, add, and divide by `o.T`. Steps are `o[1]` to `o[o.T]`.",
            "`loss += (o[t] - y[t]).PointwisePower(2).Sum();` in a loop over t, then `loss / o.T`.",
        ],
    };

    private static double SquaredError(Vector<double> o_t, Vector<double> y_t) => (o_t - y_t).PointwisePower(2).Sum();

    private static TestCase LossCase(int T, int n_q, MersenneTwister random)
    {
        Sequence Steps() => new(Enumerable.Range(1, T).Select(_ => Draw(n_q, random)));
        return TestCase.Of(Invariant($"T = {T}, n_q = {n_q}"), Steps(), Steps());
    }
}
