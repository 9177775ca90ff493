namespace Unrolled.Figures;

/// <summary>Draws the names that stand at the edge of the plot: of lines to its right, of vertical lines above it.</summary>
internal sealed class EdgePainter(SvgWriter svg, Frame frame, Scale x, Scale y)
{
    private readonly Box plot = frame.Plot;

    public void Paint()
    {
        foreach (var (label, centre) in frame.Labels.Side.Zip(frame.SideCentres())) Side(label, centre);
        var lines = frame.Labels.Top.OrderBy(line => line.At).ToList();
        for (var row = 0; row < frame.TopRows; row++) Top([.. lines.Where((_, i) => i % frame.TopRows == row)], row);
    }

    private void Side(SideLabel label, double centre)
    {
        var left = plot.Right + Style.Gap;
        var at = Math.Clamp(y.Pixel(label.Y), plot.Top, plot.Bottom);
        // A label moved away from its line is led back to it.
        if (Math.Abs(at - centre) > 3) svg.Line(SvgWriter.Path($"M{plot.Right + 1} {at}L{left + 2} {centre}"), label.Color);
        svg.Label(label.Text, Style.LabelSize, left + Style.TickLength, centre + Style.HalfLetter, fill: Palette.ForText(label.Color));
    }

    private void Top(IReadOnlyList<ReferenceLine> lines, int row)
    {
        var centres = Spread.Apart(
            [.. lines.Select(line => Math.Clamp(x.Pixel(line.At), plot.Left, plot.Right))],
            [.. lines.Select(line => Style.LabelWidth(line.Label) + Style.Gap)],
            Style.Margin,
            frame.Width - Style.Margin);
        var baseline = plot.Top - Style.Gap - Frame.Rows(frame.TopRows - 1 - row, Style.LabelSize);
        foreach (var (line, centre) in lines.Zip(centres))
            svg.Label(line.Label, Style.LabelSize, centre, baseline, SvgWriter.Anchor.Middle, Palette.Muted);
    }
}
