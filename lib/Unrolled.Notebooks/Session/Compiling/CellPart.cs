using System.Collections.Immutable;

namespace Unrolled.Notebooks;

/// <summary>A piece of a cell in one language.</summary>
/// <param name="Language">Its name as in <c>#!markdown</c>.</param>
/// <param name="Text">Its text; lines of other pieces before it are empty, so that every line keeps its number.</param>
/// <param name="Timed">Whether <c>#!time</c> stands in it.</param>
internal sealed record CellPart(string Language, string Text, bool Timed)
{
    private const string Supported =
        "#r \"path\", #r \"nuget: id, version\", #i \"nuget: source\", #load \"path\", #!csharp, #!markdown, #!html and #!time";

    /// <summary>Reads a cell.</summary>
    /// <param name="source">Its text.</param>
    /// <param name="language">The language that its metadata names.</param>
    /// <param name="cell">Its name, for errors.</param>
    /// <exception cref="CellDirectiveException">A directive is unknown or malformed.</exception>
    public static ImmutableArray<CellPart> Read(string source, string language, string cell)
    {
        var parts = ImmutableArray.CreateBuilder<CellPart>();
        var lines = source.Split('\n');
        var (from, timed) = (0, false);
        while (from < lines.Length)
        {
            // Only C# has strings and comments in which a line is no directive; in other languages each such line is one.
            var text = string.Concat(Enumerable.Repeat("\n", from)) + string.Join('\n', lines[from..]);
            var commands = language == CellRequest.CSharp ? CellDirectives.Read(text, cell).Magic : InPlainText(lines, from);
            foreach (var command in commands.Where(command => command.Rest.Length > 0 && IsTime(command)))
                throw new CellDirectiveException(cell, command.Line, command.Text, $"#!time takes no options here, got {command.Rest}.");
            var change = commands.FirstOrDefault(command => !IsTime(command));
            timed |= commands.Any(command => IsTime(command) && (change is null || command.Line < change.Line));
            var to = change is null ? lines.Length : change.Line - 1;
            var part = string.Concat(Enumerable.Repeat("\n", from)) + string.Join('\n', lines[from..to]);
            if (part.AsSpan().Trim().Length > 0)
            {
                parts.Add(new CellPart(language, part, timed));
                timed = false;
            }

            if (change is not null)
                language = LanguageOf(change, cell);
            from = to + 1;
        }

        return parts.ToImmutable();
    }

    private static bool IsTime(MagicCommand command) => command.Name == "time";

    private static ImmutableArray<MagicCommand> InPlainText(string[] lines, int from) =>
        [.. lines.Select((line, index) => (line, index)).Skip(from).Where(at => at.line.StartsWith("#!", StringComparison.Ordinal))
            .Select(at => new MagicCommand(at.index + 1, at.line[2..].Trim().Split(' ')[0], "", at.line))];

    private static string LanguageOf(MagicCommand command, string cell) => command.Name switch
    {
        "csharp" or "c#" or "C#" => CellRequest.CSharp,
        "markdown" or "md" => "markdown",
        "html" => "html",
        _ => throw new CellDirectiveException(cell, command.Line, command.Text,
            $"The directive #!{command.Name} is not supported. A cell can use {Supported}."),
    };
}
