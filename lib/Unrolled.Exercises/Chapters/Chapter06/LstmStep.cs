using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Unrolled.Exercises;

/// <summary>The exercises of chapter 06, LSTM and GRU.</summary>
public static partial class Chapter06
{
    /// <summary>One step of the LSTM.</summary>
    /// <param name="p">The parameters.</param>
    /// <param name="x_t">The input, n_x.</param>
    /// <param name="h_tm1">The hidden state before, n_h.</param>
    /// <param name="c_tm1">The memory before, n_h.</param>
    /// <returns>Hidden state and memory after the step, each n_h.</returns>
    public delegate (Vector<double> h_t, Vector<double> c_t) LstmStepFunction(
        LstmParameters p, Vector<double> x_t, Vector<double> h_tm1, Vector<double> c_tm1);

    /// <summary>6.1: from x_t, h_{t-1} and c_{t-1} to h_t and c_t.</summary>
    public static ValueExercise<LstmStepFunction> LstmStep { get; } = new("6.1", "One step of the LSTM")
    {
        Matters = "Six lines are the whole LSTM; everything else in this chapter follows from them.",
        Next = "exercise 6.2 counts what the four boxes hold.",
        Cases = random => [LstmCase(3, 2, random), LstmCase(2, 4, random), LstmCase(3, 3, random)],
        Reference = (p, x_t, h_tm1, c_tm1) => Gates(p, x_t, h_tm1).Step(c_tm1),
        Misconceptions =
        [
            new("f and i swapped", "You swapped two gates: f_t scales the old memory, i_t scales the candidate.", "6.2",
                (p, x_t, h_tm1, c_tm1) => (Gates(p, x_t, h_tm1) is var g ? g with { f_t = g.i_t, i_t = g.f_t } : g).Step(c_tm1)),
            new("σ for the candidate", "You passed the candidate through σ. It is a tanh: a candidate can be negative.", "6.2",
                (p, x_t, h_tm1, c_tm1) => (Gates(p, x_t, h_tm1) with { c̃_t = Activation.Sigmoid.Apply(Candidate(p, x_t, h_tm1)) }).Step(c_tm1)),
            new("h = o ⊙ c", "You showed c_t itself. The output gate scales tanh(c_t).", "6.2",
                (p, x_t, h_tm1, c_tm1) => Gates(p, x_t, h_tm1) is var g ? (g.o_t.PointwiseMultiply(g.Step(c_tm1).c_t), g.Step(c_tm1).c_t) : default),
            new("c_{t-1} replaced by h_{t-1}", "Your forget gate scales h_{t-1}. What it keeps is the memory c_{t-1}.", "6.2",
                (p, x_t, h_tm1, c_tm1) => Gates(p, x_t, h_tm1).Step(h_tm1)),
            new("candidate not gated", "You added the candidate as it is. The input gate i_t scales it first.", "6.2",
                (p, x_t, h_tm1, c_tm1) => (Gates(p, x_t, h_tm1) with { i_t = 0 * c_tm1 + 1 }).Step(c_tm1)),
            new("1 − f", "Your forget gate works the other way round: f_t near 1 keeps the memory, so c_{t-1} is scaled by f_t itself.", "6.2",
                (p, x_t, h_tm1, c_tm1) => (Gates(p, x_t, h_tm1) is var g ? g with { f_t = 1 - g.f_t } : g).Step(c_tm1)),
            new("memory not gated", "You added c_{t-1} as it is. The forget gate f_t scales it first.", "6.2",
                (p, x_t, h_tm1, c_tm1) => (Gates(p, x_t, h_tm1) with { f_t = 0 * c_tm1 + 1 }).Step(c_tm1)),
            new("output gate missing", "Your h_t is tanh(c_t). The output gate o_t scales it.", "6.2",
                (p, x_t, h_tm1, c_tm1) => (Gates(p, x_t, h_tm1) with { o_t = 0 * c_tm1 + 1 }).Step(c_tm1)),
            new("biases left out", "You left the biases out: each of the four boxes adds its own.", "6.2",
                (p, x_t, h_tm1, c_tm1) => Gates(p with { b_f = 0 * p.b_f, b_i = 0 * p.b_i, b_o = 0 * p.b_o, b_c = 0 * p.b_c }, x_t, h_tm1).Step(c_tm1)),
            new("W and U swapped", "You multiplied h_{t-1} by W and x_t by U. W reads the input, U the state.", "6.2", (p, x_t, h_tm1, c_tm1) => new LstmGates(
                f_t: Activation.Sigmoid.Apply(p.W_f * h_tm1 + p.U_f * x_t + p.b_f), i_t: Activation.Sigmoid.Apply(p.W_i * h_tm1 + p.U_i * x_t + p.b_i),
                o_t: Activation.Sigmoid.Apply(p.W_o * h_tm1 + p.U_o * x_t + p.b_o), c̃_t: (p.W_c * h_tm1 + p.U_c * x_t + p.b_c).PointwiseTanh()).Step(c_tm1)),
            new("no memory line", "Your c_t is the gated candidate alone: f_t ⊙ c_{t-1} is missing.", "6.2",
                (p, x_t, h_tm1, c_tm1) => Gates(p, x_t, h_tm1).Step(0 * c_tm1)),
        ],
        Hints =
        [
            "Compute four vectors of size n_h first: three gates and one candidate. All four look at x_t and at h_{t-1}.",
            "A gate is `Activation.Sigmoid.Apply(p.W_f * x_t + p.U_f * h_tm1 + p.b_f)`; the candidate ends in `.PointwiseTanh()` instead.",
            "Then `var c_t = f_t.PointwiseMultiply(c_tm1) + i_t.PointwiseMultiply(c̃_t);` and the output gate scales `c_t.PointwiseTanh()`.",
        ],
    };

