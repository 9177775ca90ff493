using MathNet.Numerics.LinearAlgebra;
using Unrolled.Data;

namespace Unrolled.Exercises.Tests;

public sealed class Chapter02Answers : Answers
{
    public Chapter02Answers()
    {
        Right(Chapter02.OneStep,
            (p, x_t, h_tm1) => (p.b_h + p.W_hh * h_tm1 + p.W_hx * x_t).Map(Math.Tanh),
            (p, x_t, h_tm1) => Vector<double>.Build.Dense(p.n_h, i =>
            {
                var a = p.b_h[i];
                for (var j = 0; j < p.n_h; j++)
                    a += p.W_hh[i, j] * h_tm1[j];
                for (var j = 0; j < p.n_x; j++)
                    a += p.W_hx[i, j] * x_t[j];
                return 1 - 2 / (Math.Exp(2 * a) + 1);
            }),
            (p, x_t, h_tm1) => Rnn.Forward(p, [x_t], h_0: h_tm1).h[1]);

        Right(Chapter02.ForwardLoop,
            (p, x, h_0) => [.. Rnn.Forward(p, x, h_0: h_0).o],
            (p, x, h_0) =>
            {
                var o = new Vector<double>[x.T];
                var h = h_0.Clone();
                for (var t = 1; t <= x.T; t++)
                {
                    h = (p.b_h + p.W_hx * x[t] + p.W_hh * h).Map(Math.Tanh);
                    o[t - 1] = p.b_q + p.W_qh * h;
                }

                return o;
            });

        Right(Chapter02.StableSoftmax,
            z => Softmax.Log(z).PointwiseExp(),
            z => Vector<double>.Build.Dense(z.Count, j => 1 / z.Sum(z_k => Math.Exp(z_k - z[j]))),
            z =>
            {
                double m = double.NegativeInfinity, sum = 0;
                foreach (var z_j in z)
                    m = Math.Max(m, z_j);
                foreach (var z_j in z)
                    sum += Math.Exp(z_j - m);
                return z.Map(z_j => Math.Exp(z_j - m) / sum);
            });

        Right(Chapter02.TanhDerivative,
            (a, h) => Activation.Tanh.Derivative(a, h),
            (a, h) => a.Map(a_i => 1 / (Math.Cosh(a_i) * Math.Cosh(a_i))),
            (a, h) => (1 - h).PointwiseMultiply(1 + h));

        Right(Chapter02.MeanLoss,
            (o, y) =>
            {
                double L = 0;
                for (var t = 1; t <= o.T; t++)
                    L += (o[t] - y[t]).DotProduct(o[t] - y[t]);
                return L / o.T;
            },
            (o, y) => Enumerable.Range(1, o.T).Average(t => Math.Pow((y[t] - o[t]).L2Norm(), 2)));

        Right(Chapter02.Stack,
            (layer1, layer2, x) => StackedRnn.Forward(Stacked(layer1, layer2), x).h[1][x.T],
            (layer1, layer2, x) =>
            {
                var (h1, h2) = (new double[layer1.n_h], new double[layer2.n_h]);
                foreach (var x_t in x)
                {
                    h1 = Step(layer1, x_t.ToArray(), h1);
                    h2 = Step(layer2, h1, h2);
                }

                return Vector<double>.Build.Dense(h2);
            },
            (layer1, layer2, x) =>
            {
                var below = Rnn.Forward(AsNetwork(layer1), x).h.Slice(1, x.T);
                return Rnn.Forward(AsNetwork(layer2), below).h[x.T];
            });

        Right(Chapter02.Scaler,
            (train, test, forecasts) =>
            {
                var scaler = MinMaxScaler.Fit(train);
                return (scaler.Transform(test), scaler.Inverse(forecasts));
            },
            (train, test, forecasts) =>
            {
                var ordered = train.Order().ToArray();
                var range = ordered[^1] - ordered[0];
                return (test.Map(P => P / range - ordered[0] / range), forecasts.Map(f => f * ordered[^1] + (1 - f) * ordered[0]));
            });

        Right(Chapter02.UpdatesPerEpoch,
            (N, U) => (1, (int)Math.Ceiling((double)N / U), N),
            (N, U) => (1, N % U == 0 ? N / U : N / U + 1, N),
            (N, U) => (1, Enumerable.Range(0, N).Chunk(U).Count(), Enumerable.Range(0, N).Chunk(1).Count()));
    }

    private static double[] Step(RnnLayer layer, double[] x_t, double[] h_tm1) =>
    [
        .. Enumerable.Range(0, layer.n_h).Select(i => Math.Tanh(layer.b_h[i]
            + Enumerable.Range(0, layer.n_x).Sum(j => layer.W_hx[i, j] * x_t[j])
            + Enumerable.Range(0, layer.n_h).Sum(j => layer.W_hh[i, j] * h_tm1[j]))),
    ];

    // An output layer is needed to build a network; nothing reads it.
    private static StackedRnnParameters Stacked(RnnLayer layer1, RnnLayer layer2) =>
        new([layer1, layer2], Matrix<double>.Build.Dense(1, layer2.n_h), Vector<double>.Build.Dense(1));

    private static RnnParameters AsNetwork(RnnLayer layer) =>
        new(layer.W_hx, layer.W_hh, layer.b_h, Matrix<double>.Build.Dense(1, layer.n_h), Vector<double>.Build.Dense(1));
}
