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
        svg.Open("svg",
            ("xmlns", "http://www.w3.org/2000/svg"), ("width", layout.Width), ("height", layout.Height),
            ("viewBox", $"0 0 {SvgWriter.Number(layout.Width)} {SvgWriter.Number(layout.Height)}"),
            ("role", "img"), ("data-name", diagram.Name.Length > 0 ? diagram.Name : null), ("font-family", Style.Fonts), ("fill", Palette.Text));
        svg.Plain("title", diagram.Title);
        svg.Plain("desc", diagram.ToString());
        svg.Empty("rect", ("width", layout.Width), ("height", layout.Height), ("rx", 6), ("fill", Palette.Card));
        Header();
        foreach (var (group, box) in layout.Groups) Group(group, box);
        // What stands out is drawn last, so that no grey line crosses over it.
        foreach (var wire in layout.Wires.OrderBy(wire => wire.Edge.Emphasis switch { Emphasis.Faded => 0, Emphasis.None => 1, _ => 2 })) Draw(wire);
        foreach (var node in layout.Nodes) Draw(node);
        foreach (var (wire, box) in layout.Labels)
            svg.Text(RichText.Parse(wire.Edge.Label), Style.LabelSize, ("x", (box.Left + box.Right) / 2), ("y", box.Top + Style.LabelSize * TextMetrics.Ascent),
                ("text-anchor", "middle"), ("fill", DiagramColors.Label(wire.Edge.Emphasis)));
        svg.Close("svg");
        return svg.ToString();
    }

    private void Header()
    {
        var y = Style.Margin;
        foreach (var line in layout.Title)
        {
            svg.Text(RichText.Parse(line), Style.TitleSize, ("x", Style.Margin), ("y", y + Style.TitleSize), ("font-weight", "bold"));
            y += Style.LineHeight * Style.TitleSize;
        }

        foreach (var line in layout.Notes)
        {
            svg.Text(RichText.Parse(line), Style.LabelSize, ("x", Style.Margin), ("y", y + Style.LabelSize), ("fill", Palette.Muted));
            y += Style.LineHeight * Style.LabelSize;
        }
    }

    private void Group(DiagramGroup group, Box box)
    {
        svg.Empty("rect", ("x", box.Left), ("y", box.Top), ("width", box.Width), ("height", box.Height), ("rx", 8),
            ("fill", DiagramColors.GroupFill), ("stroke", Palette.AxisLine), ("stroke-dasharray", "4 3"));
        if (group.Label.Length > 0)
            svg.Text(RichText.Parse(group.Label), Style.LabelSize, ("x", box.Left + DiagramLayout.LabelInset), ("y", box.Top + 16), ("fill", Palette.Muted));
    }

    private void Draw(Wire wire)
    {
        var color = DiagramColors.Line(wire.Edge.Emphasis);
        var thickness = wire.Edge.Emphasis is Emphasis.Strong or Emphasis.Second ? 2.4 : 1.3;
        var (tip, before) = (wire.Corners[^1], wire.Corners[^2]);
        var (dx, dy) = Wire.Direction(before, tip);
        // The line ends within the head, whose point alone reaches the node.
        var end = wire.HasHead ? new Pixel(tip.X - 0.8 * HeadLength * dx, tip.Y - 0.8 * HeadLength * dy) : tip;
        svg.Empty("path", ("d", Line([.. wire.Corners[..^1], end])), ("fill", "none"), ("stroke", color), ("stroke-width", thickness));
        if (wire.HasHead)
            svg.Empty("path", ("d", $"M{At(tip, dx, dy, 0, 0)}L{At(tip, dx, dy, -HeadLength, HeadHalfWidth)}L{At(tip, dx, dy, -HeadLength, -HeadHalfWidth)}z"), ("fill", color));
        if (wire.Edge.IsCut)
            svg.Empty("path", ("d", $"M{At(tip, dx, dy, 0, -7)}L{At(tip, dx, dy, 0, 7)}"), ("fill", "none"), ("stroke", color), ("stroke-width", 3));
    }

    private static string At(Pixel p, double dx, double dy, double along, double across) =>
        $"{SvgWriter.Number(p.X + along * dx - across * dy)} {SvgWriter.Number(p.Y + along * dy + across * dx)}";

    // Corners are rounded, by no more than half of the shorter side.
    private static string Line(Pixel[] corners)
    {
        var path = new StringBuilder("M").Append(At(corners[0], 0, 0, 0, 0));
        for (var i = 1; i < corners.Length - 1; i++)
        {
            var (corner, (bx, by), (ax, ay)) = (corners[i], Wire.Direction(corners[i], corners[i - 1]), Wire.Direction(corners[i], corners[i + 1]));
            var radius = Math.Min(CornerRadius, Math.Min(Distance(corner, corners[i - 1]), Distance(corner, corners[i + 1])) / 2);
            path.Append('L').Append(At(corner, bx, by, radius, 0)).Append('Q').Append(At(corner, 0, 0, 0, 0)).Append(' ').Append(At(corner, ax, ay, radius, 0));
        }

        return path.Append('L').Append(At(corners[^1], 0, 0, 0, 0)).ToString();
    }

    private static double Distance(Pixel a, Pixel b) => Math.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y));

    private void Draw(PlacedNode placed)
    {
        var (node, box, centre) = (placed.Node, placed.Box, placed.Centre);
        var (line, fill) = (DiagramColors.Outline(node.Emphasis), DiagramColors.Fill(node));
        var thickness = node.Emphasis is Emphasis.Strong or Emphasis.Second ? 2 : 1.3;
        if (placed.IsRound)
            svg.Empty("circle", ("cx", centre.X), ("cy", centre.Y), ("r", box.Width / 2), ("fill", node.Kind == NodeKind.Junction ? line : fill), ("stroke", line), ("stroke-width", thickness));
        else if (node.Kind != NodeKind.Words)
            svg.Empty("rect", ("x", box.Left), ("y", box.Top), ("width", box.Width), ("height", box.Height), ("rx", node.Kind == NodeKind.Function ? 4 : null),
                ("fill", fill), ("stroke", line), ("stroke-width", thickness));

        var baseline = centre.Y + 0.34 * PlacedNode.LabelSize - (node.Caption.Length > 0 ? 8 : node.Label.Contains('_', StringComparison.Ordinal) ? 1 : 0);
        if (node.Label.Length > 0) Centred(node.Label, PlacedNode.LabelSize, baseline, DiagramColors.Text(node.Emphasis));
        if (node.Caption.Length > 0) Centred(node.Caption, PlacedNode.CaptionSize, baseline + 17, Palette.Muted);

        void Centred(string text, double size, double y, string color) =>
            svg.Text(RichText.Parse(text), size, ("x", centre.X), ("y", y), ("text-anchor", "middle"), ("fill", color));
    }
}