    private sealed record LstmGates(Vector<double> f_t, Vector<double> i_t, Vector<double> o_t, Vector<double> c̃_t)
    {
        public (Vector<double> h_t, Vector<double> c_t) Step(Vector<double> c_tm1)
        {
            var c_t = f_t.PointwiseMultiply(c_tm1) + i_t.PointwiseMultiply(c̃_t);
            return (o_t.PointwiseMultiply(c_t.PointwiseTanh()), c_t);
        }
    }

    private static LstmGates Gates(LstmParameters p, Vector<double> x_t, Vector<double> h_tm1)
    {
        var σ = Activation.Sigmoid;
        return new(
            f_t: σ.Apply(p.W_f * x_t + p.U_f * h_tm1 + p.b_f),
            i_t: σ.Apply(p.W_i * x_t + p.U_i * h_tm1 + p.b_i),
            o_t: σ.Apply(p.W_o * x_t + p.U_o * h_tm1 + p.b_o),
            c̃_t: Candidate(p, x_t, h_tm1).PointwiseTanh());
    }

    private static Vector<double> Candidate(LstmParameters p, Vector<double> x_t, Vector<double> h_tm1) =>
        p.W_c * x_t + p.U_c * h_tm1 + p.b_c;

    private static TestCase LstmCase(int n_h, int n_x, MersenneTwister random) => TestCase.Of(
        Invariant($"n_h = {n_h}, n_x = {n_x}"), DrawLstm(n_x, n_h, random), Draw(n_x, random), Draw(n_h, random), -Draw(n_h, random));

    private static LstmParameters DrawLstm(int n_x, int n_h, MersenneTwister random) =>
        LstmParameters.Gaussian(n_x, n_h, n_q: 2, s: 0.7, random) with
        {
            b_f = Draw(n_h, random), b_i = -Draw(n_h, random), b_o = Draw(n_h, random), b_c = -Draw(n_h, random),
        };

    // Away from zero, so that nothing that is left out goes unnoticed.
    private static Vector<double> Draw(int n, MersenneTwister random) => Vector<double>.Build.Dense(n, _ => 0.2 + 0.6 * random.NextDouble());
}
