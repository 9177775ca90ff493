namespace Unrolled.Figures;

/// <summary>Draws the colour bar to the right of everything else.</summary>
internal sealed class ColorBarPainter(SvgWriter svg, Frame frame, ColorBar bar)
{
    private const int Steps = 64;

    public void Paint()
    {
        var plot = frame.Plot;
        var left = frame.Width - Style.Margin - bar.Width + 2 * Style.Gap;
        var right = left + ColorBar.BarWidth;
        var height = plot.Height / Steps;
        for (var i = 0; i < Steps; i++)
            svg.Empty(
                "rect",
                ("x", left), ("y", plot.Bottom - (i + 1) * height), ("width", ColorBar.BarWidth), ("height", height),
                ("fill", bar.Colors.At(i / (Steps - 1.0))), ("shape-rendering", "crispEdges"));

        var scale = new Scale(bar.Colors.Type, bar.Colors.Low, bar.Colors.High, plot.Bottom, plot.Top);
        foreach (var (value, label) in bar.Ticks.All.Where(tick => tick.Label.Length > 0))
        {
            var at = scale.Pixel(value);
            svg.Line(SvgWriter.Path($"M{right} {at}h{Style.TickLength}"), Palette.AxisLine);
            svg.Label(label, Style.LabelSize, right + Style.TickLength + 2, at + Style.HalfLetter, fill: Palette.Muted);
        }

        var x = frame.Width - Style.Margin - Frame.Rows(bar.Title.Length, Style.AxisTitleSize) + 0.9 * Style.AxisTitleSize;
        foreach (var line in bar.Title)
        {
            svg.Upright(line, Style.AxisTitleSize, x, plot.Middle.Y, SvgWriter.Anchor.Middle);
            x += Frame.Rows(1, Style.AxisTitleSize);
        }
    }
}
