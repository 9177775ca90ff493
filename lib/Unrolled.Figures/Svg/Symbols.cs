using System.Text;

namespace Unrolled.Figures;

/// <summary>Draws markers; one path holds all markers of a trace.</summary>
internal static class Symbols
{
    public static void Draw(SvgWriter svg, Symbol symbol, IEnumerable<Pixel> centres, string color)
    {
        var (dx, dy, outline) = Outline(symbol);
        var path = new StringBuilder();
        foreach (var p in centres) path.Append('M').Append(SvgWriter.Number(p.X + dx)).Append(' ').Append(SvgWriter.Number(p.Y + dy)).Append(outline);
        if (symbol == Symbol.Circle) svg.Empty("path", ("d", path.ToString()), ("stroke", color), ("stroke-width", 2 * Style.MarkerRadius), ("stroke-linecap", "round"));
        else svg.Empty("path", ("d", path.ToString()), ("fill", color));
    }

    // The start from the centre, and the way around. A disc is the round end of a line without length: a third of the bytes of two arcs.
    // All shapes cover about the same area.
    private static (double Dx, double Dy, string Path) Outline(Symbol symbol) => symbol switch
    {
        Symbol.Square => (-3.1, -3.1, "h6.2v6.2h-6.2z"),
        Symbol.Diamond => (0, -4.4, "l4.4 4.4l-4.4 4.4l-4.4 -4.4z"),
        Symbol.Triangle => (0, -4.6, "l4.4 7.6h-8.8z"),
        _ => (0, 0, "h0"),
    };
}
