using MathNet.Numerics.LinearAlgebra;

namespace Unrolled.Exercises.Tests;

public sealed class Chapter03Answers : Answers
{
    public Chapter03Answers()
    {
        Right(Chapter03.GradientO,
            (o, y, w) => new Sequence(o.Zip(y, (o_t, y_t) => o_t - y_t).Select((difference, i) => difference * w(i + 1) * 2)),
            (o, y, w) => new Sequence(Enumerable.Range(1, o.T).Select(t =>
                Vector<double>.Build.Dense(o[t].Count, j => w(t) * (2 * o[t][j] - 2 * y[t][j])))));

        Right(Chapter03.GradientBq,
            (o, dL_do) =>
            {
                var dL_db_q = Vector<double>.Build.Dense(o[1].Count);
                for (var t = o.T; t >= 1; t--)
                    dL_db_q += (o[t] - o[t].PointwisePower(2)).PointwiseMultiply(dL_do[t]);
                return dL_db_q;
            },
            (o, dL_do) => Vector<double>.Build.Dense(o[1].Count, j =>
                Enumerable.Range(1, o.T).Sum(t => dL_do[t][j] * o[t][j] * (1 - o[t][j]))));

        Right(Chapter03.GradientWqh,
            (h, δz) =>
            {
                var dL_dW_qh = Matrix<double>.Build.Dense(δz[1].Count, h[1].Count);
                for (var t = 1; t <= δz.T; t++)
                    dL_dW_qh += δz[t].ToColumnMatrix() * h[t].ToRowMatrix();
                return dL_dW_qh;
            },
            (h, δz) => Matrix<double>.Build.DenseOfColumnVectors(δz) * Matrix<double>.Build.DenseOfRowVectors(h.Skip(1)));

        Right(Chapter03.GradientH,
            (p, h, δz) =>
            {
                var (dL_dh, δa_tp1) = (new Vector<double>[h.T], 0 * p.b_h);
                for (var t = h.T; t >= 1; t--)
                {
                    dL_dh[t - 1] = p.W_qh.TransposeThisAndMultiply(δz[t]) + p.W_hh.TransposeThisAndMultiply(δa_tp1);
                    δa_tp1 = dL_dh[t - 1].PointwiseMultiply(1 - h[t].PointwiseMultiply(h[t]));
                }

                return new Sequence(dL_dh);
            },
            (p, h, δz) => new Sequence(Enumerable.Range(1, h.T).Select(k => Enumerable.Range(k, h.T - k + 1)
                .Select(t => Chain(p, h, t, k).Transpose() * p.W_qh.Transpose() * δz[t]).Aggregate((a, b) => a + b))));

        Right(Chapter03.GradientWhx,
            (x, h, dL_dh) => Matrix<double>.Build.DenseOfColumnVectors(δa(h, dL_dh)) * Matrix<double>.Build.DenseOfRowVectors(x),
            (x, h, dL_dh) => Matrix<double>.Build.Dense(h[0].Count, x[1].Count, (i, j) =>
                Enumerable.Range(1, x.T).Sum(t => (1 - h[t][i] * h[t][i]) * dL_dh[t][i] * x[t][j])));

        Right(Chapter03.GradientWhh,
            (h, dL_dh) => Matrix<double>.Build.DenseOfColumnVectors(δa(h, dL_dh)) * Matrix<double>.Build.DenseOfRowVectors(h.SkipLast(1)),
            (h, dL_dh) => Matrix<double>.Build.Dense(h[0].Count, h[0].Count, (i, j) =>
                Enumerable.Range(1, h.T).Sum(t => (1 - h[t][i] * h[t][i]) * dL_dh[t][i] * h[t - 1][j])));

        Right(Chapter03.GradientBh,
            (p, h, δz) =>
            {
                var (dL_db_h, δa_t) = (0 * p.b_h, 0 * p.b_h);
                for (var t = h.T; t >= 1; t--)
                {
                    δa_t = (p.W_qh.Transpose() * δz[t] + p.W_hh.Transpose() * δa_t).Map2((g, h) => g * (1 - h * h), h[t]);
                    dL_db_h += δa_t;
                }

                return dL_db_h;
            },
            (p, h, δz) => Enumerable.Range(1, h.T).SelectMany(t => Enumerable.Range(1, t).Select(k =>
                Slope(h[k]) * Chain(p, h, t, k).Transpose() * p.W_qh.Transpose() * δz[t])).Aggregate((a, b) => a + b));

        Right(Chapter03.SoftmaxCrossEntropy,
            (z_t, y_t, w_t) =>
            {
                var e = (z_t - z_t.Maximum()).PointwiseExp();
                return w_t * (e / e.Sum() - y_t);
            },
            (z_t, y_t, w_t) => w_t * (Softmax.Instance.Apply(z_t) - y_t),
            (z_t, y_t, w_t) => (Softmax.Log(z_t).PointwiseExp() - y_t) * w_t);

        Right(Chapter03.Truncated,
            (p, x, L, K) => Rnn.BackwardTruncated(p, x, L, K).dL_dθ,
            (p, x, L, K) =>
            {
                var (g, h_0) = (p.Map(_ => 0), 0 * p.b_h);
                for (int from = 1, to; from <= x.T; from = to + 1)
                {
                    to = from + K > x.T ? x.T : from + K - 1;
                    var trace = Rnn.Forward(p, x.Slice(from, to), Activation.Tanh, Activation.Identity, h_0);
                    (g, h_0) = (Rnn.Backward(trace, L.Slice(from, to)).dL_dθ.Zip(g, (a, b) => a + b), trace.h[trace.T]);
                }

                return g;
            });

        Right(Chapter03.CentralDifference,
            (L, v, ε) => CentralDifferences.Of(L, v, ε),
            (L, v, ε) =>
            {
                var (g, u) = (new double[v.Count], v.Clone());
                for (var i = 0; i < v.Count; i++)
                {
                    u[i] = v[i] + ε;
                    var above = L(u);
                    u[i] = v[i] - ε;
                    g[i] = (above - L(u)) / ε / 2;
                    u[i] = v[i];
                }

                return Vector<double>.Build.Dense(g);
            });
    }

    private static Matrix<double> Slope(Vector<double> h) => Matrix<double>.Build.DenseOfDiagonalVector(1 - h.PointwisePower(2));

    /// <summary>∂h_t/∂h_k.</summary>
    private static Matrix<double> Chain(RnnParameters p, Sequence h, int t, int k) => t == k
        ? Matrix<double>.Build.DenseIdentity(p.n_h)
        : Slope(h[t]) * p.W_hh * Chain(p, h, t - 1, k);

    private static IEnumerable<Vector<double>> δa(Sequence h, Sequence dL_dh) =>
        h.Skip(1).Zip(dL_dh, (h_t, dL_dh_t) => dL_dh_t.Map2((g, h) => g - g * h * h, h_t));
}
