using System.Collections.Immutable;

namespace Unrolled.Figures;

/// <summary>Where everything stands: the plot, the rows above it, the labels around it. All is planned before anything is drawn.</summary>
internal sealed record Frame
{
    /// <summary>The share of the height that belongs to the plot, however many rows stand above it; the picture grows instead.</summary>
    public const double LeastPlot = 0.55;

    public required int Width { get; init; }

    public required double Height { get; init; }

    public required Box Plot { get; init; }

    /// <summary>The x scale; null when there is nothing to show.</summary>
    public required Scale? X { get; init; }

    /// <summary>The y scale; null when there is nothing to show.</summary>
    public required Scale? Y { get; init; }

    public required XLabels XLabels { get; init; }

    public required Ticks YTicks { get; init; }

    public required ImmutableArray<string> Title { get; init; }

    public required double TitleSize { get; init; }

    public required ImmutableArray<string> XTitle { get; init; }

    public required ImmutableArray<string> YTitle { get; init; }

    public required ColorBar? ColorBar { get; init; }

    /// <summary>Where the colour bar begins.</summary>
    public required double ColorBarLeft { get; init; }

    public required Legend Legend { get; init; }

    public required Labels Labels { get; init; }

    /// <summary>The rows of labels above the plot, for vertical lines.</summary>
    public required int TopRows { get; init; }

    /// <summary>The frame with names beside the data where they fit, else in the legend.</summary>
    public static Frame Planned(Figure figure) => Planned(figure, Style.TitleSize, default);

    /// <summary>The frame of one panel among others.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="titleSize">The size of its title.</param>
    /// <param name="least">What must at least be left free around the plot.</param>
    public static Frame Planned(Figure figure, double titleSize, Insets least)
    {
        var (x, y) = figure.Ranges();
        return Labels.Direct(figure, x, y) is { } direct && Of(direct) is var frame && frame.SideLabelsFit()
            ? frame
            : Of(Labels.InLegend(figure, x, y));

        Frame Of(Labels labels) => Frame.Of(figure, titleSize, least, x, y, labels);
    }

    private static Frame Of(Figure figure, double titleSize, Insets least, AxisRange? x, AxisRange? y, Labels labels)
    {
        var layout = figure.Layout;
        var inner = layout.Width - 2 * Style.Margin;

        var title = Wrap.Lines(layout.Title, inner, titleSize, bold: true);
        var legend = Legend.Of(labels.Legend, inner);
        var topWidth = labels.Top.Sum(line => Style.LabelWidth(line.Label) + Style.Gap);
        var topRows = (int)Math.Ceiling(topWidth / (0.6 * inner));
        var above = Style.Margin + Rows(title.Length, titleSize) + legend.Height + Rows(topRows, Style.LabelSize) + Style.Gap;
        var header = Math.Max(above, least.Top);

        var yTicks = YTicksOf(layout, y);
        var yTitle = Wrap.Lines(yTicks.Titled(layout.YAxis.Title), LeastPlot * layout.Height, Style.AxisTitleSize);
        var yLabels = Style.Widest(yTicks.All.SelectMany(tick => tick.Label.Split('\n')));
        var left = Math.Max(Style.Margin + Rows(yTitle.Length, Style.AxisTitleSize) + yLabels + Style.TickLength + Style.Gap, least.Left);

        var side = Style.Widest(labels.Side.Select(label => label.Text));
        var colorBar = ColorBar.Of(figure);
        var beside = (side > 0 ? side + Style.Gap + Style.TickLength : Style.Gap) + (colorBar?.Width ?? 0);
        var right = Math.Min(layout.Width - Style.Margin - beside, layout.Width - least.Right);
        var xLabels = XLabels.Of(layout, x, left, right);
        right -= xLabels.Over;

        var xTitle = Wrap.Lines(xLabels.Ticks.Titled(layout.XAxis.Title), right - left, Style.AxisTitleSize);
        var footer = Math.Max(Style.TickLength + xLabels.Height + Rows(xTitle.Length, Style.AxisTitleSize) + Style.Margin, least.Bottom);
        var plotHeight = Math.Max(layout.Height - header - footer, LeastPlot * layout.Height);
        var end = right;
        if (layout.EqualScale) (right, plotHeight) = (left + Math.Min(right - left, plotHeight), Math.Min(right - left, plotHeight));
        var plot = new Box(left, header, right, header + plotHeight);
        var (top, bottom) = layout.YAxis.Reversed ? (plot.Bottom, plot.Top) : (plot.Top, plot.Bottom);

        return new()
        {
            Width = layout.Width,
            Height = header + plotHeight + footer,
            Plot = plot,
            X = x is null ? null : new(layout.XAxis.Type, x.Low, x.High, plot.Left, plot.Right),
            Y = y is null ? null : new(layout.YAxis.Type, y.Low, y.High, bottom, top),
            XLabels = xLabels,
            YTicks = yTicks,
            Title = title,
            TitleSize = titleSize,
            XTitle = xTitle,
            YTitle = yTitle,
            ColorBar = colorBar,
            ColorBarLeft = layout.Width - Style.Margin - (colorBar?.Width ?? 0) + 2 * Style.Gap - (end - right),
            Legend = legend,
            Labels = labels,
            TopRows = topRows,
        };
    }

    // Names are wrapped, and of very many only some are written.
    private static Ticks YTicksOf(Layout layout, AxisRange? y)
    {
        if (y is null) return Ticks.None;
        var names = layout.YAxis.Categories;
        if (names.Length == 0) return Ticks.For(layout.YAxis.Type, y, Math.Clamp(layout.Height / 48, 2, 10));
        var wrapped = names.Select(name => Wrap.Lines(name, 0.25 * layout.Width, Style.LabelSize)).ToList();
        var room = LeastPlot * layout.Height / names.Length;
        var step = Math.Max(1, (int)Math.Ceiling(Rows(wrapped.Max(lines => lines.Length), Style.LabelSize) / room));
        return new([.. wrapped.Select((lines, i) => new Tick(i + 1, i % step == step / 2 ? string.Join('\n', lines) : ""))], "");
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
        return Labels.Side.Zip(SideCentres()).All(pair => Near(pair.First, pair.Second));

        bool Near(SideLabel label, double centre)
        {
            var atEnd = label.X is not { } x || X.Pixel(x) >= Plot.Right - 0.06 * Plot.Width;
            return atEnd && Y.Contains(label.Y) && Math.Abs(Y.Pixel(label.Y) - centre) <= 2.5 * Style.LabelSize;
        }
    }
}
