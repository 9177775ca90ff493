using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Unrolled.Notebooks;

/// <summary>A documentation comment, to be read as text.</summary>
/// <param name="comment">The element around its tags.</param>
internal sealed partial class Documentation(XElement comment)
{
    private readonly ImmutableArray<XElement> _parameters = [.. comment.Elements("typeparam").Concat(comment.Elements("param"))];

    /// <summary>As plain text: a paragraph each for summary, parameters, returned value, exceptions and remarks.</summary>
    public string PlainText() => Write(code: "", strong: "", bullet: "  ");

    /// <summary>As Markdown, with the same parts in the same order.</summary>
    public string Markdown() => Write(code: "`", strong: "**", bullet: "- ");

    private string Write(string code, string strong, string bullet)
    {
        string[] parts =
        [
            Flat(comment.Element("summary"), code),
            List("Parameters", _parameters, "name"),
            Flat(comment.Element("returns") ?? comment.Element("value"), code) is { Length: > 0 } returned ? $"{strong}Returns{strong}: {returned}" : "",
            List("Exceptions", comment.Elements("exception"), "cref"),
            Flat(comment.Element("remarks"), code),
        ];
        return string.Join("\n\n", parts.Where(part => part.Length > 0));

        string List(string title, IEnumerable<XElement> entries, string attribute)
        {
            string[] lines = [.. entries.Select(e => $"{bullet}{code}{ShortName(e.Attribute(attribute)?.Value)}{code}: {Flat(e, code)}")];
            return lines.Length == 0 ? "" : $"{strong}{title}{strong}\n{(code.Length > 0 ? "\n" : "")}{string.Join('\n', lines)}";
        }
    }

    private static string Flat(XElement? element, string code)
    {
        if (element is null)
            return "";
        var text = new StringBuilder();
        Append(text, element, code);
        return ManyLines().Replace(SpacesAroundLine().Replace(text.ToString().Trim(), "\n"), "\n\n");
    }

    private static void Append(StringBuilder text, XElement element, string code)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText words)
                text.Append(Spaces().Replace(words.Value, " "));
            else if (node is XElement child)
                AppendElement(text, child, code);
        }
    }

    private static void AppendElement(StringBuilder text, XElement element, string code)
    {
        switch (element.Name.LocalName)
        {
            case "see" or "seealso" or "paramref" or "typeparamref" when element.IsEmpty || element.Value.Length == 0:
                var name = element.Attribute("cref") ?? element.Attribute("name") ?? element.Attribute("langword") ?? element.Attribute("href");
                text.Append(code).Append(name?.Name.LocalName == "href" ? name.Value : ShortName(name?.Value)).Append(code);
                break;
            case "c":
                text.Append(code).Append(element.Value).Append(code);
                break;
            case "code":
                text.Append("\n\n").Append(code.Length > 0 ? $"```csharp\n{element.Value.Trim('\n')}\n```" : element.Value.Trim('\n')).Append("\n\n");
                break;
            case "br":
                text.Append('\n');
                break;
            case "para":
                text.Append("\n\n");
                Append(text, element, code);
                text.Append("\n\n");
                break;
            case "item":
                text.Append("\n- ");
                Append(text, element, code);
                break;
            default:
                Append(text, element, code);
                break;
        }
    }

    // "M:System.Math.Abs(System.Double)" reads Math.Abs, "T:System.Collections.Generic.List`1" reads List.
    private static string ShortName(string? name)
    {
        if (name is null || !name.Contains(':', StringComparison.Ordinal))
            return name ?? "";
        var parts = Arity().Replace(name[2..].Split('(')[0], "").Replace("#ctor", "new", StringComparison.Ordinal).Split('.');
        return string.Join('.', parts.TakeLast(name[0] is 'T' or 'N' ? 1 : 2));
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@" *\n *")]
    private static partial Regex SpacesAroundLine();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex ManyLines();

    [GeneratedRegex(@"`+\d+")]
    private static partial Regex Arity();
}
