using System.Xml.Linq;

namespace Unrolled.Cli.Slides;

/// <summary>Turns a stepper into successive slides: what a lecturer clicks through in the notebook, a handout shows page by page.</summary>
internal static class StepperSlides
{
    /// <summary>The pictures of all steppers, by the name of their file.</summary>
    public static IEnumerable<(string Name, string Svg)> Figures(IReadOnlyDictionary<string, NamedStepper> steppers) =>
        from stepper in steppers
        from frame in stepper.Value.Frames.Index()
        from picture in Drawn(frame.Item).Index()
        select (FileName(stepper.Key, frame.Index, picture.Index, Drawn(frame.Item).Count), picture.Item.ToString(SaveOptions.DisableFormatting) + "\n");

    /// <summary>A slide for each frame: title, pictures, tables, note.</summary>
    public static string Markdown(string name, NamedStepper stepper) =>
        string.Join("\n\n---\n\n", stepper.Frames.Select((frame, i) => Slide(name, stepper, frame, i)));

    /// <summary>An element's text as Markdown. What stands raised or lowered stays so: an index, a transposition.</summary>
    public static string Inline(XElement element) => string.Concat(element.Nodes().Select(node => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "sub" or "sup" } raised => $"<{raised.Name.LocalName}>{Inline(raised)}</{raised.Name.LocalName}>",
        XElement other => Inline(other),
        _ => "",
    }));

    private static string Slide(string name, NamedStepper stepper, NamedFrame frame, int index)
    {
        var drawn = Drawn(frame);
        var width = drawn.Count > 1 ? $"w:{1120 / drawn.Count} " : "";
        var pictures = string.Join(' ', drawn.Select((svg, i) => $"![{width}{Alt(svg)}](figures/{FileName(name, index, i, drawn.Count)}.svg)"));
        var tables = frame.Pictures.Where(p => p.Name.LocalName == "table").Select(Table);
        string[] parts = [$"## {stepper.Title}: {frame.Title}", pictures, .. tables, frame.Note];
        return string.Join("\n\n", parts.Where(part => part.Length > 0));
    }

    private static string FileName(string name, int frame, int picture, int pictures) =>
        pictures > 1 ? $"{name}-{frame + 1}-{picture + 1}" : $"{name}-{frame + 1}";

    private static List<XElement> Drawn(NamedFrame frame) => [.. frame.Pictures.Where(p => p.Name.LocalName == "svg")];

    private static string Alt(XElement svg) => svg.Elements().First(e => e.Name.LocalName == "title").Value.Replace("[", "(", StringComparison.Ordinal).Replace("]", ")", StringComparison.Ordinal);

    private static string Table(XElement table)
    {
        var rows = table.Descendants("tr").Select(row => row.Elements().Select(cell => Inline(cell).Replace("|", "\\|", StringComparison.Ordinal)).ToList()).ToList();
        var columns = rows.Max(row => row.Count);
        var head = table.Element("thead") is null ? [.. Enumerable.Repeat("", columns)] : rows[0];
        var body = table.Element("thead") is null ? rows : rows[1..];
        IEnumerable<string> lines = [Line(head), Line(Enumerable.Repeat("---", columns)), .. body.Select(Line)];
        var caption = table.Element("caption") is { } c ? $"{Inline(c)}\n\n" : "";
        return caption + string.Join('\n', lines);
    }

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
}
