namespace Unrolled.Figures;

/// <summary>The range an axis shows: what the reader asked for, else the data with a little room around it.</summary>
internal static class AxisRange
{
    // The sum of two such numbers is still finite.
    private const double Largest = 8e307;

    /// <summary>The range of an axis, or null when there is nothing it could show.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="values">Everything drawn along it.</param>
    /// <param name="room">The share of the range left free at either end.</param>
    public static (double Low, double High)? Of(Axis axis, IEnumerable<double> values, double room)
    {
        var (min, max) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values)
        {
            if (!Scale.CanShow(axis.Type, value)) continue;
            min = Math.Min(min, value);
            max = Math.Max(max, value);
        }

        if (min > max)
        {
            if (axis.From is null && axis.To is null) return null;
            (min, max) = (axis.From ?? axis.To!.Value, axis.To ?? axis.From!.Value);
        }

        var (low, high) = axis.Type == AxisType.Log ? AroundLog(min, max, room) : AroundLinear(min, max, room);
        (low, high) = (axis.From ?? low, axis.To ?? high);
        if (low < high) return (low, high);
        // One end was asked for and all data lie beyond it: an empty stretch from there on.
        return axis.From is { } from ? (from, axis.Type == AxisType.Log ? from * 10 : from + Math.Max(1, Math.Abs(from)))
                                     : (axis.Type == AxisType.Log ? high / 10 : high - Math.Max(1, Math.Abs(high)), high);
    }

    private static (double Low, double High) AroundLinear(double min, double max, double room)
    {
        (min, max) = (Math.Max(min, -Largest), Math.Min(max, Largest));
        var margin = (max - min) * room;
        // Differences below the precision of the numbers themselves are noise, not a shape.
        var size = Math.Max(Math.Abs(min), Math.Abs(max));
        if (max - min <= Math.Max(1e-13 * size, 1e-300)) margin = size > 1e-299 ? size * 0.1 : 1;
        // What cannot be negative does not get a negative axis.
        return (min >= 0 && min < margin ? 0 : Math.Max(min - margin, -Largest), max <= 0 && -max < margin ? 0 : Math.Min(max + margin, Largest));
    }

    private static (double Low, double High) AroundLog(double min, double max, double room)
    {
        var (low, high) = (Math.Log10(min), Math.Log10(max));
        var margin = high - low < 1e-9 ? 0.5 : (high - low) * room;
        return (Math.Max(Math.Pow(10, low - margin), double.Epsilon), Math.Min(Math.Pow(10, high + margin), double.MaxValue));
    }
}
