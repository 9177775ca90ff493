using System.Text.Json;
using System.Xml.Linq;
using Unrolled.Cli.Gallery;
using Unrolled.Figures;
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

/// <summary>All that the committed notebooks show under a name, and their equations: what slides may take from them.</summary>
internal sealed record CourseOutputs(
    IReadOnlyDictionary<string, string> Figures,
    IReadOnlyDictionary<string, NamedResult> Results,
    IReadOnlyDictionary<string, NamedStepper> Steppers,
    IReadOnlyDictionary<string, IReadOnlySet<string>> Cells,
    Equations Equations)
{
    /// <exception cref="NotebookFormatException">A file is not a notebook.</exception>
    /// <exception cref="InvalidDataException">A name stands twice.</exception>
    public static CourseOutputs Read(IReadOnlyList<Chapter> chapters)
    {
        var figures = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var results = new SortedDictionary<string, NamedResult>(StringComparer.Ordinal);
        var steppers = new SortedDictionary<string, NamedStepper>(StringComparer.Ordinal);
        var cells = new SortedDictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        var texts = new List<string>();
        foreach (var chapter in chapters)
        {
            var document = NotebookDocument.Read(chapter.Path);
            cells[chapter.Name] = document.Cells.Select(cell => cell.Id).ToHashSet();
            texts.AddRange(document.Cells.Where(cell => cell.Kind == CellKind.Markdown).Select(cell => cell.Source));
            // What an optional cell shows can't be made again everywhere; nothing may depend on it.
            foreach (var (cell, data) in document.Cells.Where(c => !c.Tags.Contains(CellTags.Optional)).SelectMany(c => c.Outputs.OfType<DataOutput>().Select(o => (c.Id, o.Data))))
            {
                var place = $"{chapter.Name}, cell {cell}";
                foreach (var picture in ChapterPictures.Named(cell, data))
                {
                    if (picture.Kind == PictureKind.Figure)
                        Add(figures, picture.Name, picture.Html.TrimEnd('\n') + "\n", place);
                    else if (picture.Kind == PictureKind.Stepper)
                        Add(steppers, picture.Name, Stepper(picture.Html), place);
                }

                if (data.TryGetValue(MimeTypes.Result, out var json))
                    AddResult(results, JsonDocument.Parse(json).RootElement, chapter.Name, cell);
            }
        }

        return new(figures, results, steppers, cells, Equations.In(texts));
    }

    private static void AddResult(SortedDictionary<string, NamedResult> results, JsonElement json, string notebook, string cell)
    {
        double? value = json.GetProperty("value") is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;
        Add(results, json.GetProperty("name").GetString()!, new(json.GetProperty("text").GetString()!, value, notebook, cell), $"{notebook}, cell {cell}");
    }

    // All but its script is well-formed XML.
    private static NamedStepper Stepper(string html)
    {
        var section = XElement.Parse(html[..html.IndexOf("<script>", StringComparison.Ordinal)] + "</section>");
        return new(StepperSlides.Inline(section.Element("p")!), [.. section.Element("ol")!.Elements("li").Select(Frame)]);
    }

    private static NamedFrame Frame(XElement item)
    {
        var text = item.Elements("p").Select(StepperSlides.Inline).ToList();
        var pictures = item.Descendants().Where(e => e.Name.LocalName is "svg" or "table");
        return new(text[0], text.Count > 1 ? text[1] : "", [.. pictures]);
    }

    private static void Add<T>(SortedDictionary<string, T> all, string name, T value, string place)
    {
        if (!all.TryAdd(name, value))
            throw new InvalidDataException($"The name {name} stands twice, the second time in {place}. Slides could not tell which is meant; give one another name.");
    }
}
