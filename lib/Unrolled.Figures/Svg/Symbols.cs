using System.Text;

namespace Unrolled.Figures;

/// <summary>Paths of markers; one path draws all markers of a trace.</summary>
internal static class Symbols
{
    public static string Path(Symbol symbol, IEnumerable<Pixel> centres)
    {
        var path = new StringBuilder();
        foreach (var p in centres)
        {
            var (dx, dy, outline) = Outline(symbol);
            path.Append('M').Append(SvgWriter.Number(p.X + dx)).Append(' ').Append(SvgWriter.Number(p.Y + dy)).Append(outline);
        }

        return path.ToString();
    }

    // The start from the centre, and the way around. All shapes cover about the same area.
    private static (double Dx, double Dy, string Path) Outline(Symbol symbol) => symbol switch
    {
        Symbol.Square => (-3.1, -3.1, "h6.2v6.2h-6.2z"),
        Symbol.Diamond => (0, -4.4, "l4.4 4.4l-4.4 4.4l-4.4 -4.4z"),
        Symbol.Triangle => (0, -4.6, "l4.4 7.6h-8.8z"),
        _ => (-Style.MarkerRadius, 0, "a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0"),
    };
}
