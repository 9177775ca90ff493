namespace Unrolled;

/// <summary>How far forecasts are from what came.</summary>
public static class Metrics
{
    /// <summary>The root of the mean squared error, √((1/N) Σ (ŷ_i − y_i)²), in the unit of y.</summary>
    /// <exception cref="ArgumentException">There are no values, or not as many forecasts as values.</exception>
    public static double Rmse(IReadOnlyList<double> y, IReadOnlyList<double> ŷ) => Math.Sqrt(Errors(y, ŷ).Average(e => e * e));

    /// <summary>The mean absolute error, (1/N) Σ |ŷ_i − y_i|, in the unit of y.</summary>
    /// <exception cref="ArgumentException">There are no values, or not as many forecasts as values.</exception>
    public static double Mae(IReadOnlyList<double> y, IReadOnlyList<double> ŷ) => Errors(y, ŷ).Average(Math.Abs);

    private static IEnumerable<double> Errors(IReadOnlyList<double> y, IReadOnlyList<double> ŷ) => y.Count > 0 && ŷ.Count == y.Count
        ? Enumerable.Range(0, y.Count).Select(i => ŷ[i] - y[i])
        : throw new ArgumentException(Invariant($"ŷ must hold one forecast per value of y, at least one, got {ŷ.Count} for {y.Count}."), nameof(ŷ));
}
