namespace Unrolled.Figures;

/// <summary>Drops points that no eye can tell apart, so that 100,000 points are as quick to draw as 1,000 and look the same.</summary>
internal static class Thinning
{
    /// <summary>
    /// The indices that matter: of each run of points in one pixel column the first, the lowest, the highest and the last, in their order.
    /// The line through them covers the same pixels.
    /// </summary>
    public static List<int> Columns(IReadOnlyList<Pixel> line)
    {
        var kept = new List<int>();
        for (int start = 0, end; start < line.Count; start = end)
        {
            var column = Math.Floor(line[start].X);
            var (low, high) = (start, start);
            for (end = start + 1; end < line.Count && Math.Floor(line[end].X) == column; end++)
            {
                if (line[end].Y < line[low].Y) low = end;
                if (line[end].Y > line[high].Y) high = end;
            }

            foreach (var i in (ReadOnlySpan<int>)[start, Math.Min(low, high), Math.Max(low, high), end - 1])
                if (kept.Count == 0 || kept[^1] != i) kept.Add(i);
        }

        return kept;
    }

    /// <summary>The index of the first point in each cell of so many pixels.</summary>
    public static List<int> Cells(IReadOnlyList<Pixel> points, double size)
    {
        var taken = new HashSet<(double, double)>();
        return [.. Enumerable.Range(0, points.Count).Where(i => taken.Add(Cell(points[i])))];

        (double, double) Cell(Pixel p) => (Math.Floor(p.X / size), Math.Floor(p.Y / size));
    }
}
