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
        foreach (var (i, row) in map.Z.Index())
        {
            var cells = row.Select(colors.Of).ToArray();
            for (int start = 0, end; start < cells.Length; start = end)
            {
                end = start + 1;
                while (end < cells.Length && cells[end] == cells[start]) end++;
                if (!paths.TryGetValue(cells[start], out var path)) paths[cells[start]] = path = new();
                path.Append(Cell(columns[start], rows[i], columns[end], rows[i + 1]));
            }
        }

        // Crisp edges, or the card would shine through between cells.
        foreach (var (color, path) in paths)
            if (path.Length > 0) svg.Empty("path", ("d", path.ToString()), ("fill", color), ("shape-rendering", "crispEdges"));
    }

    private string Cell(double left, double top, double right, double bottom)
    {
        var plot = frame.Plot;
        (left, right) = (Math.Clamp(left, plot.Left, plot.Right), Math.Clamp(right, plot.Left, plot.Right));
        (top, bottom) = (Math.Clamp(top, plot.Top, plot.Bottom), Math.Clamp(bottom, plot.Top, plot.Bottom));
        return left == right || top == bottom ? "" : SvgWriter.Path($"M{left} {top}H{right}V{bottom}H{left}Z");
    }

    // Halfway between the centres, and as far beyond the first and the last.
    private static double[] Edges(ImmutableArray<double> centres, Scale scale)
    {
        var at = centres.Select(scale.Pixel).ToArray();
        if (at.Length == 1) return [scale.Pixel(centres[0] - 0.5), scale.Pixel(centres[0] + 0.5)];
        return [at[0] - (at[1] - at[0]) / 2, .. at.Zip(at.Skip(1), (a, b) => (a + b) / 2), at[^1] + (at[^1] - at[^2]) / 2];
    }
}
