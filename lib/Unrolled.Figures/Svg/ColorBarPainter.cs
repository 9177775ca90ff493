namespace Unrolled.Figures;

/// <summary>Draws the colour bar to the right of everything else.</summary>
/// <param name="svg">Where to.</param>
/// <param name="plot">The plot beside which it stands.</param>
/// <param name="left">Where it begins.</param>
/// <param name="bar">The colour bar.</param>
internal sealed class ColorBarPainter(SvgWriter svg, Box plot, double left, ColorBar bar)
{
    private const int Steps = 64;

    public void Paint()
    {
        if (bar.Levels is { } levels) Bands(levels);
        else Gradient();
        Labels();
        var x = left + bar.Width - 2 * Style.Gap - Frame.Rows(bar.Title.Length, Style.AxisTitleSize) + 0.9 * Style.AxisTitleSize;
        foreach (var line in bar.Title)
        {
            svg.Upright(line, Style.AxisTitleSize, x, plot.Middle.Y, SvgWriter.Anchor.Middle);
            x += Frame.Rows(1, Style.AxisTitleSize);
        }
    }

    private void Gradient()
    {
        var height = plot.Height / Steps;
        for (var i = 0; i < Steps; i++) Piece(plot.Bottom - (i + 1) * height, height, bar.Colors.At(i / (Steps - 1.0)));
    }

    private void Bands(Levels levels)
    {
        var (low, high) = (Scale.Straight(bar.Colors.Type, bar.Colors.Low), Scale.Straight(bar.Colors.Type, bar.Colors.High));
        var scale = new Scale(AxisType.Linear, low, high, plot.Bottom, plot.Top);
        var starts = levels.Bands.Select(band => scale.Pixel(band.From)).Append(plot.Top).ToList();
        foreach (var (i, (_, color)) in levels.Bands.Index()) Piece(starts[i + 1], starts[i] - starts[i + 1], color);
    }

    private void Piece(double top, double height, string color) => svg.Empty(
        "rect",
        ("x", left), ("y", top), ("width", ColorBar.BarWidth), ("height", height), ("fill", color), ("shape-rendering", "crispEdges"));

    private void Labels()
    {
        var scale = new Scale(bar.Colors.Type, bar.Colors.Low, bar.Colors.High, plot.Bottom, plot.Top);
        var right = left + ColorBar.BarWidth;
        foreach (var (value, label) in bar.Ticks.All.Where(tick => tick.Label.Length > 0))
        {
            var at = scale.Pixel(value);
            svg.Line(SvgWriter.Path($"M{right} {at}h{Style.TickLength}"), Palette.AxisLine);
            svg.Label(label, Style.LabelSize, right + Style.TickLength + 2, at + Style.HalfLetter, fill: Palette.Muted);
        }
    }
}
