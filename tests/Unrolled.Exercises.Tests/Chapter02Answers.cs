using MathNet.Numerics.LinearAlgebra;

namespace Unrolled.Exercises.Tests;

public sealed class Chapter02Answers : Answers
{
    public Chapter02Answers() => Right(Chapter02.OneStep,
        (p, x_t, h_tm1) => (p.b_h + p.W_hh * h_tm1 + p.W_hx * x_t).Map(Math.Tanh),
        (p, x_t, h_tm1) => Vector<double>.Build.Dense(p.n_h, i =>
        {
            double a = p.b_h[i];
            for (int j = 0; j < p.n_h; j++)
                a += p.W_hh[i, j] * h_tm1[j];
            for (int j = 0; j < p.n_x; j++)
                a += p.W_hx[i, j] * x_t[j];
            return 1 - 2 / (Math.Exp(2 * a) + 1);
        }),
        (p, x_t, h_tm1) => Rnn.Forward(p, [x_t], h_0: h_tm1).h[1]);
}
