using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>What every function of a spectrum asks first. MathNet's iterations do not end well on NaN, so it is refused here.</summary>
internal static class Square
{
    public static void Check(string name, Matrix<double> value)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        if (value.RowCount != value.ColumnCount || value.RowCount == 0)
            throw new ArgumentException(Invariant($"{name} must be square, n × n with n ≥ 1, got {value.RowCount} × {value.ColumnCount}."));
        CheckFinite(name, value);
    }

    public static void CheckFinite(string name, Matrix<double> value)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        foreach (var (i, j, entry) in value.EnumerateIndexed())
            if (!double.IsFinite(entry))
                throw new ArgumentException(Invariant($"{name} must be finite, got {entry} at row {i}, column {j}."));
    }
}
