using MathNet.Numerics.LinearAlgebra;

namespace Unrolled.Tests;

/// <summary>The one comparison of numbers: |expected − actual| ≤ tolerance · max(1, ‖expected‖∞).</summary>
internal static class Near
{
    public const double Numeric = 1e-7, Golden = 1e-12;

    public static void Equal(string what, Vector<double> expected, Vector<double> actual, double tolerance)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (var i = 0; i < expected.Count; i++)
            Assert.True(
                Math.Abs(expected[i] - actual[i]) <= tolerance * Math.Max(1, expected.InfinityNorm()),
                FormattableString.Invariant($"{what}[{i}]: expected {expected[i]:R}, got {actual[i]:R}"));
    }

    public static void Equal(string what, double expected, double actual, double tolerance) =>
        Equal(what, Vector<double>.Build.Dense(1, expected), Vector<double>.Build.Dense(1, actual), tolerance);

    public static void Equal(string what, Matrix<double> expected, Matrix<double> actual, double tolerance)
    {
        Assert.Equal((expected.RowCount, expected.ColumnCount), (actual.RowCount, actual.ColumnCount));
        Equal(what, Flat(expected), Flat(actual), tolerance);
    }

    public static void Equal(string what, Sequence expected, Sequence actual, double tolerance)
    {
        Assert.Equal((expected.First, expected.T), (actual.First, actual.T));
        for (var t = expected.First; t <= expected.T; t++)
            Equal($"{what}_{t}", expected[t], actual[t], tolerance);
    }

    public static void Equal<T>(string what, T expected, T actual, double tolerance) where T : IParameters<T>
    {
        foreach (var (e, a) in expected.Tensors().Zip(actual.Tensors()))
        {
            Assert.Equal(e.Name, a.Name);
            Equal($"{what} {e.Name}", e.Value, a.Value, tolerance);
        }
    }

    private static Vector<double> Flat(Matrix<double> m) => Vector<double>.Build.Dense(m.ToColumnMajorArray());
}
