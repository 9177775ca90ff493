using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Unrolled.Exercises;

public static partial class Chapter06
{
    /// <summary>One step of the GRU, in the course's convention.</summary>
    /// <param name="p">The parameters.</param>
    /// <param name="x_t">The input, n_x.</param>
    /// <param name="h_tm1">The state before, n_h.</param>
    /// <returns>The state after, n_h.</returns>
    public delegate Vector<double> GruStepFunction(GruParameters p, Vector<double> x_t, Vector<double> h_tm1);

    /// <summary>6.3: from x_t and h_{t-1} to h_t.</summary>
    public static ValueExercise<GruStepFunction> GruStep { get; } = new("6.3", "One step of the GRU")
    {
        Matters = "Three functions are called GRU; now you can tell which one a listing computes.",
        Next = "exercise 6.4 takes the derivative of the memory.",
        Cases = random => [GruCase(3, 2, random), GruCase(2, 4, random), GruCase(3, 3, random)],
        Reference = (p, x_t, h_tm1) => Mix(p, x_t, h_tm1, p.U * Reset(p, x_t, h_tm1).PointwiseMultiply(h_tm1), Update(p, x_t, h_tm1)),
        Misconceptions =
        [
            new("z swapped", "You kept the state with z_t. In the course's convention 1 − z_t keeps it, and z_t scales the candidate.", "6.6",
                (p, x_t, h_tm1) => Mix(p, x_t, h_tm1, p.U * Reset(p, x_t, h_tm1).PointwiseMultiply(h_tm1), 1 - Update(p, x_t, h_tm1))),
            new("r after U", "You applied r_t to the product U h_{t-1}, as PyTorch does. Here r_t scales h_{t-1} before U.", "6.6",
                (p, x_t, h_tm1) => Mix(p, x_t, h_tm1, Reset(p, x_t, h_tm1).PointwiseMultiply(p.U * h_tm1), Update(p, x_t, h_tm1))),
            new("z swapped and r after U", "That is PyTorch's GRU: it swaps z_t, and it applies r_t after U. The course does neither.", "6.6",
                (p, x_t, h_tm1) => Mix(p, x_t, h_tm1, Reset(p, x_t, h_tm1).PointwiseMultiply(p.U * h_tm1), 1 - Update(p, x_t, h_tm1))),
            new("r ignored", "Your candidate sees all of h_{t-1}: the reset gate is missing.", "6.5",
                (p, x_t, h_tm1) => Mix(p, x_t, h_tm1, p.U * h_tm1, Update(p, x_t, h_tm1))),
            new("biases left out", "You left the biases out: both gates and the candidate add their own.", "6.5",
                (p, x_t, h_tm1) => GruStep!.Reference(p with { b_r = 0 * p.b_r, b_z = 0 * p.b_z, b = 0 * p.b }, x_t, h_tm1)),
            new("W and U swapped", "You multiplied h_{t-1} by W and x_t by U. W reads the input, U the state.", "6.5", (p, x_t, h_tm1) =>
            {
                var r_t = Activation.Sigmoid.Apply(p.W_r * h_tm1 + p.U_r * x_t + p.b_r);
                var z_t = Activation.Sigmoid.Apply(p.W_z * h_tm1 + p.U_z * x_t + p.b_z);
                var h̃_t = (p.W * r_t.PointwiseMultiply(h_tm1) + p.U * x_t + p.b).PointwiseTanh();
                return (1 - z_t).PointwiseMultiply(h_tm1) + z_t.PointwiseMultiply(h̃_t);
            }),
            new("r and z swapped", "You swapped the gates: r_t belongs into the candidate, z_t into the last line.", "6.5",
                (p, x_t, h_tm1) => Mix(p, x_t, h_tm1, p.U * Update(p, x_t, h_tm1).PointwiseMultiply(h_tm1), Reset(p, x_t, h_tm1))),
        ],
        Hints =
        [
            "Two gates first, both from x_t and h_{t-1}. The candidate needs r_t, so it comes third.",
            "The candidate is `(p.W * x_t + p.U * … + p.b).PointwiseTanh()`: what stands for the dots is h_{t-1}, scaled.",
            "The last line is a mean of h_{t-1} and the candidate, entry by entry. Near 0 the gate z_t must give h_{t-1}.",
        ],
    };

    private static Vector<double> Reset(GruParameters p, Vector<double> x_t, Vector<double> h_tm1) =>
        Activation.Sigmoid.Apply(p.W_r * x_t + p.U_r * h_tm1 + p.b_r);

    private static Vector<double> Update(GruParameters p, Vector<double> x_t, Vector<double> h_tm1) =>
        Activation.Sigmoid.Apply(p.W_z * x_t + p.U_z * h_tm1 + p.b_z);

    // All answers end like this; they differ in what the candidate sees of the past, and in what replaces the state.
    private static Vector<double> Mix(GruParameters p, Vector<double> x_t, Vector<double> h_tm1, Vector<double> past, Vector<double> replaced)
    {
        var h̃_t = (p.W * x_t + past + p.b).PointwiseTanh();
        return (1 - replaced).PointwiseMultiply(h_tm1) + replaced.PointwiseMultiply(h̃_t);
    }

    private static TestCase GruCase(int n_h, int n_x, MersenneTwister random) => TestCase.Of(
        Invariant($"n_h = {n_h}, n_x = {n_x}"), DrawGru(n_x, n_h, random), Draw(n_x, random), Draw(n_h, random));

    private static GruParameters DrawGru(int n_x, int n_h, MersenneTwister random) =>
        GruParameters.Gaussian(n_x, n_h, n_q: 2, s: 0.7, random) with
        {
            b_r = Draw(n_h, random), b_z = -Draw(n_h, random), b = -Draw(n_h, random),
        };
}
