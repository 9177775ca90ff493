namespace Unrolled.Figures;

/// <summary>Cuts what lies outside the plot. SVG's own clip paths need ids, which would collide between the images of a page.</summary>
internal static class Clip
{
    /// <summary>The part of a segment inside the box, or null (Liang and Barsky 1984).</summary>
    public static (Pixel From, Pixel To)? Segment(Pixel a, Pixel b, Box box)
    {
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var (enter, leave) = (0.0, 1.0);
        if (!Cut(-dx, a.X - box.Left) || !Cut(dx, box.Right - a.X) || !Cut(-dy, a.Y - box.Top) || !Cut(dy, box.Bottom - a.Y)) return null;
        return (enter == 0 ? a : new(a.X + enter * dx, a.Y + enter * dy), leave == 1 ? b : new(a.X + leave * dx, a.Y + leave * dy));

        // Narrows [enter, leave] to where p·s ≤ q; false when nothing is left.
        bool Cut(double p, double q)
        {
            if (p == 0) return q >= 0;
            if (p < 0) enter = Math.Max(enter, q / p);
            else leave = Math.Min(leave, q / p);
            return enter <= leave;
        }
    }

    /// <summary>The part of a polygon inside the box (Sutherland and Hodgman 1974).</summary>
    public static IReadOnlyList<Pixel> Polygon(IReadOnlyList<Pixel> polygon, Box box)
    {
        var left = Against(polygon, p => p.X - box.Left);
        var right = Against(left, p => box.Right - p.X);
        var top = Against(right, p => p.Y - box.Top);
        return Against(top, p => box.Bottom - p.Y);
    }

    private static List<Pixel> Against(IReadOnlyList<Pixel> polygon, Func<Pixel, double> inside)
    {
        var kept = new List<Pixel>();
        for (var i = 0; i < polygon.Count; i++)
        {
            var (a, b) = (polygon[i == 0 ? polygon.Count - 1 : i - 1], polygon[i]);
            var (da, db) = (inside(a), inside(b));
            if (da >= 0 != db >= 0)
            {
                var s = da / (da - db);
                kept.Add(new(a.X + s * (b.X - a.X), a.Y + s * (b.Y - a.Y)));
            }

            if (db >= 0) kept.Add(b);
        }

        return kept;
    }
}
