using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>
/// AR(p) with a Gaussian prior on its weights and noise of known precision. Prior and posterior are both Gaussian (conjugate), so the
/// posterior has a closed form: S⁻¹ = α I + β XᵀX, m = β S Xᵀy (Bishop 2006, equations 3.53 and 3.54), over all p + 1 weights jointly.
/// </summary>
/// <param name="m">Posterior mean of the weights: intercept and lags 1..p, p + 1.</param>
/// <param name="S">Posterior covariance, (p + 1) × (p + 1).</param>
/// <param name="β">The noise precision, 1 / variance.</param>
public sealed record BayesianAutoregression(Vector<double> m, Matrix<double> S, double β)
{
    /// <summary>The order.</summary>
    public int p => m.Count - 1;

    /// <summary>The posterior after seeing y.</summary>
    /// <param name="y">The series.</param>
    /// <param name="p">The order.</param>
    /// <param name="α">The prior precision of every weight around 0; 0 is the flat prior, whose m is the least-squares fit.</param>
    /// <param name="β">The noise precision, above 0.</param>
    /// <exception cref="ArgumentException">y is too short or not finite, or the prior is flat and y does not determine the weights.</exception>
    public static BayesianAutoregression Fit(Vector<double> y, int p, double α, double β)
    {
        if (!(α >= 0 && double.IsFinite(α)))
            throw new ArgumentOutOfRangeException(nameof(α), Invariant($"The prior precision α must be finite and at least 0, got {α}."));
        if (!(β > 0 && double.IsFinite(β)))
            throw new ArgumentOutOfRangeException(nameof(β), Invariant($"The noise precision β must be finite and above 0, got {β}."));
        var (X, targets) = LagMatrix.Of(y, p);

        // The prior acts like p + 1 more observations, √α I w = 0. With [√β X; √α I] = QR: S = (RᵀR)⁻¹ and m solves the least squares.
        var rows = Math.Sqrt(β) * X;
        var values = Math.Sqrt(β) * targets;
        if (α > 0)
        {
            rows = rows.Stack(Math.Sqrt(α) * Matrix<double>.Build.DenseIdentity(p + 1));
            values = Vector<double>.Build.DenseOfEnumerable(values.Concat(new double[p + 1]));
        }

        var qr = LagMatrix.QR(rows, "use a longer series, a smaller p or a prior with α > 0");
        var R_inverse = qr.R.Inverse();
        return new(qr.Solve(values), R_inverse * R_inverse.Transpose(), β);
    }

    /// <summary>
    /// The predictive distribution of the number y_t that follows y: Gaussian with mean mᵀx and variance 1/β + xᵀS x for
    /// x = (1, y_{t−1}, …, y_{t−p}) (Bishop 2006, equations 3.58 and 3.59). The noise and our doubt about the weights add up.
    /// </summary>
    public (double Mean, double Variance) Next(Vector<double> y)
    {
        var x = LagMatrix.Row(y, y.Count, p);
        return (m.DotProduct(x), Variance(x));
    }

    /// <summary>Mean and variance of the predictions of y[from], …, y[N − 1] (counted from 0), each from its p true predecessors.</summary>
    public (Vector<double> Mean, Vector<double> Variance) Forecasts(Vector<double> y, int from) =>
        (LagMatrix.Forecasts(y, from, p, m.DotProduct), LagMatrix.Forecasts(y, from, p, Variance));

    private double Variance(Vector<double> x) => 1 / β + x.DotProduct(S * x);
}
