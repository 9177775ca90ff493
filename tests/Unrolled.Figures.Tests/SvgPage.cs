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

    /// <summary>The paths that draw data: those with this stroke or fill.</summary>
    public IEnumerable<XElement> Paths(string color) =>
        Root.Elements(Svg + "path").Where(path => (string?)path.Attribute("stroke") == color || (string?)path.Attribute("fill") == color);

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
        if (text.Attribute("transform") is not { } transform)
            return At(Number(text, "x"), Number(text, "y"), start, width, ascent, descent);

        var place = Rotated().Match(transform.Value);
        var (x, y) = (double.Parse(place.Groups[1].Value, CultureInfo.InvariantCulture),
            double.Parse(place.Groups[2].Value, CultureInfo.InvariantCulture));
        return new(x - ascent, y - start - width, x + descent, y - start);
    }

    private static Box At(double x, double y, double start, double width, double ascent, double descent) =>
        new(x + start, y - ascent, x + start + width, y + descent);

    private static double Number(XElement element, string attribute) =>
        double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"translate\((\S+) (\S+)\) rotate\(-90\)")]
    private static partial Regex Rotated();

    [GeneratedRegex(@"[ML](-?[\d.]+) (-?[\d.]+)")]
    private static partial Regex Corner();
}
