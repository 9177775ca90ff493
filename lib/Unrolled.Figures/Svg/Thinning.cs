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

    /// <summary>A line with fewer points, none of the old ones farther from it than the tolerance (Douglas and Peucker 1973).</summary>
    public static IReadOnlyList<Pixel> Line(IReadOnlyList<Pixel> line, double tolerance)
    {
        var keep = new bool[line.Count];
        Keep(line, 0, line.Count - 1, tolerance, keep);
        return [.. line.Where((_, i) => keep[i])];
    }

    /// <summary>A closed outline with fewer corners, none of the old ones farther from it than the tolerance.</summary>
    public static IReadOnlyList<Pixel> Outline(IReadOnlyList<Pixel> outline, double tolerance)
    {
        if (outline.Count < 4) return outline;
        Pixel[] line = [.. outline, outline[0]];
        var keep = new bool[line.Length];
        var far = Enumerable.Range(0, outline.Count).MaxBy(i => outline[0].To(outline[i]));
        Keep(line, 0, far, tolerance, keep);
        Keep(line, far, outline.Count, tolerance, keep);
        return [.. outline.Where((_, i) => keep[i])];
    }

    // Marks both ends, and between them whatever a straight line would miss.
    private static void Keep(IReadOnlyList<Pixel> line, int first, int last, double tolerance, bool[] keep)
    {
        (keep[first], keep[last]) = (true, true);
        var open = new Stack<(int From, int To)>([(first, last)]);
        while (open.TryPop(out var part))
        {
            var (farthest, distance) = (-1, tolerance);
            for (var i = part.From + 1; i < part.To; i++)
            {
                var off = OffSegment(line[i], line[part.From], line[part.To]);
                if (off > distance) (farthest, distance) = (i, off);
            }

            if (farthest < 0) continue;
            keep[farthest] = true;
            open.Push((part.From, farthest));
            open.Push((farthest, part.To));
        }
    }

    private static double OffSegment(Pixel p, Pixel from, Pixel to)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var square = dx * dx + dy * dy;
        var along = square == 0 ? 0 : Math.Clamp(((p.X - from.X) * dx + (p.Y - from.Y) * dy) / square, 0, 1);
        return p.To(from.Toward(to, along));
    }
}
