using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Unrolled.Exercises;

/// <summary>The exercises of chapter 02, the forward pass.</summary>
public static partial class Chapter02
{
    /// <summary>One step of the network: from x_t and h_{t-1} to h_t, with tanh.</summary>
    /// <param name="p">The parameters.</param>
    /// <param name="x_t">The input, n_x.</param>
    /// <param name="h_tm1">The state before, n_h.</param>
    /// <returns>The state after, n_h.</returns>
    public delegate Vector<double> OneStepFunction(RnnParameters p, Vector<double> x_t, Vector<double> h_tm1);

    /// <summary>2.1: one step, given a bias and a state.</summary>
    public static ValueExercise<OneStepFunction> OneStep { get; } = new("2.1", "One step of the network")
    {
        Matters = "Every forward pass of the course is this step, repeated T times with the same parameters.",
        Next = "exercise 2.2 puts the step into a loop.",
        Cases = random => [StepCase(3, 2, random), StepCase(2, 4, random), StepCase(3, 3, random)],
        Reference = (p, x_t, h_tm1) => (p.W_hx * x_t + p.W_hh * h_tm1 + p.b_h).PointwiseTanh(),
        Misconceptions =
        [
            new("no bias", "You left b_h out of a_t.", "2.1",
                (p, x_t, h_tm1) => (p.W_hx * x_t + p.W_hh * h_tm1).PointwiseTanh()),
            new("state ignored", "Your a_t does not depend on h_{t-1}: the term W_hh h_{t-1} is missing.", "2.1",
                (p, x_t, h_tm1) => (p.W_hx * x_t + p.b_h).PointwiseTanh()),
            new("no φ", "You returned a_t. The state is h_t = tanh(a_t).", "2.1",
                (p, x_t, h_tm1) => p.W_hx * x_t + p.W_hh * h_tm1 + p.b_h),
            new("sigmoid for tanh", "You applied the sigmoid. The hidden activation of this exercise is tanh.", "2.1",
                (p, x_t, h_tm1) => Activation.Sigmoid.Apply(p.W_hx * x_t + p.W_hh * h_tm1 + p.b_h)),
            new("W_hh transposed", "You multiplied by the transpose of W_hh. With column vectors it is W_hh h_{t-1}.", "2.1",
                (p, x_t, h_tm1) => (p.W_hx * x_t + p.W_hh.Transpose() * h_tm1 + p.b_h).PointwiseTanh()),
        ],
        Hints =
        [
            "The state has three sources: the input, the state before, and a bias.",
            "Compute the pre-activation first: `var a_t = p.W_hx * x_t + …;` with one term for each source.",
            "`h_t` is tanh of `a_t`, entry by entry: `a_t.PointwiseTanh()`.",
        ],
    };

    private static TestCase StepCase(int n_h, int n_x, MersenneTwister random)
    {
        var p = RnnParameters.Gaussian(n_x, n_h, n_q: 2, s: 0.7, random) with { b_h = Draw(n_h, random) };
        return TestCase.Of(Invariant($"n_h = {n_h}, n_x = {n_x}"), p, Draw(n_x, random), Draw(n_h, random));
    }

    // Away from zero, so that nothing that is left out goes unnoticed.
    private static Vector<double> Draw(int n, MersenneTwister random) => Vector<double>.Build.Dense(n, _ => 0.2 + 0.6 * random.NextDouble());
}
