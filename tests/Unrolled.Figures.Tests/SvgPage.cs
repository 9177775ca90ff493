using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Unrolled.Figures.Tests;

/// <summary>What a reader sees of an SVG: its texts and where they stand, measured from the file alone.</summary>
internal sealed partial class SvgPage
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public SvgPage(string svg)
    {
        Root = XDocument.Parse(svg).Root!;
        Canvas = new(0, 0, Number(Root, "width"), Number(Root, "height"));
        Texts = [.. Root.Descendants(Svg + "text").Select(text => (text.Value, BoxOf(text)))];
    }

    public XElement Root { get; }

    public Box Canvas { get; }

    public IReadOnlyList<(string Text, Box Box)> Texts { get; }

    /// <summary>Texts that overlap each other, and texts that leave the canvas; empty when all can be read.</summary>
    public IEnumerable<string> Unreadable() =>
        (from i in Enumerable.Range(0, Texts.Count)
         from j in Enumerable.Range(0, i)
         where Texts[i].Box.Overlaps(Texts[j].Box)
         select $"'{Texts[i].Text}' {Texts[i].Box} overlaps '{Texts[j].Text}' {Texts[j].Box}")
        .Concat(from text in Texts where !Canvas.Contains(text.Box) select $"'{text.Text}' {text.Box} leaves {Canvas}");

    /// <summary>The paths that draw data: those with this stroke or fill.</summary>
    public IEnumerable<XElement> Paths(string color) =>
        Root.Descendants(Svg + "path").Where(path => (string?)path.Attribute("stroke") == color || (string?)path.Attribute("fill") == color);

    /// <summary>The corners of a path in absolute coordinates (M and L commands).</summary>
    public static IEnumerable<Pixel> Corners(XElement path) => Corner().Matches((string)path.Attribute("d")!)
        .Select(match => new Pixel(double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture),
            double.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)));

    private static Box BoxOf(XElement text)
    {
        var size = Number(text, "font-size");
        var bold = (string?)text.Attribute("font-weight") == "bold";
        var width = text.Nodes().Sum(node => node is XElement span
            ? TextMetrics.Width(span.Value, span.Attribute("font-size") is null ? size : Number(span, "font-size"), bold)
            : TextMetrics.Width(((XText)node).Value, size, bold));
        var start = (string?)text.Attribute("text-anchor") switch { "middle" => -width / 2, "end" => -width, _ => 0 };
        var (ascent, descent) = (size * TextMetrics.Ascent, size * TextMetrics.Descent);
        var (dx, dy) = text.Ancestors().Select(Moved).Aggregate((0.0, 0.0), (sum, by) => (sum.Item1 + by.X, sum.Item2 + by.Y));
        if (text.Attribute("transform") is null)
        {
            var (left, baseline) = (dx + Number(text, "x") + start, dy + Number(text, "y"));
            return new(left, baseline - ascent, left + width, baseline + descent);
        }

        var (x, y) = (dx + Moved(text).X, dy + Moved(text).Y);
        return new(x - ascent, y - start - width, x + descent, y - start);
    }

    // Where "translate(x y)" moves an element, turned or not.
    private static Pixel Moved(XElement element)
    {
        var place = Translation().Match((string?)element.Attribute("transform") ?? "");
        return place.Success ? new(Parsed(place.Groups[1]), Parsed(place.Groups[2])) : default;

        static double Parsed(Group group) => double.Parse(group.Value, CultureInfo.InvariantCulture);
    }

    private static double Number(XElement element, string attribute) =>
        double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^translate\((\S+) (\S+)\)(?: rotate\(-90\))?$")]
    private static partial Regex Translation();

    [GeneratedRegex(@"[ML](-?[\d.]+) (-?[\d.]+)")]
    private static partial Regex Corner();
}
