namespace Unrolled.Figures;

/// <summary>Puts the labels of edges beside their lines, where they cover no node, no line and no other label.</summary>
internal static class EdgeLabels
{
    private const double Gap = 4;

    private static readonly double[] Along = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];

    public static IEnumerable<(Wire Wire, Box Box)> Placed(IReadOnlyList<Wire> wires, IEnumerable<Box> nodes)
    {
        var taken = nodes.ToList();
        foreach (var wire in wires.Where(wire => wire.Edge.Label.Length > 0))
        {
            var candidates = Candidates(wire).ToList();
            var free = candidates.FindIndex(box => Collisions(box, taken, wires) == 0);
            var box = free >= 0 ? candidates[free] : candidates.MinBy(box => Collisions(box, taken, wires));
            taken.Add(box);
            yield return (wire, box);
        }
    }

    private static int Collisions(Box box, List<Box> taken, IReadOnlyList<Wire> wires) =>
        taken.Count(box.Overlaps)
            + wires.SelectMany(wire => wire.Segments).Count(segment => Clip.Segment(segment.From, segment.To, box.Grown(2)) is not null);

    // Beside the longest segments first; along each from its middle outward; above a level line, to the right of an upright one.
    private static IEnumerable<Box> Candidates(Wire wire)
    {
        var width = RichText.Parse(wire.Edge.Label).Width(Style.LabelSize);
        var height = Style.LabelSize * (TextMetrics.Ascent + TextMetrics.Descent);
        foreach (var (from, to) in wire.Segments.OrderByDescending(segment => Wire.Distance(segment.From, segment.To)))
        {
            var (dx, dy) = Wire.Direction(from, to);
            var (nx, ny) = Math.Abs(dx) > Math.Abs(dy) ? (dy * Math.Sign(dx), -Math.Abs(dx)) : (Math.Abs(dy), -dx * Math.Sign(dy));
            var off = Math.Abs(nx) * width / 2 + Math.Abs(ny) * height / 2 + Gap;
            foreach (var share in Along)
                foreach (var side in (double[])[off, -off])
                {
                    var (x, y) = (from.X + share * (to.X - from.X) + side * nx, from.Y + share * (to.Y - from.Y) + side * ny);
                    yield return new(x - width / 2, y - height / 2, x + width / 2, y + height / 2);
                }
        }
    }
}
