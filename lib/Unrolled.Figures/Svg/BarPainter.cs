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
        var bars = new List<(Box Box, double Value)>();
        foreach (var (k, trace) in traces.Index())
        {
            foreach (var (at, value) in trace.X.Zip(trace.Y).Where(p => figure.CanShow(p.First, p.Second)))
            {
                var box = BoxOf(at - Filled / 2 + k * width, width, value);
                svg.Rectangle(box, trace.Color);
                bars.Add((box, value));
            }
        }

        // Bars of one trace have room between them; those of several touch.
        Values(bars.FindAll(bar => y.Contains(bar.Value)), traces.Count > 1 ? -3 : 2);
    }

    // All values or none: some bars without one would look like a mistake.
    private void Values(List<(Box Box, double Value)> bars, double room)
    {
        if (bars.Any(bar => Style.LabelWidth(Text(bar.Value)) > bar.Box.Width + room)) return;
        foreach (var (box, value) in bars)
        {
            var baseline = value < 0 ? box.Bottom + Style.LabelSize : box.Top - 3;
            svg.Label(Text(value), Style.LabelSize, box.Middle.X, baseline, SvgWriter.Anchor.Middle, halo: true);
        }
    }

    private static string Text(double value) => NumberText.Of(value, 3).Replace('-', '−');

    // A bar starts at zero, or at the end of an axis that does not show zero.
    private Box BoxOf(double start, double width, double value)
    {
        var plot = frame.Plot;
        var zero = y.Type == AxisType.Log ? plot.Bottom : Math.Clamp(y.Pixel(0), plot.Top, plot.Bottom);
        var end = Math.Clamp(y.Pixel(value), plot.Top, plot.Bottom);
        var (left, right) = (Math.Clamp(x.Pixel(start), plot.Left, plot.Right), Math.Clamp(x.Pixel(start + width), plot.Left, plot.Right));
        return new(left, Math.Min(zero, end), right, Math.Max(zero, end));
    }
}
