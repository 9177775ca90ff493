using System.Collections.Immutable;

namespace Unrolled.Figures;

/// <summary>Where everything stands: the plot, the rows above it, the labels around it. All text finds its place here, before anything is drawn.</summary>
internal sealed record Frame
{
    /// <summary>The share of the height that belongs to the plot, however many rows stand above it; the picture grows instead.</summary>
    private const double LeastPlot = 0.55;

    public required int Width { get; init; }

    public required double Height { get; init; }

    public required Box Plot { get; init; }

    /// <summary>The x scale; null when there is nothing to show.</summary>
    public required Scale? X { get; init; }

    /// <summary>The y scale; null when there is nothing to show.</summary>
    public required Scale? Y { get; init; }

    public required Ticks XTicks { get; init; }

    public required Ticks YTicks { get; init; }

    public required ImmutableArray<string> Title { get; init; }

    public required ImmutableArray<string> XTitle { get; init; }

    public required ImmutableArray<string> YTitle { get; init; }

    public required Legend Legend { get; init; }

    public required Labels Labels { get; init; }

    /// <summary>The rows of labels above the plot, for vertical lines.</summary>
    public required int TopRows { get; init; }

    /// <summary>The frame with names beside the data where they fit, else in the legend.</summary>
    public static Frame Planned(Figure figure)
    {
        var (x, y) = figure.Ranges();
        return Labels.Direct(figure) is { } direct && Of(figure.Layout, x, y, direct) is var frame && frame.SideLabelsFit()
            ? frame
            : Of(figure.Layout, x, y, Labels.InLegend(figure));
    }

    private static Frame Of(Layout layout, AxisRange? xRange, AxisRange? yRange, Labels labels)
    {
        var inner = layout.Width - 2 * Style.Margin;

        var title = Wrap.Lines(layout.Title, inner, Style.TitleSize, bold: true);
        var legend = Legend.Of(labels.Legend, inner);
        var topWidth = labels.Top.Sum(line => RichText.Parse(line.Label).Width(Style.LabelSize) + Style.Gap);
        var topRows = (int)Math.Ceiling(topWidth / (0.6 * inner));
        var header = Style.Margin + Rows(title.Length, Style.TitleSize) + legend.Height + Rows(topRows, Style.LabelSize) + Style.Gap;

        var yTicks = yRange is null ? Ticks.None : Ticks.For(layout.YAxis.Type, yRange, Math.Clamp(layout.Height / 48, 2, 10));
        var yTitle = Wrap.Lines(Titled(layout.YAxis, yTicks), LeastPlot * layout.Height, Style.AxisTitleSize);
        var left = Style.Margin + Rows(yTitle.Length, Style.AxisTitleSize) + Widest(yTicks.All.Select(t => t.Label)) + Style.TickLength + Style.Gap;

        // The last label of the x axis may reach half its width beyond the plot.
        var side = Widest(labels.Side.Select(label => label.Text));
        var right = layout.Width - Style.Margin - (side > 0 ? side + Style.Gap + Style.TickLength : Style.Gap);
        var (xTicks, xOver) = xRange is null ? (Ticks.None, 0) : XTicksFor(layout.XAxis.Type, xRange, left, right, layout.Width);
        right -= xOver;

        var xTitle = Wrap.Lines(Titled(layout.XAxis, xTicks), right - left, Style.AxisTitleSize);
        var footer = Style.TickLength + Rows(1, Style.LabelSize) + Rows(xTitle.Length, Style.AxisTitleSize) + Style.Margin;
        var plotHeight = Math.Max(layout.Height - header - footer, LeastPlot * layout.Height);
        var plot = new Box(left, header, right, header + plotHeight);

        return new()
        {
            Width = layout.Width,
            Height = header + plotHeight + footer,
            Plot = plot,
            X = xRange is null ? null : new(layout.XAxis.Type, xRange.Low, xRange.High, plot.Left, plot.Right),
            Y = yRange is null ? null : new(layout.YAxis.Type, yRange.Low, yRange.High, plot.Bottom, plot.Top),
            XTicks = xTicks,
            YTicks = yTicks,
            Title = title,
            XTitle = xTitle,
            YTitle = yTitle,
            Legend = legend,
            Labels = labels,
            TopRows = topRows,
        };
    }

    /// <summary>The height of so many rows of text.</summary>
    public static double Rows(int count, double size) => count * size * Style.LineHeight;

    /// <summary>The y of a data point's place, in pixels, for labels beside the plot.</summary>
    public double[] SideCentres() => Spread.Apart(
        [.. Labels.Side.Select(label => Math.Clamp(Y!.Pixel(label.Y), Plot.Top, Plot.Bottom))],
        [.. Labels.Side.Select(_ => Style.LabelSize * Style.LineHeight)],
        Plot.Top - Style.LabelSize / 2,
        Plot.Bottom + Style.LabelSize / 2);

    /// <summary>Whether the names beside the plot stand close to what they name.</summary>
    public bool SideLabelsFit()
    {
        if (Labels.Side.Length == 0) return true;
        if (X is null || Y is null || Labels.Side.Length * Style.LabelSize * Style.LineHeight > Plot.Height) return false;
        var centres = SideCentres();
        return Labels.Side.Zip(centres).All(pair =>
            Math.Abs(Y.Pixel(pair.First.Y) - pair.Second) <= 2.5 * Style.LabelSize && (pair.First.X is not { } x || X.Pixel(x) >= Plot.Right - 0.06 * Plot.Width));
    }

    private static string Titled(Axis axis, Ticks ticks) => ticks.Offset.Length == 0 ? axis.Title : $"{axis.Title} − {ticks.Offset}".Trim();

    private static double Widest(IEnumerable<string> labels) =>
        labels.Select(label => RichText.Parse(label).Width(Style.LabelSize)).DefaultIfEmpty().Max();

    // As many ticks as leave room between their labels, and how far the last label reaches over the right end.
    private static (Ticks Ticks, double Over) XTicksFor(AxisType type, AxisRange range, double left, double right, double width)
    {
        for (var most = 10; ; most--)
        {
            var ticks = Ticks.For(type, range, most);
            var scale = new Scale(type, range.Low, range.High, left, right);
            var labelled = ticks.All.Where(tick => tick.Label.Length > 0)
                .Select(tick => (At: scale.Pixel(tick.Value), Half: RichText.Parse(tick.Label).Width(Style.LabelSize) / 2)).ToList();
            var over = labelled.Select(tick => tick.At + tick.Half - (width - Style.Gap)).Append(0).Max();
            var apart = labelled.Zip(labelled.Skip(1)).All(pair => pair.Second.At - pair.Second.Half - (pair.First.At + pair.First.Half) >= 1.5 * Style.LabelSize);
            if (apart || most == 2) return (ticks, over);
        }
    }
}
