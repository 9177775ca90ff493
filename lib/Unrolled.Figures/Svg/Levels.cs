using System.Collections.Immutable;

namespace Unrolled.Figures;

/// <summary>Where the contour lines of a surface lie, and the colours between them.</summary>
/// <param name="Ticks">The lines: their values and labels.</param>
/// <param name="Step">The distance between two lines, in exponents on a logarithmic scale.</param>
/// <param name="Bands">The start of each area, as the scale is straight, and its colour; the first starts at the lowest value.</param>
internal sealed record Levels(Ticks Ticks, double Step, ImmutableArray<(double From, string Color)> Bands)
{
    private const int Most = 12;

    public static Levels Of(ColorScale colors)
    {
        var (low, high) = (Scale.Straight(colors.Type, colors.Low), Scale.Straight(colors.Type, colors.High));
        var log = colors.Type == AxisType.Log;
        var lines = Ticks.Linear(low, high, Most, whole: log && high - low >= 3);
        var inner = lines.All.Select(tick => tick.Value).Where(value => value > low && value < high);
        ImmutableArray<double> edges = [low, .. inner, high];
        var bands = edges.Zip(edges.Skip(1), (from, to) => (from, colors.At(((from + to) / 2 - low) / (high - low))));
        var ticks = log ? new Ticks([.. lines.All.Select(tick => new Tick(Math.Pow(10, tick.Value), $"10^{{{tick.Label}}}"))], "") : lines;
        return new(ticks, lines.All.Length > 1 ? lines.All[1].Value - lines.All[0].Value : high - low, [.. bands]);
    }
}
