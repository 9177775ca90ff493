using System.Collections.Immutable;
using System.Text;

namespace Unrolled.Figures;

/// <summary>Draws the cells of a heat map: one path for each colour, neighbours of one colour as one rectangle.</summary>
internal sealed class CellPainter(SvgWriter svg, Frame frame, Scale x, Scale y)
{
    public void Paint(Heatmap map)
    {
        if (ColorScale.Of(map) is not { } colors) return;
        var (columns, rows) = (Edges(map.X, x), Edges(map.Y, y));
        var paths = new SortedDictionary<string, StringBuilder>(StringComparer.Ordinal);
        for (var i = 0; i < map.Z.Length; i++)
        {
            for (int start = 0, end; start < map.Z[i].Length; start = end)
            {
                var color = colors.Of(map.Z[i][start]);
                for (end = start + 1; end < map.Z[i].Length && colors.Of(map.Z[i][end]) == color; end++)
                {
                }

                if (!paths.TryGetValue(color, out var path)) paths[color] = path = new();
                Cell(path, columns[start], rows[i], columns[end], rows[i + 1]);
            }
        }

        // Crisp edges, or the card would shine through between cells.
        foreach (var (color, path) in paths)
            if (path.Length > 0) svg.Empty("path", ("d", path.ToString()), ("fill", color), ("shape-rendering", "crispEdges"));
    }

    private void Cell(StringBuilder path, double left, double top, double right, double bottom)
    {
        var box = frame.Plot;
        (left, right) = (Math.Clamp(left, box.Left, box.Right), Math.Clamp(right, box.Left, box.Right));
        (top, bottom) = (Math.Clamp(top, box.Top, box.Bottom), Math.Clamp(bottom, box.Top, box.Bottom));
        if (left != right && top != bottom)
            path.Append('M').Append(SvgWriter.Number(left)).Append(' ').Append(SvgWriter.Number(top)).Append('H').Append(SvgWriter.Number(right))
                .Append('V').Append(SvgWriter.Number(bottom)).Append('H').Append(SvgWriter.Number(left)).Append('Z');
    }

    // Halfway between the centres, and as far beyond the first and the last; rounded, so that neighbours share the same edge.
    private static double[] Edges(ImmutableArray<double> centres, Scale scale)
    {
        var at = centres.Select(scale.Pixel).ToArray();
        if (at.Length == 1) return [scale.Pixel(centres[0] - 0.5), scale.Pixel(centres[0] + 0.5)];
        return [at[0] - (at[1] - at[0]) / 2, .. at.Zip(at.Skip(1), (a, b) => (a + b) / 2), at[^1] + (at[^1] - at[^2]) / 2];
    }
}
