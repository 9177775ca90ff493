using System.Text.RegularExpressions;
using Unrolled.Notebooks;

namespace Unrolled.Kernel.Tests.Conformance;

/// <summary>
/// The page that tells where our session is meant to differ. Each section has a reason, written by hand, and a table of the cells, made from
/// the recordings. A cell names its reason by a tag: the section's heading in small letters, with hyphens.
/// </summary>
internal static partial class DifferencePage
{
    private const int ShownCharacters = 150;

    public static string Path { get; } = System.IO.Path.Combine(Repository.Root, "lib", "Unrolled.Notebooks", "DIFFERENCES.md");

    /// <summary>The tags that the page's sections stand for.</summary>
    public static IReadOnlyList<string> Reasons(string page) => [.. Heading.Matches(page).Select(match => Tag(match.Groups[1].Value))];

    /// <summary>The page with every table made anew.</summary>
    public static string Renew(string page, IReadOnlyList<Group> groups) =>
        string.Join("\n\n", SectionStart.Split(page).Select(section => Renewed(section, groups))) + "\n";

    private static string Renewed(string section, IReadOnlyList<Group> groups)
    {
        var prose = Table.Replace(section, "").Trim();
        var rows = Heading.Match(section) is { Success: true } heading ? Rows(Tag(heading.Groups[1].Value), groups).ToList() : [];
        return rows.Count == 0 ? prose : $"{prose}\n\n| cell | its code | .NET Interactive | this session |\n|---|---|---|---|\n{string.Join('\n', rows)}";
    }

    private static IEnumerable<string> Rows(string reason, IReadOnlyList<Group> groups) =>
        from g in groups
        from cell in g.Cells
        where g.Differing.TryGetValue(cell.Id, out var ours) && ours.Tags.Contains(reason)
        select $"| {g.Name}, {cell.Id} | {Code(cell.Source)} | {Code(Told(cell))} | {Code(Told(g.Differing[cell.Id]))} |";

    private static string Told(NotebookCell cell) => string.Join('\n', Essence.Of(cell.Outputs));

    private static string Code(string text)
    {
        if (text == "")
            return "nothing";
        var line = Tags.Replace(text, "").ReplaceLineEndings("\n").Trim('\n');
        line = line.Length > ShownCharacters ? line[..ShownCharacters] + "…" : line;
        return string.Join(" ⏎ ", line.Split('\n').Select(part => part.Trim()).Where(part => part != "").Select(part => $"`` {part.Replace("|", "\\|", StringComparison.Ordinal)} ``"));
    }

    private static string Tag(string heading) => string.Join('-', Word.Matches(heading.ToLowerInvariant()).Select(word => word.Value));

    [GeneratedRegex("^(?=## )", RegexOptions.Multiline)]
    private static partial Regex SectionStart { get; }

    [GeneratedRegex("^## (.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading { get; }

    [GeneratedRegex(@"^\|.*\n?", RegexOptions.Multiline)]
    private static partial Regex Table { get; }

    [GeneratedRegex("[a-z0-9]+")]
    private static partial Regex Word { get; }

    // The mark-up around a value says nothing here.
    [GeneratedRegex("<style>.*?</style>|</?(?:div|pre|span|code|details|summary|table|thead|tbody|tr|td|th)[^>]*>")]
    private static partial Regex Tags { get; }
}
