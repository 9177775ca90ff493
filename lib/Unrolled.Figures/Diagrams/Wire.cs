using System.Collections.Immutable;

namespace Unrolled.Figures;

/// <summary>An edge in its place on the page.</summary>
/// <param name="Edge">The edge.</param>
/// <param name="Corners">Its corners, from border to border.</param>
/// <param name="HasHead">Whether it ends in an arrow head: where a line branches there is none.</param>
internal sealed record Wire(DiagramEdge Edge, ImmutableArray<Pixel> Corners, bool HasHead)
{
    /// <summary>How far an edge that keeps to its right stands off the middle.</summary>
    private const double Lane = 4.5;

    public static Wire Of(DiagramEdge edge, PlacedNode from, PlacedNode to, IEnumerable<Pixel> via)
    {
        List<Pixel> corners = [.. via];
        if (corners.Count == 0 && from.Centre == to.Centre)
            throw new ArgumentException(
                $"The edge from \"{edge.From}\" to \"{edge.To}\" ends where it starts; give it corners on its way (Via).", nameof(edge));
        corners.Insert(0, from.Aim(corners.Count > 0 ? corners[0] : to.Aim(from.Centre)));
        corners.Add(to.Aim(corners[^1]));
        if (edge.KeepsRight)
        {
            var (rx, ry) = Direction(corners[0], corners[^1]);
            corners = corners.ConvertAll(p => new Pixel(p.X - Lane * ry, p.Y + Lane * rx));
        }

        var (sx, sy) = Direction(corners[0], corners[1]);
        var (ex, ey) = Direction(corners[^1], corners[^2]);
        corners[0] = from.Border(corners[0], sx, sy);
        corners[^1] = to.Border(corners[^1], ex, ey);
        if (edge.IsCut) corners[^1] = new((corners[0].X + corners[^1].X) / 2, (corners[0].Y + corners[^1].Y) / 2);
        return new(edge, [.. corners], !edge.IsCut && to.Node.Kind != NodeKind.Junction);
    }

    /// <summary>The unit vector from one point to another.</summary>
    public static (double X, double Y) Direction(Pixel from, Pixel to)
    {
        var length = Distance(from, to);
        return ((to.X - from.X) / length, (to.Y - from.Y) / length);
    }

    public static double Distance(Pixel from, Pixel to) => Math.Sqrt((to.X - from.X) * (to.X - from.X) + (to.Y - from.Y) * (to.Y - from.Y));

    public IEnumerable<(Pixel From, Pixel To)> Segments => Corners.Zip(Corners.Skip(1));
}
