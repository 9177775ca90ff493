using System.Xml;
using System.Xml.Linq;

namespace Unrolled.Notebooks;

/// <summary>
/// Compares SVG pictures as XML: the same tree of elements with the same attributes. Values are compared as text, those that say where
/// something is drawn also within a twentieth of a unit, which no eye sees.
/// </summary>
internal static class SvgComparison
{
    private const double Invisible = 0.05;
    private const int MaxDepth = 500;

    private static readonly HashSet<string> Geometry =
    [
        "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "ry", "dx", "dy", "width", "height", "d", "points", "transform", "viewBox",
    ];

    /// <summary>Where and how the pictures differ; null when they do not.</summary>
    public static string? Compare(string expected, string actual)
    {
        try
        {
            return CompareNodes(Parse(expected), Parse(actual), depth: 1);
        }
        catch (XmlException e)
        {
            return $"expected SVG on both sides, but one cannot be read: {e.Message}";
        }
    }

    // A difference starts with its place below the node at hand, and each element on the way back puts its own name before.
    private static string? CompareNodes(XNode expected, XNode actual, int depth) => (expected, actual) switch
    {
        (XElement, XElement) when depth > MaxDepth => ": expected a picture, got elements nested too deep for one",
        (XElement a, XElement b) when a.Name == b.Name => At($"/{a.Name.LocalName}", CompareAttributes(a, b) ?? CompareContent(a, b, depth)),
        (XText a, XText b) => At(": ", TextComparison.Compare(a.Value, b.Value)),
        _ => $": expected {Describe(expected)}, got {Describe(actual)}",
    };

    private static string? CompareAttributes(XElement expected, XElement actual)
    {
        var (a, b) = (Attributes(expected), Attributes(actual));
        return a.Select(attribute => attribute.Name).SequenceEqual(b.Select(attribute => attribute.Name))
            ? FirstDifference(a, b, CompareValues)
            : $": expected the attributes {Names(a)}, got {Names(b)}";
    }

    private static string? CompareValues(XAttribute expected, XAttribute actual) => At(
        $" {expected.Name.LocalName}: ",
        Geometry.Contains(expected.Name.ToString())
            ? TextComparison.CompareCoordinates(expected.Value, actual.Value, Invisible)
            : TextComparison.Compare(expected.Value, actual.Value));

    private static string? CompareContent(XElement expected, XElement actual, int depth)
    {
        var (a, b) = (Content(expected), Content(actual));
        return a.Count == b.Count
            ? FirstDifference(a, b, (first, second) => CompareNodes(first, second, depth + 1))
            : $": expected {Describe(a)}, got {Describe(b)}";
    }

    private static string? FirstDifference<T>(List<T> expected, List<T> actual, Func<T, T, string?> compare) =>
        expected.Zip(actual, compare).FirstOrDefault(difference => difference is not null);

    private static string? At(string place, string? difference) => difference is null ? null : place + difference;

    private static XElement Parse(string svg)
    {
        // A DOCTYPE is passed over; nothing outside the text is ever loaded.
        using var reader = XmlReader.Create(new StringReader(svg), new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreWhitespace = true });
        return XDocument.Load(reader).Root!;
    }

    // Prefixes are spelling; the names that they stand for are compared.
    private static List<XAttribute> Attributes(XElement element) =>
        [.. element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration).OrderBy(attribute => attribute.Name.ToString(), StringComparer.Ordinal)];

    private static List<XNode> Content(XElement element) => [.. element.Nodes().Where(node => node is XElement or XText)];

    private static string Describe(XNode node) => node is XElement element ? $"<{element.Name.LocalName}>" : "text";

    private static string Describe(List<XNode> nodes) => nodes.Count == 0 ? "no content" : string.Join(' ', nodes.Select(Describe));

    private static string Names(List<XAttribute> attributes) => string.Join(' ', attributes.Select(attribute => attribute.Name.LocalName));
}
