using MathNet.Numerics.LinearAlgebra;

namespace Unrolled.Data;

/// <summary>
/// Maps prices to [0, 1]: x = (p − min) / (max − min). Minimum and maximum are those of the training part only: a scaler that has
/// seen the test part tells the network how high the future will go. Prices outside the training range map outside [0, 1].
/// </summary>
public sealed record MinMaxScaler
{
    private MinMaxScaler(double min, double max) => (Min, Max) = (min, max);

    /// <summary>The smallest training value; it maps to 0.</summary>
    public double Min { get; }

    /// <summary>The largest training value; it maps to 1.</summary>
    public double Max { get; }

    /// <summary>Takes minimum and maximum from the training values.</summary>
    /// <exception cref="ArgumentException">There are no values, one is not a finite number, or all are equal.</exception>
    public static MinMaxScaler Fit(IEnumerable<double> train)
    {
        double[] values = [.. train];
        if (values.Length == 0)
            throw new ArgumentException("A scaler needs at least two different training values, got none.", nameof(train));
        Check.Finite(nameof(train), Vector<double>.Build.Dense(values));
        var (min, max) = (values.Min(), values.Max());
        return min < max
            ? new MinMaxScaler(min, max)
            : throw new ArgumentException(
                Invariant($"A scaler needs at least two different training values, got {values.Length} times {min}."),
                nameof(train));
    }

    /// <summary>(p − min) / (max − min).</summary>
    public double Transform(double value) => (value - Min) / (Max - Min);

    /// <summary>min + x (max − min), back to the units of the training values.</summary>
    public double Inverse(double scaled) => Min + scaled * (Max - Min);

    /// <summary>Transforms a series, value by value.</summary>
    public double[] Transform(IEnumerable<double> values) => [.. values.Select(Transform)];

    /// <summary>Brings a scaled series back, value by value.</summary>
    public double[] Inverse(IEnumerable<double> scaled) => [.. scaled.Select(Inverse)];

    /// <summary>Transforms a vector, value by value.</summary>
    public Vector<double> Transform(Vector<double> values) => values.Map(Transform, Zeros.Include);

    /// <summary>Brings a scaled vector back, value by value.</summary>
    public Vector<double> Inverse(Vector<double> scaled) => scaled.Map(Inverse, Zeros.Include);
}
