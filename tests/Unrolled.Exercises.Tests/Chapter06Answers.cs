using MathNet.Numerics.LinearAlgebra;

namespace Unrolled.Exercises.Tests;

public sealed class Chapter06Answers : Answers
{
    public Chapter06Answers()
    {
        Right(Chapter06.LstmStep,
            (p, x_t, h_tm1, c_tm1) => Lstm.Forward(p, [x_t], h_0: h_tm1, c_0: c_tm1) is var trace ? (trace.h[1], trace.c[1]) : default,
            (p, x_t, h_tm1, c_tm1) =>
            {
                var (W, b) = p.Concatenated();
                var a = W * Vector<double>.Build.DenseOfEnumerable(h_tm1.Concat(x_t)) + b;
                double σ(int i) => 1 / (1 + Math.Exp(-a[i]));
                var n = p.n_h;
                var c_t = c_tm1.MapIndexed((j, c) => σ(j) * c + σ(n + j) * Math.Tanh(a[3 * n + j]));
                return (c_t.MapIndexed((j, c) => σ(2 * n + j) * Math.Tanh(c)), c_t);
            });

        Right(Chapter06.CellParameters,
            (n_x, n_h, T) =>
            {
                var box = n_h * n_x + n_h * n_h + n_h;
                return (box, 3 * box, 4 * box);
            },
            (n_x, n_h, T) => (
                Cell(RnnParameters.Create(n_x, n_h, 1, Initialise.Zero, new Random(1))),
                Cell(GruParameters.Create(n_x, n_h, 1, Initialise.Zero, new Random(1))),
                Cell(LstmParameters.Create(n_x, n_h, 1, Initialise.Zero, new Random(1)))));

        Right(Chapter06.GruStep,
            (p, x_t, h_tm1) => Gru.Forward(p, [x_t], h_0: h_tm1).h[1],
            (p, x_t, h_tm1) =>
            {
                var r = (-(p.W_r * x_t + p.U_r * h_tm1 + p.b_r)).Map(a => 1 / (1 + Math.Exp(a)));
                var z = (-(p.W_z * x_t + p.U_z * h_tm1 + p.b_z)).Map(a => 1 / (1 + Math.Exp(a)));
                var columns = Matrix<double>.Build.DenseOfDiagonalVector(r);
                return h_tm1 + z.PointwiseMultiply((p.W * x_t + p.U * columns * h_tm1 + p.b).Map(Math.Tanh) - h_tm1);
            });

        Right(Chapter06.LstmDirectPath,
            (p, x_t, h_tm1, c_tm1) => LstmJacobian.At(Lstm.Forward(p, [x_t], h_0: h_tm1, c_0: c_tm1), 1).Direct,
            (p, x_t, h_tm1, c_tm1) => Matrix<double>.Build.Dense(p.n_h, p.n_h, (i, j) => i == j
                ? 1 / (1 + Math.Exp(-(p.W_f.Row(i).DotProduct(x_t) + p.U_f.Row(i).DotProduct(h_tm1) + p.b_f[i])))
                : 0));

        Right(Chapter06.GradientLeft,
            (b_f, T) => Enumerable.Repeat(1 / (1 + Math.Exp(-b_f)), T).Aggregate(1.0, (left, f) => left * f),
            (b_f, T) => Math.Exp(-T * Math.Log(1 + Math.Exp(-b_f))));

        Right(Chapter06.GruDirectPath,
            (p, x_t, h_tm1) => GruJacobian.At(Gru.Forward(p, [x_t], h_0: h_tm1), 1).Direct,
            (p, x_t, h_tm1) => Matrix<double>.Build.DiagonalOfDiagonalVector(
                (p.W_z * x_t + p.U_z * h_tm1 + p.b_z).Map(a => 1 / (1 + Math.Exp(a)))));

        Right(Chapter06.CopyMemory, () => (20, -20, 20), () => (11, -15, 7), () => (1000, -1000, 1000));

        Right(Chapter06.LstmBackwardStep,
            (trace, t, dL_dh_t, next_c) =>
            {
                // The step's exact Jacobian takes back h_t and c_t together; here ∂L/∂c_t must not contain h_t's share twice.
                var J = LstmJacobian.At(trace, t);
                var back_h = (J.Output + J.Readout * J.Gates).Transpose() * dL_dh_t + J.Gates.Transpose() * next_c;
                return (back_h, J.Direct * (J.Readout * dL_dh_t + next_c));
            },
            (trace, t, dL_dh_t, next_c) =>
            {
                var (p, n) = (trace.p, trace.p.n_h);
                var (f, i, o, c̃, c) = (trace.f[t], trace.i[t], trace.o[t], trace.c̃[t], trace.c[t]);
                var back_h = new double[n];
                var back_c = new double[n];
                for (var j = 0; j < n; j++)
                {
                    double m = Math.Tanh(c[j]), dc = dL_dh_t[j] * o[j] * (1 - m * m) + next_c[j];
                    for (var k = 0; k < n; k++)
                        back_h[k] += p.U_o[j, k] * dL_dh_t[j] * m * o[j] * (1 - o[j]) + dc * (p.U_f[j, k] * trace.c[t - 1][j] * f[j] * (1 - f[j])
                            + p.U_i[j, k] * c̃[j] * i[j] * (1 - i[j]) + p.U_c[j, k] * i[j] * (1 - c̃[j] * c̃[j]));
                    back_c[j] = dc * f[j];
                }

                return (Vector<double>.Build.Dense(back_h), Vector<double>.Build.Dense(back_c));
            });
    }

    private static int Cell<T>(T p) where T : IParameters<T> =>
        p.ToVector().Count - p.Tensors().Where(tensor => tensor.Name is "W_qh" or "b_q").Sum(tensor => tensor.Value.RowCount * tensor.Value.ColumnCount);
}
