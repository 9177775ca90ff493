using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Unrolled;

/// <summary>The regression behind an autoregression of order p: a row (1, y_{t−1}, …, y_{t−p}) for every y_t with p predecessors.</summary>
internal static class LagMatrix
{
    public static (Matrix<double> X, Vector<double> targets) Of(Vector<double> y, int p)
    {
        ArgumentNullException.ThrowIfNull(y);
        ArgumentOutOfRangeException.ThrowIfLessThan(p, 1);
        if (y.Count < p + 1)
            throw new ArgumentException(Invariant($"y must hold at least p + 1 = {p + 1} numbers, got {y.Count}."), nameof(y));
        Check.Finite(nameof(y), y);
        return (
            Matrix<double>.Build.DenseOfRowVectors(Enumerable.Range(p, y.Count - p).Select(t => Row(y, t, p))),
            y.SubVector(p, y.Count - p));
    }

    /// <summary>(1, y_{t−1}, …, y_{t−p}): what is known when y_t is forecast.</summary>
    public static Vector<double> Row(Vector<double> y, int t, int p)
    {
        if (t < p || t > y.Count)
            throw new ArgumentException(Invariant(
                $"A forecast of y[{t}] needs its p = {p} predecessors, got a series of {y.Count} numbers."), nameof(y));
        return Vector<double>.Build.Dense(p + 1, j => j == 0 ? 1 : y[t - j]);
    }

    /// <summary>Forecasts of y[from], …, y[N − 1], each from its predecessors only.</summary>
    public static Vector<double> Forecasts(Vector<double> y, int from, int p, Func<Vector<double>, double> forecast)
    {
        ArgumentNullException.ThrowIfNull(y);
        if (from < p || from >= y.Count)
            throw new ArgumentOutOfRangeException(nameof(from), Invariant(
                $"from must be in {p}..{y.Count - 1} for p = {p} and a series of {y.Count} numbers, got {from}."));
        return Vector<double>.Build.Dense(y.Count - from, i => forecast(Row(y, from + i, p)));
    }

    /// <summary>X = QR, refused where the columns are dependent and the weights so not determined.</summary>
    public static QR<double> QR(Matrix<double> X, string hint)
    {
        if (X.RowCount < X.ColumnCount)
            throw new ArgumentException(Invariant($"y must give at least p + 1 = {X.ColumnCount} equations, got {X.RowCount}; {hint}."));
        var qr = X.QR(QRMethod.Thin);
        var diagonal = qr.R.Diagonal();
        if (diagonal.AbsoluteMinimum() <= 1e-12 * diagonal.AbsoluteMaximum())
            throw new ArgumentException(Invariant(
                $"y must determine the p + 1 = {X.ColumnCount} weights, got linearly dependent lags, as a constant series has; {hint}."));
        return qr;
    }
}
