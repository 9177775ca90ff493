using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Unrolled.Exercises;

public static partial class Chapter02
{
    /// <summary>The softmax of logits of any size.</summary>
    /// <param name="z">The logits, n_q.</param>
    /// <returns>The probabilities, n_q.</returns>
    public delegate Vector<double> StableSoftmaxFunction(Vector<double> z);

    /// <summary>2.3: a softmax that does not overflow.</summary>
    public static ValueExercise<StableSoftmaxFunction> StableSoftmax { get; } = new("2.3", "A softmax that does not overflow")
    {
        Matters = "Logits grow during training. An unshifted softmax works for a while, then one NaN spreads to every weight.",
        Next = "exercise 2.4 is about a derivative.",
        Cases = random =>
        [
            LogitCase("near 0", 3, 0, 0, random), LogitCase("near 1000", 4, 1000, 0, random),
            LogitCase("near -1000", 3, -1000, 0, random), LogitCase("far apart", 3, 0, 3000, random),
        ],
        Reference = z => Shares((z - z.Maximum()).PointwiseExp()),
        Misconceptions =
        [
            new("unshifted", "Your exponentials overflow or vanish for logits of large size, and the quotient is not a number.", "2.4",
                z => Shares(z.PointwiseExp())),
            new("divided by the maximum", "You divided by the largest logit. Subtract it: a difference cancels in the quotient, a factor does not.", "2.4",
                z => Shares((z / z.Maximum()).PointwiseExp())),
            new("not normalised", "Your entries do not sum to one: the division by the sum of all exponentials is missing.", "2.4",
                z => (z - z.Maximum()).PointwiseExp()),
            new("sigmoid", "You applied the sigmoid to each entry. Softmax shares one whole among all entries.", "2.4",
                z => z.Map(z_j => 1 / (1 + Math.Exp(-z_j)))),
            new("shifted by another logit", "You subtracted a number below the largest logit, such as the smallest or the mean, so the largest exponential can still overflow.", "2.4",
                z => Shares((z - z.Minimum()).PointwiseExp())),
        ],
        Hints =
        [
            "Which number can you subtract from every logit without changing the result? And which one makes the largest exponent zero?",
            "Compute `var e = (z - z.Maximum()).PointwiseExp();` first.",
            "Then divide `e` by the sum of its entries.",
        ],
    };

    private static Vector<double> Shares(Vector<double> e) => e / e.Sum();

    private static TestCase LogitCase(string label, int n_q, double level, double apart, MersenneTwister random)
    {
        var z = level + 2 * Draw(n_q, random);
        z[0] -= apart;
        return TestCase.Of(Invariant($"logits {label}, n_q = {n_q}"), z);
    }
}
