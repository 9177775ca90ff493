using System.Collections.Immutable;

namespace Unrolled.Figures;

/// <summary>Where everything of a diagram stands, before anything is drawn.</summary>
internal sealed record DiagramLayout
{
    private const double LeastWidth = 400;
    private const double GroupRim = 26;
    private const double LabelHeight = 16;

    /// <summary>The space to the left and right of a frame's label.</summary>
    public const double LabelInset = 8;

    public required double Width { get; init; }

    public required double Height { get; init; }

    public required ImmutableArray<string> Title { get; init; }

    public required ImmutableArray<string> Notes { get; init; }

    public required ImmutableArray<PlacedNode> Nodes { get; init; }

    public required ImmutableArray<Wire> Wires { get; init; }

    public required ImmutableArray<(Wire Wire, Box Box)> Labels { get; init; }

    public required ImmutableArray<(DiagramGroup Group, Box Box)> Groups { get; init; }

    public static DiagramLayout Of(Diagram diagram)
    {
        // Once to learn how much room the drawing takes, and once in its place under the title.
        var extent = Placed(diagram, 0, 0).Extent();
        var width = Math.Ceiling(Math.Max(LeastWidth, extent.Width + 2 * Style.Margin));
        var title = Wrap.Lines(diagram.Title, width - 2 * Style.Margin, Style.TitleSize, bold: true);
        ImmutableArray<string> notes = [.. diagram.Notes.SelectMany(note => Wrap.Lines(note, width - 2 * Style.Margin, Style.LabelSize))];
        var top = Style.Margin + Style.LineHeight * (title.Length * Style.TitleSize + notes.Length * Style.LabelSize) + 2 * Style.Gap;
        return Placed(diagram, (width - extent.Width) / 2 - extent.Left, top - extent.Top) with
        {
            Width = width, Height = Math.Ceiling(top + extent.Height + Style.Margin), Title = title, Notes = notes,
        };
    }

    private static DiagramLayout Placed(Diagram diagram, double left, double top)
    {
        var nodes = diagram.Nodes.Select(node => PlacedNode.Of(node, At(node.Column, node.Row), diagram.ColumnWidth)).ToImmutableArray();
        var byId = nodes.ToLookup(node => node.Node.Id);
        var wires = diagram.Edges.Select(edge =>
            Wire.Of(edge, The(edge.From), The(edge.To), edge.Via.Select(via => At(via.Column, via.Row)))).ToImmutableArray();
        var groups = diagram.Groups.Select(group =>
            (group, Framed(group, At(group.Left, group.Top), At(group.Right, group.Bottom)))).ToImmutableArray();
        return new()
        {
            Width = 0, Height = 0, Title = [], Notes = [], Nodes = nodes, Wires = wires, Groups = groups,
            Labels = [.. EdgeLabels.Placed(wires, nodes.Select(node => node.Box))],
        };

        PlacedNode The(string id) => byId[id].Take(2).ToList() is [var node]
            ? node
            : throw new ArgumentException(
                $"An edge needs exactly one node with the id \"{id}\"; there {(byId.Contains(id) ? "are several" : "is none")}.",
                nameof(diagram));

        Pixel At(double column, double row) => new(left + column * diagram.ColumnWidth, top + row * diagram.RowHeight);
    }

    // Around the nodes and their label, which may be the wider.
    private static Box Framed(DiagramGroup group, Pixel upper, Pixel lower)
    {
        var box = new Box(upper.X, upper.Y, lower.X, lower.Y).Grown(GroupRim);
        if (group.Label.Length == 0) return box;
        var more = Math.Max(0, RichText.Parse(group.Label).Width(Style.LabelSize) + 2 * LabelInset - box.Width) / 2;
        return new(box.Left - more, box.Top - LabelHeight, box.Right + more, box.Bottom);
    }

    private Box Extent()
    {
        List<Box> boxes = [.. Nodes.Select(node => node.Box), .. Labels.Select(label => label.Box), .. Groups.Select(group => group.Box),
            .. Wires.SelectMany(wire => wire.Corners).Select(corner => new Box(corner.X, corner.Y, corner.X, corner.Y))];
        return boxes.Count == 0
            ? default
            : new(boxes.Min(box => box.Left), boxes.Min(box => box.Top), boxes.Max(box => box.Right), boxes.Max(box => box.Bottom));
    }
}
