using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Unrolled.Notebooks;

namespace Unrolled.Cli.Gallery;

/// <summary>The named pictures of one chapter, read from its committed outputs.</summary>
/// <param name="Chapter">The chapter.</param>
/// <param name="Pictures">Its pictures, in the order of their cells.</param>
/// <param name="Problems">Why pictures are missing; empty when all is well.</param>
internal sealed partial record ChapterPictures(Chapter Chapter, IReadOnlyList<NamedPicture> Pictures, IReadOnlyList<string> Problems)
{
    public static ChapterPictures Read(Chapter chapter)
    {
        try
        {
            var cells = NotebookDocument.Read(chapter.Path).Cells;
            if (!cells.Any(cell => cell.Outputs.Length > 0))
                return new(chapter, [], ["no cell has an output. Run: dotnet run --project lib/Unrolled.Cli -- run --write " + chapter.Name]);
            var problems = new List<string>();
            var pictures = cells.SelectMany(cell => cell.Outputs.OfType<DataOutput>().SelectMany(output => Of(cell.Id, output.Data, problems)));
            return new(chapter, [.. pictures], problems);
        }
        catch (NotebookFormatException e)
        {
            return new(chapter, [], [e.Message]);
        }
    }

    private static List<NamedPicture> Of(string cell, MimeBundle data, List<string> problems)
    {
        try
        {
            return [.. Named(cell, data).Where(picture => IsSafe(picture, problems))];
        }
        catch (XmlException e)
        {
            problems.Add($"cell {cell}: an image is not well-formed XML: {e.Message}");
            return [];
        }
    }

    /// <summary>The named pictures of one output.</summary>
    public static IEnumerable<NamedPicture> Named(string cell, MimeBundle data)
    {
        var alt = data.TryGetValue("text/plain", out var text) ? text : "";
        if (data.TryGetValue("image/svg+xml", out var svg))
            return NameOf(svg) is { } name ? [Figure(name, cell, svg)] : [];
        if (!data.TryGetValue("text/html", out var html)) return [];
        if (html.StartsWith("<section data-stepper", StringComparison.Ordinal))
            return NameOf(html) is { } stepper ? [new(stepper, cell, PictureKind.Stepper, html, alt, [.. Svg().Matches(html).Select(m => m.Value)])] : [];
        // A table alone, or figures and tables beside each other.
        return Svg().Matches(html).Where(match => NameOf(match.Value) is not null).Select(match => Figure(NameOf(match.Value)!, cell, match.Value))
            .Concat(Table().Matches(html).Where(match => NameOf(match.Value) is not null)
                .Select(match => new NamedPicture(NameOf(match.Value)!, cell, PictureKind.Table, match.Value, alt, [])));
    }

    private static NamedPicture Figure(string name, string cell, string svg)
    {
        var description = XElement.Parse(svg).Elements().FirstOrDefault(element => element.Name.LocalName == "desc")?.Value;
        return new(name, cell, PictureKind.Figure, svg, description ?? "", [svg]);
    }

    // The name becomes that of a file.
    private static bool IsSafe(NamedPicture picture, List<string> problems)
    {
        if (SafeName().IsMatch(picture.Name)) return true;
        problems.Add($"cell {picture.Cell}: the name '{picture.Name}' can't be a file's; use lower-case letters, digits, dots and hyphens.");
        return false;
    }

    // The name stands in the first tag.
    private static string? NameOf(string markup) =>
        DataName().Match(markup[..(markup.IndexOf('>', StringComparison.Ordinal) + 1)]) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"<svg\b.*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Svg();

    [GeneratedRegex(@"<table\b.*?</table>", RegexOptions.Singleline)]
    private static partial Regex Table();

    [GeneratedRegex("data-name=\"([^\"]*)\"")]
    private static partial Regex DataName();

    [GeneratedRegex(@"\A[a-z][a-z0-9._-]*\z")]
    private static partial Regex SafeName();
}
