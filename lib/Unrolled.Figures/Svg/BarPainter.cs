namespace Unrolled.Figures;

/// <summary>Draws bars, those of several traces side by side, with their values where these fit.</summary>
internal sealed class BarPainter(SvgWriter svg, Figure figure, Frame frame, Scale x, Scale y)
{
    // The share of a category's place that its bars fill.
    private const double Filled = 0.8;

    public void Paint()
    {
        var traces = figure.Data.OfType<Bar>().ToList();
        var width = Filled / Math.Max(1, traces.Count);
        var bars = new List<(Box Box, double Value, string Color)>();
        foreach (var (k, trace) in traces.Index())
            foreach (var (at, value) in trace.X.Zip(trace.Y).Where(p => figure.CanShow(p.First, p.Second)))
                bars.Add((BoxOf(at - Filled / 2 + k * width, width, value), value, trace.Color));

        foreach (var (box, _, color) in bars)
            svg.Empty("rect", ("x", box.Left), ("y", box.Top), ("width", box.Width), ("height", box.Height), ("fill", color));
        var labels = bars.Where(bar => y.Contains(bar.Value)).Select(bar => (bar.Box, bar.Value, Text: RichText.Parse(NumberText.Of(bar.Value, 3).Replace('-', '−')))).ToList();
        if (labels.Any(label => label.Text.Width(Style.LabelSize) > label.Box.Width + 2)) return;
        foreach (var (box, value, text) in labels)
            svg.Text(text, Style.LabelSize, ("x", (box.Left + box.Right) / 2), ("y", value < 0 ? box.Bottom + Style.LabelSize : box.Top - 3), ("text-anchor", "middle"),
                ("stroke", Palette.Card), ("stroke-width", 3), ("paint-order", "stroke"));
    }

    // A bar starts at zero, or at the end of an axis that does not show zero.
    private Box BoxOf(double start, double width, double value)
    {
        var plot = frame.Plot;
        var (from, to) = (y.Type == AxisType.Log ? plot.Bottom : Math.Clamp(y.Pixel(0), plot.Top, plot.Bottom), Math.Clamp(y.Pixel(value), plot.Top, plot.Bottom));
        var (left, right) = (Math.Clamp(x.Pixel(start), plot.Left, plot.Right), Math.Clamp(x.Pixel(start + width), plot.Left, plot.Right));
        return new(left, Math.Min(from, to), right, Math.Max(from, to));
    }
}
