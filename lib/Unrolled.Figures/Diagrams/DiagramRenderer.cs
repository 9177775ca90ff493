using System.Text;

namespace Unrolled.Figures;

/// <summary>Draws a diagram as SVG: frames, then lines, then nodes upon their ends, then labels.</summary>
internal sealed class DiagramRenderer
{
    private const double HeadLength = 9;
    private const double HeadHalfWidth = 3.8;
    private const double CornerRadius = 16;

    private readonly DiagramLayout layout;
    private readonly SvgWriter svg = new();

    private DiagramRenderer(DiagramLayout layout) => this.layout = layout;

    public static string Render(Diagram diagram) => new DiagramRenderer(DiagramLayout.Of(diagram)).Drawn(diagram);

    private string Drawn(Diagram diagram)
    {
        svg.OpenImage(layout.Width, layout.Height, diagram.Name, diagram.Title, diagram.ToString());
        Header();
        foreach (var (group, box) in layout.Groups) Group(group, box);
        // What stands out is drawn last, so that no grey line crosses over it.
        foreach (var wire in layout.Wires.OrderBy(wire => wire.Edge.Emphasis switch { Emphasis.Faded => 0, Emphasis.None => 1, _ => 2 }))
            Draw(wire);
        foreach (var node in layout.Nodes) Draw(node);
        foreach (var (wire, box) in layout.Labels)
            svg.Label(wire.Edge.Label, Style.LabelSize, (box.Left + box.Right) / 2, box.Top + Style.LabelSize * TextMetrics.Ascent,
                SvgWriter.Anchor.Middle, DiagramColors.Label(wire.Edge.Emphasis));
        svg.Close("svg");
        return svg.ToString();
    }

    private void Header()
    {
        var y = HeaderPainter.Title(svg, layout.Title, Style.TitleSize);
        foreach (var line in layout.Notes)
        {
            svg.Label(line, Style.LabelSize, Style.Margin, y + Style.LabelSize, fill: Palette.Muted);
            y += Style.LineHeight * Style.LabelSize;
        }
    }

    private void Group(DiagramGroup group, Box box)
    {
        Rectangle(box, 8, DiagramColors.GroupFill, Palette.AxisLine, 1, "4 3");
        if (group.Label.Length > 0)
            svg.Label(group.Label, Style.LabelSize, box.Left + DiagramLayout.LabelInset, box.Top + 16, fill: Palette.Muted);
    }

    private void Draw(Wire wire)
    {
        var color = DiagramColors.Line(wire.Edge.Emphasis);
        var thickness = wire.Edge.Emphasis is Emphasis.Strong or Emphasis.Second ? 2.4 : 1.3;
        var (tip, before) = (wire.Corners[^1], wire.Corners[^2]);
        var (dx, dy) = Wire.Direction(before, tip);
        // The line ends within the head, whose point alone reaches the node.
        var end = wire.HasHead ? new Pixel(tip.X - 0.8 * HeadLength * dx, tip.Y - 0.8 * HeadLength * dy) : tip;
        svg.Line(Line([.. wire.Corners[..^1], end]), color, thickness);
        if (wire.Edge.IsCut) svg.Line($"M{At(tip, dx, dy, 0, -7)}L{At(tip, dx, dy, 0, 7)}", color, 3);
        if (!wire.HasHead) return;
        var (left, right) = (At(tip, dx, dy, -HeadLength, -HeadHalfWidth), At(tip, dx, dy, -HeadLength, HeadHalfWidth));
        svg.Empty("path", ("d", $"M{At(tip, dx, dy, 0, 0)}L{right}L{left}z"), ("fill", color));
    }

    private static string At(Pixel p, double dx, double dy, double along, double across) =>
        $"{SvgWriter.Number(p.X + along * dx - across * dy)} {SvgWriter.Number(p.Y + along * dy + across * dx)}";

    // Corners are rounded, by no more than half of the shorter side.
    private static string Line(Pixel[] corners)
    {
        var path = new StringBuilder("M").Append(At(corners[0], 0, 0, 0, 0));
        for (var i = 1; i < corners.Length - 1; i++)
        {
            var (before, corner, after) = (corners[i - 1], corners[i], corners[i + 1]);
            var ((bx, by), (ax, ay)) = (Wire.Direction(corner, before), Wire.Direction(corner, after));
            var radius = Math.Min(CornerRadius, Math.Min(Wire.Distance(corner, before), Wire.Distance(corner, after)) / 2);
            path.Append('L').Append(At(corner, bx, by, radius, 0)).Append('Q').Append(At(corner, 0, 0, 0, 0)).Append(' ')
                .Append(At(corner, ax, ay, radius, 0));
        }

        return path.Append('L').Append(At(corners[^1], 0, 0, 0, 0)).ToString();
    }

    private void Draw(PlacedNode placed)
    {
        var (node, box, centre) = (placed.Node, placed.Box, placed.Centre);
        var (line, fill) = (DiagramColors.Outline(node.Emphasis), DiagramColors.Fill(node));
        var thickness = node.Emphasis is Emphasis.Strong or Emphasis.Second ? 2.0 : 1.3;
        if (placed.IsRound)
            svg.Empty("circle", ("cx", centre.X), ("cy", centre.Y), ("r", box.Width / 2),
                ("fill", node.Kind == NodeKind.Junction ? line : fill), ("stroke", line), ("stroke-width", thickness));
        else if (node.Kind != NodeKind.Words)
            Rectangle(box, node.Kind == NodeKind.Function ? 4.0 : null, fill, line, thickness);

        // Room for a caption, or for a subscript, under the label.
        var lift = node.Caption.Length > 0 ? 8 : node.Label.Contains('_', StringComparison.Ordinal) ? 1 : 0;
        var baseline = centre.Y + 0.34 * PlacedNode.LabelSize - lift;
        if (node.Label.Length > 0) Centred(node.Label, PlacedNode.LabelSize, baseline, DiagramColors.Text(node.Emphasis));
        if (node.Caption.Length > 0) Centred(node.Caption, PlacedNode.CaptionSize, baseline + 17, Palette.Muted);

        void Centred(string text, double size, double y, string color) => svg.Label(text, size, centre.X, y, SvgWriter.Anchor.Middle, color);
    }

    private void Rectangle(Box box, double? radius, string fill, string line, double thickness, string? dashes = null) => svg.Empty(
        "rect",
        ("x", box.Left), ("y", box.Top), ("width", box.Width), ("height", box.Height), ("rx", radius),
        ("fill", fill), ("stroke", line), ("stroke-width", thickness), ("stroke-dasharray", dashes));
}
