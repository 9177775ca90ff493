using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Unrolled.Exercises;

public static partial class Chapter02
{
    /// <summary>The derivative of tanh, entry by entry.</summary>
    /// <param name="a">The pre-activation, n_h.</param>
    /// <param name="h">The state h = tanh(a), n_h.</param>
    /// <returns>tanh′(a), n_h.</returns>
    public delegate Vector<double> TanhDerivativeFunction(Vector<double> a, Vector<double> h);

    /// <summary>2.4: tanh′, given a and h.</summary>
    public static ValueExercise<TanhDerivativeFunction> TanhDerivative { get; } = new("2.4", "The derivative of tanh")
    {
        Matters = "Every gradient that passes back through a hidden layer is multiplied by these numbers, entry by entry.",
        Next = "exercise 2.5 sums up the losses of a sequence.",
        Cases = random => [SlopeCase(1, random), SlopeCase(4, random)],
        Reference = (a, h) => 1 - h.PointwiseMultiply(h),
        Misconceptions =
        [
            new("1 − a²", "You squared the pre-activation a. The derivative is written with the value h = tanh(a).", "2.3",
                (a, h) => 1 - a.PointwiseMultiply(a)),
            new("tanh taken twice", "You took tanh of h. Since h already is tanh(a), square h itself.", "2.3",
                (a, h) => 1 - h.PointwiseTanh().PointwisePower(2)),
            new("not squared", "You did not square h.", "2.3", (a, h) => 1 - h),
            new("derivative of the sigmoid", "h (1 − h) is the derivative of the sigmoid.", "2.3", (a, h) => h.PointwiseMultiply(1 - h)),
        ],
        Hints =
        [
            "The forward pass has already computed tanh. Which of the two arguments do you need?",
            "Look at the table of section 2.3. The derivative is largest where `h` is zero.",
            "One minus the square of `h`, entry by entry. `h.PointwiseMultiply(h)` squares.",
        ],
    };

    // Of both signs, and far enough from zero that the derivative is far from one.
    private static TestCase SlopeCase(int n_h, MersenneTwister random)
    {
        var a = 2 * Draw(n_h, random).MapIndexed((i, entry) => i % 2 == 0 ? entry : -entry);
        return TestCase.Of(Invariant($"n_h = {n_h}"), a, a.PointwiseTanh());
    }
}
