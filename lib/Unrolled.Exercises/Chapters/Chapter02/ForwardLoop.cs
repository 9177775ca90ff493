using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Unrolled.Exercises;

public static partial class Chapter02
{
    /// <summary>The forward pass of a sequence, with tanh and a linear output.</summary>
    /// <param name="p">The parameters.</param>
    /// <param name="x">The inputs x_1..x_T, each n_x.</param>
    /// <param name="h_0">The initial state, n_h.</param>
    /// <returns>The outputs o_1..o_T, each n_q.</returns>
    public delegate IReadOnlyList<Vector<double>> ForwardLoopFunction(RnnParameters p, Sequence x, Vector<double> h_0);

    /// <summary>2.2: the loop over all steps.</summary>
    public static ValueExercise<ForwardLoopFunction> ForwardLoop { get; } = new("2.2", "The forward loop")
    {
        Matters = "The state that passes from turn to turn is all the memory that a recurrent network has.",
        Next = "exercise 2.3 turns the outputs into probabilities.",
        Cases = random => [LoopCase(2, 3, 1, random), LoopCase(3, 2, 4, random), LoopCase(3, 3, 3, random)],
        Reference = (p, x, h_0) => Loop(p, x, h_0, (h_t, h_tm1, z_t) => (h_t, z_t)),
        Misconceptions =
        [
            new("state not carried", "Every step of yours starts from h_0: the new state never becomes the h_{t-1} of the next step.", "2.2",
                (p, x, h_0) => Loop(p, x, h_0, (h_t, h_tm1, z_t) => (h_0, z_t))),
            new("state one step late", "Your o_t is computed from h_{t-1}. The output of step t reads the new state h_t.", "2.1",
                (p, x, h_0) => Loop(p, x, h_0, (h_t, h_tm1, z_t) => (h_t, p.W_qh * h_tm1 + p.b_q))),
            new("output fed back", "You carried the output on instead of the state: W_hh multiplies h_{t-1}, not o_{t-1}.", "2.2",
                (p, x, h_0) => Loop(p, x, h_0, (h_t, h_tm1, z_t) => (z_t, z_t))),
            new("initial state ignored", "You started from zero. Here the state before step 1 is h_0, and it is given.", "2.1",
                (p, x, h_0) => Loop(p, x, 0 * h_0, (h_t, h_tm1, z_t) => (h_t, z_t))),
            new("tanh on the output", "You applied tanh to z_t. The output of this exercise is linear: o_t = z_t.", "2.4",
                (p, x, h_0) => Loop(p, x, h_0, (h_t, h_tm1, z_t) => (h_t, z_t.PointwiseTanh()))),
            new("no hidden bias", "You left b_h out of a_t.", "2.1",
                (p, x, h_0) => Loop(p with { b_h = 0 * p.b_h }, x, h_0, (h_t, h_tm1, z_t) => (h_t, z_t))),
            new("no output bias", "You left b_q out of z_t.", "2.1",
                (p, x, h_0) => Loop(p, x, h_0, (h_t, h_tm1, z_t) => (h_t, z_t - p.b_q))),
        ],
        Hints =
        [
            "Keep one vector outside the loop: the state. Each turn uses it, then replaces it.",
            "Begin with `var h_tm1 = h_0;` and `var o = new List<Vector<double>>();`, then go through `foreach (var x_t in x)`.",
            "In the loop: compute `h_t` as in exercise 2.1, add `p.W_qh * h_t + p.b_q` to `o`, and end with `h_tm1 = h_t;`.",
        ],
    };

    // All answers are this loop; they differ in what a step carries on and what it puts out.
    private static List<Vector<double>> Loop(
        RnnParameters p, Sequence x, Vector<double> h_0,
        Func<Vector<double>, Vector<double>, Vector<double>, (Vector<double> Carried, Vector<double> Output)> step)
    {
        var o = new List<Vector<double>>();
        var h_tm1 = h_0;
        foreach (var x_t in x)
        {
            var h_t = (p.W_hx * x_t + p.W_hh * h_tm1 + p.b_h).PointwiseTanh();
            var (carried, output) = step(h_t, h_tm1, p.W_qh * h_t + p.b_q);
            o.Add(output);
            h_tm1 = carried;
        }

        return o;
    }

    private static TestCase LoopCase(int n_x, int n_h, int n_q, MersenneTwister random)
    {
        var p = RnnParameters.Gaussian(n_x, n_h, n_q, s: 0.7, random) with { b_h = Draw(n_h, random), b_q = Draw(n_q, random) };
        return TestCase.Of(Invariant($"n_x = {n_x}, n_h = {n_h}, n_q = {n_q}, T = 4"), p, DrawSequence(4, n_x, random), Draw(n_h, random));
    }

    private static Sequence DrawSequence(int T, int n, MersenneTwister random) =>
        new(Enumerable.Range(0, T).Select(_ => Draw(n, random)));
}
