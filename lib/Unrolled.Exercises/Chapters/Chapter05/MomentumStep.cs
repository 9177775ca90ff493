using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Unrolled.Exercises;

public static partial class Chapter05
{
    /// <summary>One update with momentum.</summary>
    /// <param name="θ">The parameters.</param>
    /// <param name="v">The running sum of gradients before this update.</param>
    /// <param name="g">The gradient.</param>
    /// <param name="λ">The learning rate.</param>
    /// <param name="μ">How much of v is kept.</param>
    /// <returns>θ and v after the update.</returns>
    public delegate (Vector<double> θ, Vector<double> v) MomentumStepFunction(
        Vector<double> θ, Vector<double> v, Vector<double> g, double λ, double μ);

    /// <summary>5.7: one step with momentum.</summary>
    public static ValueExercise<MomentumStepFunction> MomentumStep { get; } = new("5.7", "A step with momentum")
    {
        Matters = "Gradients that agree add up, gradients that alternate cancel: in a long valley that is what you want.",
        Next = "exercise 5.8 lets you tame a run that explodes.",
        Cases = random => [MomentumCase(3, 0.1, 0.8, random), MomentumCase(5, 0.3, 0.5, random)],
        Reference = (θ, v, g, λ, μ) => (θ - λ * (μ * v + g), μ * v + g),
        Misconceptions =
        [
            new("gradient not accumulated", "Your v is the gradient alone: what was kept from before is missing.", "5.10",
                (θ, v, g, λ, μ) => (θ - λ * g, g)),
            new("uphill", "You added the step. Gradient descent subtracts it.", "5.10", (θ, v, g, λ, μ) => (θ + λ * (μ * v + g), μ * v + g)),
            new("step with the old v", "You moved θ by the v from before this update. First renew v, then use it.", "5.10",
                (θ, v, g, λ, μ) => (θ - λ * v, μ * v + g)),
            new("step with the gradient", "You renewed v and then moved θ by the gradient alone. The step is λ v.", "5.10",
                (θ, v, g, λ, μ) => (θ - λ * g, μ * v + g)),
            new("Keras' momentum", "That is Keras' form: its v holds steps, v ← μ v − λ g, and is added to θ. The course's v holds gradients, v ← μ v + g, and λ comes in when θ moves.", "5.10",
                (θ, v, g, λ, μ) => (θ + (μ * v - λ * g), μ * v - λ * g)),
            new("running mean", "You weighted the gradient by 1 − μ, as Adam does. Momentum here keeps a sum: v ← μ v + g.", "5.10",
                (θ, v, g, λ, μ) => (θ - λ * (μ * v + (1 - μ) * g), μ * v + (1 - μ) * g)),
        ],
        Hints =
        [
            "Two lines, in this order: first v, then θ with the new v.",
            "μ multiplies what was there before; the new gradient comes in whole.",
            "`var v_new = μ * v + g;` and `θ - λ * v_new`.",
        ],
    };

    // v is not along g, so that no two wrong steps coincide.
    private static TestCase MomentumCase(int n, double λ, double μ, MersenneTwister random) => TestCase.Of(
        Invariant($"{n} parameters, λ = {λ}, μ = {μ}"), DrawPrices(n, random), 2 * DrawPrices(n, random), -DrawPrices(n, random), λ, μ);
}
