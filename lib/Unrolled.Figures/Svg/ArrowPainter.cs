namespace Unrolled.Figures;

/// <summary>Draws an arrow; its tip stands on the point it leads to.</summary>
internal sealed class ArrowPainter(SvgWriter svg, Figure figure, Frame frame, Scale x, Scale y)
{
    private const double HeadLength = 11;
    private const double HeadHalfWidth = 4.5;
    private const double ShaftWidth = 2.5;

    public void Paint(Arrow arrow)
    {
        var (from, to) = (At(arrow.From), At(arrow.To));
        var length = from.To(to);
        // Too short for a head: a dot, so that a zero gradient is seen as one.
        if (length < 1)
        {
            if (frame.Plot.Contains(to)) Symbols.Draw(svg, Symbol.Circle, Style.MarkerSize, [to], arrow.Color);
            return;
        }

        var (dx, dy) = ((to.X - from.X) / length, (to.Y - from.Y) / length);
        var head = Math.Min(HeadLength, length);
        var neck = new Pixel(to.X - dx * head, to.Y - dy * head);
        if (Clip.Segment(from, frame.Plot.Contains(to) ? neck : to, frame.Plot) is var (start, end))
        {
            var shaft = SvgWriter.Path($"M{start.X} {start.Y}L{end.X} {end.Y}");
            if (figure.HasField) svg.Line(shaft, Palette.Card, ShaftWidth + DataPainter.Casing);
            svg.Line(shaft, arrow.Color, ShaftWidth, arrow.Dash);
        }

        if (!frame.Plot.Contains(to)) return;
        var (wx, wy) = (-dy * HeadHalfWidth * head / HeadLength, dx * HeadHalfWidth * head / HeadLength);
        svg.Empty(
            "path",
            ("d", SvgWriter.Path($"M{to.X} {to.Y}L{neck.X + wx} {neck.Y + wy}L{neck.X - wx} {neck.Y - wy}Z")), ("fill", arrow.Color),
            ("stroke", figure.HasField ? Palette.Card : null), ("stroke-width", figure.HasField ? DataPainter.Casing : null),
            ("paint-order", figure.HasField ? "stroke" : null));
    }

    private Pixel At((double X, double Y) point) => new(x.Pixel(point.X), y.Pixel(point.Y));
}
