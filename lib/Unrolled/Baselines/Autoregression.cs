using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>The autoregression AR(p): y_t = w_0 + w_1 y_{t−1} + … + w_p y_{t−p} + noise (Yule 1927), fitted by least squares.</summary>
/// <param name="w">Intercept and the weights of the lags 1..p, p + 1.</param>
/// <param name="NoiseVariance">The unbiased estimate of the noise variance from the residuals; NaN if no residual is left over.</param>
public sealed record Autoregression(Vector<double> w, double NoiseVariance)
{
    /// <summary>The order.</summary>
    public int p => w.Count - 1;

    /// <summary>The least-squares fit to y, by QR.</summary>
    /// <exception cref="ArgumentException">y is too short, not finite, or does not determine the weights.</exception>
    public static Autoregression Fit(Vector<double> y, int p)
    {
        var (X, targets) = LagMatrix.Of(y, p);
        var w = LagMatrix.QR(X, "use a longer series or a smaller p").Solve(targets);
        var residuals = targets - X * w;
        var degreesOfFreedom = X.RowCount - X.ColumnCount;
        return new(w, degreesOfFreedom > 0 ? residuals.DotProduct(residuals) / degreesOfFreedom : double.NaN);
    }

    /// <summary>The forecast of the number that follows y, which must hold at least p numbers.</summary>
    public double Next(Vector<double> y) => w.DotProduct(LagMatrix.Row(y, y.Count, p));

    /// <summary>The one-step forecasts of y[from], …, y[N − 1] (counted from 0), each from its p true predecessors; from ≥ p.</summary>
    public Vector<double> Forecasts(Vector<double> y, int from) => LagMatrix.Forecasts(y, from, p, w.DotProduct);
}
