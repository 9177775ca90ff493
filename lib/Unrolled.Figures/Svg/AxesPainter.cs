namespace Unrolled.Figures;

/// <summary>Draws grid, axes, tick labels and axis titles.</summary>
internal sealed class AxesPainter(SvgWriter svg, Frame frame, bool grid)
{
    private readonly Box plot = frame.Plot;

    public void Paint()
    {
        if (frame.X is { } x) XTicks(x);
        if (frame.Y is { } y) YTicks(y);
        svg.Empty("path", ("d", $"M{N(plot.Left)} {N(plot.Top)}V{N(plot.Bottom)}H{N(plot.Right)}"), ("fill", "none"), ("stroke", Palette.AxisLine));
        Titles();
    }

    private void XTicks(Scale x)
    {
        foreach (var (value, label) in frame.XLabels.Ticks.All)
        {
            var at = x.Pixel(value);
            if (label.Length > 0 && grid) Line($"M{N(at)} {N(plot.Top)}V{N(plot.Bottom)}", Palette.Grid);
            Line($"M{N(at)} {N(plot.Bottom)}v{N(label.Length > 0 ? Style.TickLength : Style.TickLength / 2)}", Palette.AxisLine);
            if (label.Length > 0) XLabel(at, label.Split('\n'));
        }
    }

    private void XLabel(double at, string[] lines)
    {
        foreach (var (i, line) in lines.Index())
        {
            if (frame.XLabels.Rotated)
            {
                var x = at + Frame.Rows(1, Style.LabelSize) * (i - (lines.Length - 1) / 2.0) + 0.35 * Style.LabelSize;
                svg.Text(RichText.Parse(line), Style.LabelSize,
                    ("transform", $"translate({N(x)} {N(plot.Bottom + Style.TickLength + 2)}) rotate(-90)"), ("text-anchor", "end"), ("fill", Palette.Muted));
            }
            else svg.Text(RichText.Parse(line), Style.LabelSize,
                ("x", at), ("y", plot.Bottom + Style.TickLength + Style.LabelSize + Frame.Rows(i, Style.LabelSize)), ("text-anchor", "middle"), ("fill", Palette.Muted));
        }
    }

    private void YTicks(Scale y)
    {
        foreach (var (value, label) in frame.YTicks.All)
        {
            var at = y.Pixel(value);
            if (label.Length > 0 && (grid || value == 0)) Line($"M{N(plot.Left)} {N(at)}H{N(plot.Right)}", value == 0 ? Palette.AxisLine : Palette.Grid);
            Line($"M{N(plot.Left)} {N(at)}h{N(label.Length > 0 ? -Style.TickLength : -Style.TickLength / 2)}", Palette.AxisLine);
            if (label.Length > 0)
                svg.Text(RichText.Parse(label), Style.LabelSize,
                    ("x", plot.Left - Style.TickLength - 2), ("y", at + 0.35 * Style.LabelSize), ("text-anchor", "end"), ("fill", Palette.Muted));
        }
    }

    private void Titles()
    {
        var baseline = plot.Bottom + Style.TickLength + frame.XLabels.Height + Style.AxisTitleSize;
        foreach (var line in frame.XTitle)
        {
            svg.Text(RichText.Parse(line), Style.AxisTitleSize, ("x", (plot.Left + plot.Right) / 2), ("y", baseline), ("text-anchor", "middle"));
            baseline += Frame.Rows(1, Style.AxisTitleSize);
        }

        var (x, middle) = (Style.Margin + 0.8 * Style.AxisTitleSize, (plot.Top + plot.Bottom) / 2);
        foreach (var line in frame.YTitle)
        {
            svg.Text(RichText.Parse(line), Style.AxisTitleSize, ("transform", $"translate({N(x)} {N(middle)}) rotate(-90)"), ("text-anchor", "middle"));
            x += Frame.Rows(1, Style.AxisTitleSize);
        }
    }

    private void Line(string path, string color) => svg.Empty("path", ("d", path), ("stroke", color));

    private static string N(double value) => SvgWriter.Number(value);
}
