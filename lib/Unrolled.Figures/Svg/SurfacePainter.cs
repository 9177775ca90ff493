using System.Text;

namespace Unrolled.Figures;

/// <summary>Draws a surface: from the lowest level to the highest, each region upon the last.</summary>
internal sealed class SurfacePainter(SvgWriter svg, Frame frame, Scale x, Scale y)
{
    // Below every value there is.
    private const double Bottom = -1e300;

    // An outline may be off by this much; no eye sees it.
    private const double Tolerance = 0.25;

    public void Paint(Surface surface)
    {
        if (ColorScale.Of(surface) is not { } colors) return;
        var (columns, rows) = (surface.X.Select(x.Pixel).ToArray(), surface.Y.Select(y.Pixel).ToArray());
        var contours = new Contours(columns, rows, surface.Straight());
        var everywhere = new Contours([columns[0], columns[^1]], [rows[0], rows[^1]], [[0, 0], [0, 0]]);
        Region(everywhere, Bottom, ColorScale.Missing);
        foreach (var (k, (from, color)) in Levels.Of(colors).Bands.Index()) Region(contours, k == 0 ? Bottom : from, color);
    }

    private void Region(Contours contours, double level, string color)
    {
        var path = new StringBuilder();
        foreach (var outline in contours.Around(level))
        {
            var corners = Thinning.Outline(Clip.Polygon(outline, frame.Plot), Tolerance);
            if (corners.Count < 3) continue;
            foreach (var (i, corner) in corners.Index())
                path.Append(i == 0 ? 'M' : 'L').Append(Tenths(corner.X)).Append(' ').Append(Tenths(corner.Y));
            path.Append('Z');
        }

        if (path.Length > 0) svg.Empty("path", ("d", path.ToString()), ("fill", color), ("fill-rule", "evenodd"));
    }

    private static string Tenths(double value) => SvgWriter.Number(Math.Round(value, 1));
}
