using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Unrolled.Exercises;

public static partial class Chapter06
{
    /// <summary>One step of the LSTM's backward pass.</summary>
    /// <param name="trace">The forward pass.</param>
    /// <param name="t">The step.</param>
    /// <param name="dL_dh_t">∂L/∂h_t, complete, n_h.</param>
    /// <param name="next_c">What comes back to c_t from step t + 1 along the direct path: f_{t+1} ⊙ ∂L/∂c_{t+1}, n_h.</param>
    /// <returns>What step t sends back to h_{t-1} (through the four boxes) and to c_{t-1} (along the direct path), each n_h.</returns>
    public delegate (Vector<double> back_h, Vector<double> back_c) LstmBackwardStepFunction(
        LstmTrace trace, int t, Vector<double> dL_dh_t, Vector<double> next_c);

    /// <summary>6.8: back through one step.</summary>
    public static ValueExercise<LstmBackwardStepFunction> LstmBackwardStep { get; } = new("6.8", "Back through one step of the LSTM")
    {
        Matters = "Run from T to 1, this step is the whole backward pass; the parameters' gradients are outer products of its parts.",
        Next = "exercise 6.9 asks for the chapter in words.",
        Cases = random => [BackwardCase(2, 3, 2, random), BackwardCase(4, 2, 3, random), BackwardCase(3, 3, 1, random)],
        Reference = (trace, t, dL_dh_t, next_c) => Back(trace, t, dL_dh_t, dL_dc(trace, t, dL_dh_t) + next_c),
        Misconceptions =
        [
            new("gate path of o missing", "Your gradient does not pass through the output gate: the term with U_o is missing.", "6.9",
                (trace, t, dL_dh_t, next_c) => Back(trace, t, 0 * dL_dh_t, dL_dc(trace, t, dL_dh_t) + next_c)),
            new("tanh′ missing", "You left out the slope of tanh(c_t) on the way from h_t to c_t.", "6.9",
                (trace, t, dL_dh_t, next_c) => Back(trace, t, dL_dh_t, dL_dh_t.PointwiseMultiply(trace.o[t]) + next_c)),
            new("c path not carried", "What comes back to c_t from the next step is missing: c_t is used by h_t and by c_{t+1}.", "6.9",
                (trace, t, dL_dh_t, next_c) => Back(trace, t, dL_dh_t, dL_dc(trace, t, dL_dh_t))),
            new("h path into c missing", "Your ∂L/∂c_t has only what comes from the next step. c_t is used by h_t as well.", "6.9",
                (trace, t, dL_dh_t, next_c) => Back(trace, t, dL_dh_t, next_c)),
            new("U not transposed", "You multiplied by U. Gradients pass back through its transpose.", "6.9",
                (trace, t, dL_dh_t, next_c) => Back(trace, t, dL_dh_t, dL_dc(trace, t, dL_dh_t) + next_c, U => U)),
        ],
        Hints =
        [
            "Begin with ∂L/∂c_t: c_t is used by h_t = o_t ⊙ tanh(c_t) and by the next memory. `next_c` is the second part.",
            "Then four vectors δo_t, δf_t, δi_t, δc̃_t, each the gradient before its σ or tanh. Only δo_t starts from ∂L/∂h_t, the others from ∂L/∂c_t.",
            "`back_h` adds up `p.U_f.Transpose() * δf_t` and its three companions (`p` is `trace.p`); `back_c` is ∂L/∂c_t scaled by `trace.f[t]`.",
        ],
    };

    // What h_t = o_t ⊙ tanh(c_t) sends to c_t.
    private static Vector<double> dL_dc(LstmTrace trace, int t, Vector<double> dL_dh_t) =>
        dL_dh_t.PointwiseMultiply(trace.o[t]).PointwiseMultiply(1 - trace.c[t].PointwiseTanh().PointwisePower(2));

    // All answers end like this; they differ in what has reached h_t and c_t.
    private static (Vector<double> back_h, Vector<double> back_c) Back(
        LstmTrace trace, int t, Vector<double> dL_dh_t, Vector<double> dL_dc_t, Func<Matrix<double>, Matrix<double>>? turn = null)
    {
        turn ??= U => U.Transpose();
        var (p, f, i, o, c̃) = (trace.p, trace.f[t], trace.i[t], trace.o[t], trace.c̃[t]);
        var δo = dL_dh_t.PointwiseMultiply(trace.c[t].PointwiseTanh()).PointwiseMultiply(o).PointwiseMultiply(1 - o);
        var δf = dL_dc_t.PointwiseMultiply(trace.c[t - 1]).PointwiseMultiply(f).PointwiseMultiply(1 - f);
        var δi = dL_dc_t.PointwiseMultiply(c̃).PointwiseMultiply(i).PointwiseMultiply(1 - i);
        var δc̃ = dL_dc_t.PointwiseMultiply(i).PointwiseMultiply(1 - c̃.PointwisePower(2));
        return (turn(p.U_f) * δf + turn(p.U_i) * δi + turn(p.U_o) * δo + turn(p.U_c) * δc̃, dL_dc_t.PointwiseMultiply(f));
    }

    // A memory far from zero, so that tanh′ is far from 1.
    private static TestCase BackwardCase(int n_h, int n_x, int t, MersenneTwister random)
    {
        var x = new Sequence(Enumerable.Range(1, 3).Select(_ => Draw(n_x, random)));
        var trace = Lstm.Forward(DrawLstm(n_x, n_h, random), x, h_0: Draw(n_h, random), c_0: 2 * Draw(n_h, random));
        return TestCase.Of(Invariant($"n_h = {n_h}, n_x = {n_x}, t = {t}"), trace, t, Draw(n_h, random), -Draw(n_h, random));
    }
}
