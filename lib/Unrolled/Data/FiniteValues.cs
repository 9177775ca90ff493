namespace Unrolled.Data;

/// <summary>The one place where series of numbers are checked.</summary>
static class FiniteValues
{
    /// <summary>The values as an array.</summary>
    /// <exception cref="ArgumentException">A value is NaN or infinite.</exception>
    public static double[] Of(IEnumerable<double> values, string name)
    {
        double[] all = [.. values];
        var bad = Array.FindIndex(all, value => !double.IsFinite(value));
        return bad < 0
            ? all
            : throw new ArgumentException(FormattableString.Invariant($"{name}[{bad}] must be a finite number, got {all[bad]}."), name);
    }
}
