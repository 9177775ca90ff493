using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Unrolled.Notebooks;

namespace Unrolled.Cli.Slides;

/// <summary>A number that a notebook computed and named.</summary>
/// <param name="Text">The number as it is written.</param>
/// <param name="Value">The number; null for NaN and ±∞.</param>
/// <param name="Notebook">The notebook's name.</param>
/// <param name="Cell">The id of its cell.</param>
internal sealed record NamedResult(string Text, double? Value, string Notebook, string Cell);

/// <summary>A stepper's frames, as a notebook drew them.</summary>
/// <param name="Title">The title above all frames, as Markdown.</param>
/// <param name="Frames">The frames in their order.</param>
internal sealed record NamedStepper(string Title, IReadOnlyList<NamedFrame> Frames);

/// <summary>One frame of a stepper.</summary>
/// <param name="Title">What the step shows, as Markdown.</param>
/// <param name="Note">One or two sentences, as Markdown; "" for none.</param>
/// <param name="Pictures">SVG elements and HTML tables.</param>
internal sealed record NamedFrame(string Title, string Note, IReadOnlyList<XElement> Pictures);

/// <summary>All that the committed notebooks show under a name: what slides may take from them.</summary>
internal sealed partial record CourseOutputs(
    IReadOnlyDictionary<string, string> Figures,
    IReadOnlyDictionary<string, NamedResult> Results,
    IReadOnlyDictionary<string, NamedStepper> Steppers,
    IReadOnlyDictionary<string, IReadOnlySet<string>> Cells)
{
    private const string Svg = "image/svg+xml";
    private const string Html = "text/html";
    private const string Result = "application/vnd.unrolled.result+json";

    /// <exception cref="NotebookFormatException">A file is not a notebook.</exception>
    /// <exception cref="InvalidDataException">A name stands twice.</exception>
    public static CourseOutputs Read(IReadOnlyList<Chapter> chapters)
    {
        var figures = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var results = new SortedDictionary<string, NamedResult>(StringComparer.Ordinal);
        var steppers = new SortedDictionary<string, NamedStepper>(StringComparer.Ordinal);
        var cells = new SortedDictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        foreach (var chapter in chapters)
        {
            var document = NotebookDocument.Read(chapter.Path);
            cells[chapter.Name] = document.Cells.Select(cell => cell.Id).ToHashSet();
            foreach (var (cell, data) in document.Cells.SelectMany(c => c.Outputs.OfType<DataOutput>().Select(o => (c.Id, o.Data))))
            {
                var place = $"{chapter.Name}, cell {cell}";
                if (data.TryGetValue(Svg, out var svg) && NameOf(XElement.Parse(svg)) is { } figure)
                    Add(figures, figure, svg.EndsWith('\n') ? svg : svg + "\n", place);
                if (data.TryGetValue(Result, out var json))
                    AddResult(results, JsonDocument.Parse(json).RootElement, chapter.Name, cell);
                if (!data.TryGetValue(Html, out var html))
                    continue;
                if (html.StartsWith("<section data-stepper", StringComparison.Ordinal))
                    AddStepper(steppers, html, place);
                else
                    AddFigures(figures, html, place);
            }
        }

        return new(figures, results, steppers, cells);
    }

    private static void AddResult(SortedDictionary<string, NamedResult> results, JsonElement json, string notebook, string cell)
    {
        double? value = json.GetProperty("value") is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;
        Add(results, json.GetProperty("name").GetString()!, new(json.GetProperty("text").GetString()!, value, notebook, cell), $"{notebook}, cell {cell}");
    }

    // Figures side by side stand as SVG inside HTML.
    private static void AddFigures(SortedDictionary<string, string> figures, string html, string place)
    {
        foreach (Match svg in SvgElement.Matches(html))
        {
            if (NameOf(XElement.Parse(svg.Value)) is { } figure)
                Add(figures, figure, svg.Value + "\n", place);
        }
    }

    // All but its script is well-formed XML.
    private static void AddStepper(SortedDictionary<string, NamedStepper> steppers, string html, string place)
    {
        var section = XElement.Parse(html[..html.IndexOf("<script>", StringComparison.Ordinal)] + "</section>");
        if (NameOf(section) is not { } name)
            return;
        var frames = section.Element("ol")!.Elements("li").Select(Frame);
        Add(steppers, name, new(StepperSlides.Inline(section.Element("p")!), [.. frames]), place);
    }

    private static NamedFrame Frame(XElement item)
    {
        var text = item.Elements("p").Select(StepperSlides.Inline).ToList();
        var pictures = item.Descendants().Where(e => e.Name.LocalName is "svg" or "table");
        return new(text[0], text.Count > 1 ? text[1] : "", [.. pictures]);
    }

    private static string? NameOf(XElement element) => element.Attribute("data-name")?.Value;

    private static void Add<T>(SortedDictionary<string, T> all, string name, T value, string place)
    {
        if (!all.TryAdd(name, value))
            throw new InvalidDataException($"The name {name} stands twice, the second time in {place}. Slides could not tell which is meant; give one another name.");
    }

    [GeneratedRegex("<svg .*?</svg>", RegexOptions.Singleline)]
    private static partial Regex SvgElement { get; }
}
