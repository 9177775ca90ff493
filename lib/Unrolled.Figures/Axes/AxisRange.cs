namespace Unrolled.Figures;

/// <summary>The range an axis shows: what the reader asked for, else the data with a little room around it.</summary>
/// <param name="Low">The lowest value shown.</param>
/// <param name="High">The highest value shown, above <paramref name="Low"/>.</param>
/// <param name="Whole">Whether all data are whole numbers, as steps and epochs are; then half steps are no ticks.</param>
internal sealed record AxisRange(double Low, double High, bool Whole)
{
    // The largest number Plotly's axes know is 1.8e304.
    private const double Largest = 8e303;

    /// <summary>Whether a value lies in the range.</summary>
    public bool Contains(double value) => value >= Low && value <= High;

    /// <summary>The range of an axis, or null when there is nothing it could show.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="extent">Everything drawn along it.</param>
    /// <param name="room">The share of the range left free at either end.</param>
    /// <param name="stopAtZero">Whether what is nowhere negative gets no negative axis, and the other way round.</param>
    public static AxisRange? Of(Axis axis, Extent extent, double room, bool stopAtZero = false)
    {
        var (min, max, whole) = extent;
        if (min > max) return null;
        var (low, high) = axis.Type == AxisType.Log ? AroundLog(min, max, room) : AroundLinear(min, max, room, whole, stopAtZero);
        (low, high) = (axis.From ?? low, axis.To ?? high);
        // All data lie beyond the one end that was asked for: an empty stretch from there on.
        if (low >= high && axis.From is not null) high = axis.Type == AxisType.Log ? low * 10 : low + Math.Max(1, Math.Abs(low));
        if (low >= high) low = axis.Type == AxisType.Log ? high / 10 : high - Math.Max(1, Math.Abs(high));
        return new(low, high, whole);
    }

    /// <summary>Two ranges of the same span, so that the same unit has the same length on both axes of a square.</summary>
    public static (AxisRange X, AxisRange Y) Equal(AxisRange x, AxisRange y)
    {
        var half = Math.Max(x.High - x.Low, y.High - y.Low) / 2;
        return (Around(x, half), Around(y, half));

        static AxisRange Around(AxisRange range, double half)
        {
            var middle = range.Low + (range.High - range.Low) / 2;
            return range with { Low = middle - half, High = middle + half };
        }
    }

    private static (double Low, double High) AroundLinear(double min, double max, double room, bool whole, bool stopAtZero)
    {
        (min, max) = (Math.Max(min, -Largest), Math.Min(max, Largest));
        var (margin, size) = ((max - min) * room, Math.Max(Math.Abs(min), Math.Abs(max)));
        // Differences below the precision of the numbers themselves are noise, not a shape.
        if (max - min <= Math.Max(1e-13 * size, 1e-300))
        {
            margin = whole ? Math.Max(1, 0.1 * size) : size > 1e-299 ? 0.1 * size : 1;
            return (min - margin, max + margin);
        }

        return (stopAtZero && min >= 0 && min < margin ? 0 : Math.Max(min - margin, -Largest),
                stopAtZero && max <= 0 && -max < margin ? 0 : Math.Min(max + margin, Largest));
    }

    private static (double Low, double High) AroundLog(double min, double max, double room)
    {
        var (low, high) = (Math.Log10(min), Math.Log10(max));
        var margin = high - low < 1e-9 ? 0.5 : (high - low) * room;
        return (Math.Max(Math.Pow(10, low - margin), double.Epsilon), Math.Min(Math.Pow(10, high + margin), double.MaxValue));
    }
}
