using System.Collections.Immutable;

namespace Unrolled.Figures;

/// <summary>The colours of a field's values: the larger, the darker, so that the order is seen under any colour vision.</summary>
/// <param name="Type">Linear, or logarithmic in the value.</param>
/// <param name="Low">The value of the first colour.</param>
/// <param name="High">The value of the last colour.</param>
/// <param name="Stops">The colours at equal distances, as red, green and blue.</param>
internal sealed record ColorScale(AxisType Type, double Low, double High, ImmutableArray<(int R, int G, int B)> Stops)
{
    /// <summary>What is drawn where there is no value.</summary>
    public const string Missing = "#dde1e6";

    // So many colours are all an eye tells apart, and equal neighbours can be drawn as one.
    private const int Levels = 64;

    private static readonly ImmutableArray<(int, int, int)> Sequential =
    [
        (255, 255, 229), (226, 243, 197), (178, 223, 183), (115, 196, 183), (57, 160, 184), (33, 118, 174),
        (35, 78, 150), (26, 42, 108), (12, 18, 58),
    ];

    private static readonly ImmutableArray<(int, int, int)> Diverging =
    [
        (15, 46, 110), (31, 94, 180), (91, 152, 220), (168, 204, 238), (250, 250, 250),
        (250, 196, 160), (240, 135, 80), (200, 75, 15), (115, 35, 5),
    ];

    /// <summary>The colours of a field: around zero where values have both signs; null when it has no value to show.</summary>
    public static ColorScale? Of(Field field)
    {
        var type = field.Log ? AxisType.Log : AxisType.Linear;
        var shown = field.Z.SelectMany(row => row).Where(value => Scale.CanShow(type, value));
        var extent = shown.Aggregate(Extent.None, (extent, value) => extent.With(value));
        if (AxisRange.Of(new() { Type = type }, extent, 0) is not { } range) return null;
        if (field.Log || range.Low >= 0) return new(type, range.Low, range.High, Sequential);
        if (range.High <= 0) return new(type, range.Low, range.High, [.. Sequential.Reverse()]);
        var largest = Math.Max(-range.Low, range.High);
        return new(type, -largest, largest, Diverging);
    }

    /// <summary>The colours of lines by their values, lowest darkest; none so light that a line would be lost on the card.</summary>
    public static ColorScale OfLines(AxisType type, double low, double high) => new(type, low, high, [.. Sequential.Skip(3).Reverse()]);

    /// <summary>The colour of a value as <c>#rrggbb</c>.</summary>
    public string Of(double value)
    {
        if (!Scale.CanShow(Type, value)) return Missing;
        var level = Math.Round(Math.Clamp(new Scale(Type, Low, High, 0, 1).Pixel(value), 0, 1) * (Levels - 1)) / (Levels - 1);
        return At(level);
    }

    /// <summary>The colour at a share of the scale.</summary>
    public string At(double share)
    {
        var position = share * (Stops.Length - 1);
        var i = Math.Min((int)position, Stops.Length - 2);
        var (a, b, s) = (Stops[i], Stops[i + 1], position - i);
        return Invariant($"#{Mix(a.R, b.R):x2}{Mix(a.G, b.G):x2}{Mix(a.B, b.B):x2}");

        int Mix(int from, int to) => (int)Math.Round(from + s * (to - from));
    }
}
