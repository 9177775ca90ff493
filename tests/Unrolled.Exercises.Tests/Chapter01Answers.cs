using MathNet.Numerics.LinearAlgebra;

namespace Unrolled.Exercises.Tests;

public sealed class Chapter01Answers : Answers
{
    public Chapter01Answers()
    {
        Right(Chapter01.Shapes,
            (n_x, n_h, n_q) => ((n_h, n_x), (n_h, n_h), n_h, (n_q, n_h), n_q),
            (n_x, n_h, n_q) =>
            {
                var p = RnnParameters.Gaussian(n_x, n_h, n_q, 1, new Random(1));
                return (Shape(p.W_hx), Shape(p.W_hh), p.b_h.Count, Shape(p.W_qh), p.b_q.Count);
            });

        Right(Chapter01.ParameterCount,
            (n_x, n_h, n_q, T) => n_h * (n_x + n_h + 1) + n_q * (n_h + 1),
            (n_x, n_h, n_q, T) => RnnParameters.Gaussian(n_x, n_h, n_q, 1, new Random(1)).ToVector().Count);

        Right(Chapter01.FromRows,
            (W_xh, W_hh, b_h, W_ho, b_o) => new(W_xh.Transpose(), W_hh.Transpose(), b_h, W_ho.Transpose(), b_o),
            (W_xh, W_hh, b_h, W_ho, b_o) =>
            {
                var p = RnnParameters.Create(W_xh.RowCount, b_h.Count, b_o.Count, Initialise.Zero, new Random(1));
                p.W_hx.MapIndexedInplace((i, j, _) => W_xh[j, i]);
                p.W_hh.MapIndexedInplace((i, j, _) => W_hh[j, i]);
                p.W_qh.MapIndexedInplace((i, j, _) => W_ho[j, i]);
                return p with { b_h = b_h, b_q = b_o };
            });

        Right(Chapter01.MeanSquaredLoss,
            (o, y) => Enumerable.Range(1, o.T).Sum(t => Loss.SquaredError.Value(o[t], y[t])) / o.T,
            (o, y) =>
            {
                double L = 0;
                for (var t = 1; t <= o.T; t++)
                    for (var j = 0; j < o[t].Count; j++)
                        L += (o[t][j] - y[t][j]) * (o[t][j] - y[t][j]) / o.T;
                return L;
            },
            (o, y) => SequenceLoss.Mean(Loss.SquaredError, y).Of(new OutputTrace(Activation.Identity, o, o)));

        Right(Chapter01.HammingDistance,
            (labels, targets) => Enumerable.Range(0, labels.Length).Count(i => labels[i] != targets[i]),
            (labels, targets) => labels.Zip(targets, (a, b) => Math.Abs(Math.Sign(a - b))).Sum(),
            (labels, targets) => Loss.HammingDistance(Doubles(labels), Doubles(targets)));

        Right(Chapter01.CrossEntropy,
            (o, y) => -Enumerable.Range(0, o.Count).Sum(j => y[j] * Math.Log(o[j])),
            (o, y) => y.Map2((y_j, o_j) => y_j * Math.Log(1 / o_j), o).Sum(),
            Loss.CategoricalCrossEntropy.Value);

        Right(Chapter01.PatternOf,
            task => task switch
            {
                1 => UsagePattern.OneToOne,
                2 or 6 => UsagePattern.OneToMany,
                3 or 7 or 9 => UsagePattern.ManyToOne,
                4 or 8 => UsagePattern.ManyToManyEqual,
                _ => UsagePattern.ManyToManyUnequal,
            },
            task => (UsagePattern)"0123412324"[task - 1] - '0');

        Right(Chapter01.Reach,
            (t, T) => Enumerable.Range(1, t).ToHashSet(),
            (t, T) => t == 1 ? [1] : [.. Chapter01Reach(t - 1), t]);
    }

    private static IEnumerable<int> Chapter01Reach(int t) => t == 0 ? [] : Chapter01Reach(t - 1).Append(t);

    private static (int Rows, int Columns) Shape(Matrix<double> W) => (W.RowCount, W.ColumnCount);

    private static Vector<double> Doubles(int[] labels) => Vector<double>.Build.DenseOfEnumerable(labels.Select(label => (double)label));
}
