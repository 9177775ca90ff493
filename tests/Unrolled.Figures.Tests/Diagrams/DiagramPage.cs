using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Unrolled.Figures.Tests;

/// <summary>What a reader sees of a diagram: nodes, lines and arrow heads, measured from the SVG alone.</summary>
internal sealed partial class DiagramPage
{
    public DiagramPage(string svg)
    {
        Text = new SvgPage(svg);
        var drawn = Text.Root.Elements().Skip(3).ToList();
        Frames = [.. drawn.Where(e => e.Name.LocalName == "rect" && e.Attribute("stroke-dasharray") is not null).Select(BoxOf)];
        Nodes = [.. drawn.Where(e => e.Name.LocalName is "rect" or "circle" && e.Attribute("stroke-dasharray") is null)
            .Select(e => (BoxOf(e), e.Name.LocalName == "circle"))];
        Lines = [.. drawn.Where(e => e.Name.LocalName == "path" && (string?)e.Attribute("fill") == "none")
            .Select(e => (Flat((string)e.Attribute("d")!), (string)e.Attribute("stroke")!))];
        Heads = [.. drawn.Where(e => e.Name.LocalName == "path" && (string?)e.Attribute("fill") != "none")
            .Select(e => (Flat((string)e.Attribute("d")!), (string)e.Attribute("fill")!))];
    }

    public SvgPage Text { get; }

    public IReadOnlyList<Box> Frames { get; }

    public IReadOnlyList<(Box Box, bool Round)> Nodes { get; }

    public IReadOnlyList<(List<Pixel> Points, string Color)> Lines { get; }

    public IReadOnlyList<(List<Pixel> Points, string Color)> Heads { get; }

    /// <summary>The colour of the last shape drawn under a text.</summary>
    public string FillUnder(Box text) => Text.Root.Elements().Where(e => e.Name.LocalName is "rect" or "circle")
        .Last(e => e.Attribute("rx")?.Value == "6" || BoxOf(e).Contains(new Pixel(text.Left, text.Top)))
        .Attribute("fill")!.Value;

    /// <summary>How far a point lies off the border of the nearest node.</summary>
    public double OffBorder(Pixel p) => Nodes.Min(node => Math.Abs(Outside(node, p)));

    /// <summary>How far a point lies outside a node; negative within.</summary>
    public static double Outside((Box Box, bool Round) node, Pixel p)
    {
        var (dx, dy) = (Math.Abs(p.X - (node.Box.Left + node.Box.Right) / 2), Math.Abs(p.Y - (node.Box.Top + node.Box.Bottom) / 2));
        return node.Round ? Math.Sqrt(dx * dx + dy * dy) - node.Box.Width / 2 : Math.Max(dx - node.Box.Width / 2, dy - node.Box.Height / 2);
    }

    public static Pixel Between(Pixel a, Pixel b, double share) => new(a.X + (b.X - a.X) * share, a.Y + (b.Y - a.Y) * share);

    // Curves become short straight pieces.
    private static List<Pixel> Flat(string path)
    {
        var points = new List<Pixel>();
        foreach (Match match in Command().Matches(path))
        {
            var n = match.Groups[2].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(s => double.Parse(s, CultureInfo.InvariantCulture)).ToArray();
            if (match.Groups[1].Value != "Q")
            {
                points.Add(new(n[0], n[1]));
                continue;
            }

            var start = points[^1];
            for (var s = 0.25; s <= 1; s += 0.25)
                points.Add(Between(Between(start, new(n[0], n[1]), s), Between(new(n[0], n[1]), new(n[2], n[3]), s), s));
        }

        return points;
    }

    private static Box BoxOf(XElement e)
    {
        if (e.Name.LocalName == "circle") return new Box(Number("cx"), Number("cy"), Number("cx"), Number("cy")).Grown(Number("r"));
        return new(Number("x"), Number("y"), Number("x") + Number("width"), Number("y") + Number("height"));

        double Number(string name) => double.Parse(e.Attribute(name)!.Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("([MLQ])([-0-9. ]+)")]
    private static partial Regex Command();
}
