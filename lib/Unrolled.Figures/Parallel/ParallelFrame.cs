using System.Collections.Immutable;

namespace Unrolled.Figures;

/// <summary>Where everything stands in parallel coordinates.</summary>
/// <param name="Width">The width of the picture.</param>
/// <param name="Height">The height of the picture.</param>
/// <param name="Title">The lines of the title.</param>
/// <param name="Plot">The axes stand from its left to its right end.</param>
/// <param name="Axes">The axes, from left to right.</param>
/// <param name="Colors">The colours of the runs; null when no axis colours them.</param>
/// <param name="Bar">The colour bar.</param>
/// <param name="Above">Where runs without a value on an axis cross it; null when all have one.</param>
internal sealed record ParallelFrame(
    double Width,
    double Height,
    ImmutableArray<string> Title,
    Box Plot,
    ImmutableArray<ParallelFrame.Place> Axes,
    ColorScale? Colors,
    ColorBar? Bar,
    double? Above)
{
    /// <summary>What stands where runs without a value cross an axis.</summary>
    public const string Missing = "no value";

    private const double AboveHeight = 26;

    // Between the labels of an axis and the axis to their left.
    private const double Apart = 16;

    /// <summary>An axis and where it stands. The labels of the last axis stand to its right, where no run crosses them.</summary>
    internal sealed record Place(ParallelAxis Axis, double X, ImmutableArray<string> Title, Ticks Ticks, Scale? Scale, bool IsLast);

    public static ParallelFrame Planned(ParallelCoordinates runs)
    {
        var colors = Coloring(runs);
        var bar = colors is null ? null : ColorBar.Of(colors, null, runs.Coloring!.Title, runs.Height);
        var numbers = runs.Axes.Where(axis => axis.Categories.Length == 0).Select(axis => Widest(axis.Ticks(runs.Height, 0)));
        var least = numbers.DefaultIfEmpty().Max() + Apart;
        var (count, around) = (Math.Max(1, runs.Axes.Length), 2 * Style.Margin + (bar?.Width ?? 0));
        var width = Math.Max(runs.Width, Math.Ceiling(around + (count + 1) * Math.Max(least, 60)));

        // The labels of the first and the last axis, and their titles, reach beyond them.
        var slot = (width - around) / count;
        var missing = runs.Axes.Any(axis => Enumerable.Range(0, runs.Runs).Any(run => !axis.Shows(run)));
        var (left, right) = (Style.Margin + Beside(0), width - Style.Margin - (bar?.Width ?? 0) - (count > 1 ? Beside(count - 1) : slot / 2));
        var spacing = count > 1 ? (right - left) / (count - 1) : slot;
        var titles = runs.Axes.Select(axis => Wrap.Lines(axis.Title, Math.Min(spacing, slot) - Style.Gap, Style.LabelSize, bold: true)).ToList();

        var title = Wrap.Lines(runs.Title, width - 2 * Style.Margin, Style.TitleSize, bold: true);
        var header = Style.Margin + Frame.Rows(title.Length, Style.TitleSize) + Style.Gap
            + Frame.Rows(titles.Select(lines => lines.Length).DefaultIfEmpty().Max(), Style.LabelSize) + Style.Gap;
        var top = header + (missing ? AboveHeight : 0);
        var bottom = Math.Max(runs.Height - Style.Margin - Style.LabelSize / 2, top + Frame.LeastPlot * runs.Height);
        var plot = new Box(left, top, right, bottom);
        var axes = runs.Axes.Select((axis, i) => new Place(
            axis,
            left + i * spacing,
            titles[i],
            axis.Ticks(runs.Height, (i == 0 ? left - Style.Margin : i == count - 1 ? Beside(i) : spacing) - Apart),
            axis.Range() is { } range ? new(axis.Type, range.Low, range.High, bottom, top) : null,
            IsLast: count > 1 && i == count - 1));
        return new(width, bottom + Style.Margin + Style.LabelSize / 2, title, plot, [.. axes], colors, bar, missing ? header + Style.LabelSize / 2 : null);

        double Beside(int axis)
        {
            if (runs.Axes.IsEmpty) return slot / 2;
            var labels = Math.Max(Widest(runs.Axes[axis].Ticks(runs.Height, slot)), missing ? Style.LabelWidth(Missing) : 0);
            return Math.Max(slot / 2, Math.Min(slot, labels + Apart));
        }
    }

    private static ColorScale? Coloring(ParallelCoordinates runs) =>
        runs.Coloring is { } axis && axis.Range() is { } range ? ColorScale.OfLines(axis.Type, range.Low, range.High) : null;

    private static double Widest(Ticks ticks) => Style.Widest(ticks.All.SelectMany(tick => tick.Label.Split('\n')));
}
