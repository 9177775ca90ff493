using System.Text;

namespace Unrolled.Figures;

/// <summary>Draws markers; one path holds all markers of a trace.</summary>
internal static class Symbols
{
    public static void Draw(SvgWriter svg, Symbol symbol, double size, IEnumerable<Pixel> centres, string color)
    {
        var (dx, dy, outline) = Outline(symbol, size / 2);
        var path = new StringBuilder();
        foreach (var p in centres)
            path.Append('M').Append(SvgWriter.Number(p.X + dx)).Append(' ').Append(SvgWriter.Number(p.Y + dy)).Append(outline);
        if (symbol == Symbol.Circle)
            svg.Empty("path", ("d", path.ToString()), ("stroke", color), ("stroke-width", size), ("stroke-linecap", "round"));
        else svg.Empty("path", ("d", path.ToString()), ("fill", color));
    }

    // The start from the centre, and the way around; all shapes cover about the same area. A disc is the round end of a line without
    // length: a third of the bytes of two arcs.
    private static (double Dx, double Dy, string Path) Outline(Symbol symbol, double radius)
    {
        var (a, b) = (0.9 * radius, 1.26 * radius);
        return symbol switch
        {
            Symbol.Square => (-a, -a, SvgWriter.Path($"h{2 * a}v{2 * a}h{-2 * a}z")),
            Symbol.Diamond => (0, -b, SvgWriter.Path($"l{b} {b}l{-b} {b}l{-b} {-b}z")),
            Symbol.Triangle => (0, -1.31 * radius, SvgWriter.Path($"l{b} {1.73 * b}h{-2 * b}z")),
            _ => (0, 0, "h0"),
        };
    }
}
