namespace Unrolled.Figures;

/// <summary>Drops points that no eye can tell apart, so that 100,000 points are as quick to draw as 1,000 and look the same.</summary>
internal static class Thinning
{
    /// <summary>
    /// Of each run of points in one pixel column, the first, the lowest, the highest and the last, in their order. The line through them covers
    /// the same pixels.
    /// </summary>
    public static List<Pixel> Columns(IReadOnlyList<Pixel> line)
    {
        var kept = new List<Pixel>();
        for (int start = 0, end; start < line.Count; start = end)
        {
            var column = Math.Floor(line[start].X);
            var (low, high) = (start, start);
            for (end = start + 1; end < line.Count && Math.Floor(line[end].X) == column; end++)
            {
                if (line[end].Y < line[low].Y) low = end;
                if (line[end].Y > line[high].Y) high = end;
            }

            Span<int> corners = [start, Math.Min(low, high), Math.Max(low, high), end - 1];
            for (var i = 0; i < corners.Length; i++)
                if (i == 0 || corners[i] != corners[i - 1]) kept.Add(line[corners[i]]);
        }

        return kept;
    }

    /// <summary>One point of each cell of so many pixels; the first.</summary>
    public static List<Pixel> Cells(IEnumerable<Pixel> points, double size)
    {
        var taken = new HashSet<(int, int)>();
        return [.. points.Where(p => taken.Add(((int)Math.Floor(p.X / size), (int)Math.Floor(p.Y / size))))];
    }
}
