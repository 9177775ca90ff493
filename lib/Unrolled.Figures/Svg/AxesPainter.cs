namespace Unrolled.Figures;

/// <summary>Draws grid, axes, tick labels and axis titles.</summary>
/// <param name="svg">Where to.</param>
/// <param name="frame">Where everything stands.</param>
/// <param name="grid">Whether lines lead from the ticks across the plot.</param>
/// <param name="plane">Whether x = 0 is as much an axis as y = 0.</param>
internal sealed class AxesPainter(SvgWriter svg, Frame frame, bool grid, bool plane)
{
    private readonly Box plot = frame.Plot;

    public void Paint()
    {
        if (frame.X is { } x) XTicks(x);
        if (frame.Y is { } y) YTicks(y);
        svg.Line(SvgWriter.Path($"M{plot.Left} {plot.Top}V{plot.Bottom}H{plot.Right}"), Palette.AxisLine);
        Titles();
    }

    private void XTicks(Scale x)
    {
        foreach (var (value, label) in frame.XLabels.Ticks.All)
        {
            var at = x.Pixel(value);
            if (label.Length > 0 && grid)
                svg.Line(SvgWriter.Path($"M{at} {plot.Top}V{plot.Bottom}"), plane && value == 0 ? Palette.AxisLine : Palette.Grid);
            svg.Line(SvgWriter.Path($"M{at} {plot.Bottom}v{Length(label)}"), Palette.AxisLine);
            if (label.Length > 0) XLabel(at, label.Split('\n'));
        }
    }

    private void XLabel(double at, string[] lines)
    {
        var top = plot.Bottom + Style.TickLength + (HasLabelAtCorner() ? 1 : 0);
        foreach (var (i, line) in lines.Index())
        {
            var row = Frame.Rows(i, Style.LabelSize);
            var centred = at + row - Frame.Rows(lines.Length - 1, Style.LabelSize) / 2 + Style.HalfLetter;
            if (frame.XLabels.Rotated) svg.Upright(line, Style.LabelSize, centred, top + 2, SvgWriter.Anchor.End, Palette.Muted);
            else svg.Label(line, Style.LabelSize, at, top + Style.LabelSize + row, SvgWriter.Anchor.Middle, Palette.Muted);
        }
    }

    // A label of the y axis at the very bottom reaches below the plot, where the first label of the x axis begins.
    private bool HasLabelAtCorner() => frame.Y is { } y && frame.YTicks.All.Any(tick => y.Pixel(tick.Value) > plot.Bottom - 1);

    private void YTicks(Scale y)
    {
        foreach (var (value, label) in frame.YTicks.All)
        {
            var at = y.Pixel(value);
            if (label.Length > 0 && (grid || value == 0))
                svg.Line(SvgWriter.Path($"M{plot.Left} {at}H{plot.Right}"), value == 0 ? Palette.AxisLine : Palette.Grid);
            svg.Line(SvgWriter.Path($"M{plot.Left} {at}h{-Length(label)}"), Palette.AxisLine);
            if (label.Length > 0) YLabel(at, label.Split('\n'));
        }
    }

    private void YLabel(double at, string[] lines)
    {
        foreach (var (i, line) in lines.Index())
        {
            var baseline = at + Style.HalfLetter + Frame.Rows(i, Style.LabelSize) - Frame.Rows(lines.Length - 1, Style.LabelSize) / 2;
            svg.Label(line, Style.LabelSize, plot.Left - Style.TickLength - 2, baseline, SvgWriter.Anchor.End, Palette.Muted);
        }
    }

    private void Titles()
    {
        var baseline = plot.Bottom + Style.TickLength + frame.XLabels.Height + Style.AxisTitleSize;
        foreach (var line in frame.XTitle)
        {
            svg.Label(line, Style.AxisTitleSize, plot.Middle.X, baseline, SvgWriter.Anchor.Middle);
            baseline += Frame.Rows(1, Style.AxisTitleSize);
        }

        var x = Style.Margin + 0.8 * Style.AxisTitleSize;
        foreach (var line in frame.YTitle)
        {
            svg.Upright(line, Style.AxisTitleSize, x, plot.Middle.Y, SvgWriter.Anchor.Middle);
            x += Frame.Rows(1, Style.AxisTitleSize);
        }
    }

    private static double Length(string label) => label.Length > 0 ? Style.TickLength : Style.TickLength / 2;
}
