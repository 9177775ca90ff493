namespace Unrolled.Figures;

/// <summary>A node in its place on the page.</summary>
internal sealed record PlacedNode(DiagramNode Node, Box Box)
{
    public const double LabelSize = 14;
    public const double CaptionSize = 11;

    private const double Radius = 17;

    public Pixel Centre => new((Box.Left + Box.Right) / 2, (Box.Top + Box.Bottom) / 2);

    public bool IsRound => Node.Kind is NodeKind.Variable or NodeKind.Operation or NodeKind.Junction;

    public static PlacedNode Of(DiagramNode node, Pixel centre, double columnWidth)
    {
        var text = Math.Max(RichText.Parse(node.Label).Width(LabelSize), RichText.Parse(node.Caption).Width(CaptionSize));
        var (width, height) = node.Kind switch
        {
            NodeKind.Variable => (2 * Radius, 2 * Radius),
            NodeKind.Operation => (24.0, 24.0),
            NodeKind.Junction => (6.0, 6.0),
            NodeKind.Bar => (Math.Max(node.Span * columnWidth + 2 * Radius, text + 20), 30.0),
            NodeKind.Words => (text, LabelSize * (TextMetrics.Ascent + TextMetrics.Descent)),
            _ => (Math.Max(2 * Radius, text + 12), node.Caption.Length > 0 ? 42.0 : 28.0),
        };
        return new(node, new(centre.X - width / 2, centre.Y - height / 2, centre.X + width / 2, centre.Y + height / 2));
    }

    /// <summary>Where an edge to or from this point aims: at the centre, or straight at the side of a wide bar.</summary>
    public Pixel Aim(Pixel from)
    {
        var inset = Math.Min(Radius, Box.Width / 2);
        return Node.Kind == NodeKind.Bar ? new(Math.Clamp(from.X, Box.Left + inset, Box.Right - inset), Centre.Y) : Centre;
    }

    /// <summary>Where the ray from a point inside leaves the node: there an arrow meets it.</summary>
    /// <param name="inside">A point within the node.</param>
    /// <param name="dx">The direction, a unit vector.</param>
    /// <param name="dy">The direction, a unit vector.</param>
    public Pixel Border(Pixel inside, double dx, double dy)
    {
        var reach = IsRound
            ? RoundReach(inside, dx, dy)
            : Math.Min(Reach(inside.X, dx, Box.Left, Box.Right), Reach(inside.Y, dy, Box.Top, Box.Bottom));
        return new(inside.X + reach * dx, inside.Y + reach * dy);
    }

    private double RoundReach(Pixel inside, double dx, double dy)
    {
        var (px, py) = (inside.X - Centre.X, inside.Y - Centre.Y);
        var along = px * dx + py * dy;
        return -along + Math.Sqrt(along * along + Box.Width * Box.Width / 4 - px * px - py * py);
    }

    private static double Reach(double at, double direction, double low, double high) =>
        Math.Abs(direction) < 1e-12 ? double.PositiveInfinity : ((direction > 0 ? high : low) - at) / direction;
}
