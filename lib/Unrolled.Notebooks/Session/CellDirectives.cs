using System.Text;
using System.Text.RegularExpressions;

namespace Unrolled.Notebooks;

/// <summary>A NuGet package asked for by <c>#r "nuget: id, version"</c>.</summary>
/// <param name="Id">The package's name.</param>
/// <param name="Version">A version or range as NuGet writes it; "*" where the cell names none.</param>
public sealed record PackageRequest(string Id, string Version)
{
    /// <inheritdoc/>
    public override string ToString() => Version == "*" ? Id : $"{Id}, {Version}";
}

/// <summary>The lines of a cell that are not C# script: <c>#r "nuget:…"</c> and <c>#!…</c>.</summary>
/// <param name="Code">The cell with those lines blanked, so that every other line keeps its number.</param>
/// <param name="Packages">The packages asked for, in order.</param>
internal sealed partial record CellDirectives(string Code, IReadOnlyList<PackageRequest> Packages)
{
    /// <summary>What a cell may hold, for error messages.</summary>
    public const string Supported = "#r \"path\", #r \"nuget: id, version\", #load \"path\" and #!csharp";

    /// <exception cref="CellDirectiveException">A directive is unknown or malformed.</exception>
    public static CellDirectives Read(string source)
    {
        var packages = new List<PackageRequest>();
        var code = new StringBuilder(source.Length);
        var number = 0;
        foreach (var line in source.Split('\n'))
        {
            number++;
            if (number > 1)
                code.Append('\n');
            if (MagicCommand().Match(line) is { Success: true } magic)
            {
                if (magic.Groups["name"].Value is not ("csharp" or "c#"))
                    throw new CellDirectiveException(number, line, $"The directive #!{magic.Groups["name"].Value} is not supported. A cell can use {Supported}.");
            }
            else if (PackageReference().Match(line) is { Success: true } reference)
            {
                packages.Add(ReadPackage(reference.Groups["text"].Value, number, line));
            }
            else
            {
                code.Append(line);
            }
        }

        return new CellDirectives(code.ToString(), packages);
    }

    /// <summary>The cell with those lines filled with spaces, whatever they ask for, so that every other character keeps its place.</summary>
    public static string Blank(string source) =>
        string.Join('\n', source.Split('\n').Select(line => MagicCommand().IsMatch(line) || PackageReference().IsMatch(line) ? new string(' ', line.Length) : line));

    private static PackageRequest ReadPackage(string text, int number, string line)
    {
        var parts = text.Split(',', 2, StringSplitOptions.TrimEntries);
        return parts switch
        {
            [var id] when PackageId().IsMatch(id) => new PackageRequest(id, "*"),
            [var id, var version] when PackageId().IsMatch(id) && PackageVersion().IsMatch(version) => new PackageRequest(id, version),
            _ => throw new CellDirectiveException(number, line, $"A package is written #r \"nuget: id, version\", got \"nuget:{text}\"."),
        };
    }

    [GeneratedRegex(@"^\s*#!\s*(?<name>\S*)")]
    private static partial Regex MagicCommand();

    [GeneratedRegex("""^\s*#r\s+"\s*nuget\s*:(?<text>[^"]*)"\s*;?\s*(//.*)?$""", RegexOptions.IgnoreCase)]
    private static partial Regex PackageReference();

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_.\-]*$")]
    private static partial Regex PackageId();

    [GeneratedRegex(@"^[0-9A-Za-z.*+,\-\[\]\(\) ]+$")]
    private static partial Regex PackageVersion();
}

/// <summary>A line of a cell that asks for something the session does not have.</summary>
internal sealed class CellDirectiveException(int line, string sourceLine, string message) : Exception(message)
{
    public int Line { get; } = line;

    public string SourceLine { get; } = sourceLine;
}
