using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Unrolled.Notebooks;

/// <summary>A NuGet package asked for by <c>#r "nuget: id, version"</c>.</summary>
/// <param name="Id">The package's name.</param>
/// <param name="Version">A version or range as NuGet writes it; "*" where the cell names none.</param>
public sealed record PackageRequest(string Id, string Version)
{
    /// <inheritdoc/>
    public override string ToString() => Version == "*" ? Id : $"{Id}, {Version}";
}

/// <summary>
/// The lines of C# that only the session understands: <c>#r "nuget:…"</c>, <c>#i "nuget:…"</c> and <c>#!…</c>. They are found by the compiler's
/// own lexer: what looks like one within a string, a comment or code that <c>#if</c> leaves out is text.
/// </summary>
/// <param name="Code">The code with those lines blanked, so that every other character keeps its place.</param>
/// <param name="Packages">The packages asked for, in order.</param>
/// <param name="Sources">The package sources named by <c>#i</c>, in order.</param>
/// <param name="Loads">The files named by <c>#load</c>, in order.</param>
/// <param name="Magic">The <c>#!</c> lines, in order.</param>
internal sealed partial record CellDirectives(
    string Code, ImmutableArray<PackageRequest> Packages, ImmutableArray<string> Sources, ImmutableArray<string> Loads, ImmutableArray<MagicCommand> Magic)
{
    private static readonly CSharpParseOptions Parsing = CSharpParseOptions.Default.WithKind(SourceCodeKind.Script).WithLanguageVersion(LanguageVersion.Latest);

    /// <summary>Finds them.</summary>
    /// <param name="source">C#, which may have errors anywhere.</param>
    /// <param name="file">Where it comes from, for errors.</param>
    /// <exception cref="CellDirectiveException">A directive is malformed.</exception>
    public static CellDirectives Read(string source, string file) => Read(source, (line, text, message) => throw new CellDirectiveException(file, line, text, message));

    /// <summary>The code with those lines blanked, whatever they ask for.</summary>
    public static string Blank(string source) => Read(source, (_, _, _) => { }).Code;

    private static CellDirectives Read(string source, Action<int, string, string> refuse)
    {
        // Most cells have none.
        if (!source.Contains('#', StringComparison.Ordinal))
            return new CellDirectives(source, [], [], [], []);
        var text = SourceText.From(source);
        var packages = ImmutableArray.CreateBuilder<PackageRequest>();
        var sources = ImmutableArray.CreateBuilder<string>();
        var loads = ImmutableArray.CreateBuilder<string>();
        var magic = ImmutableArray.CreateBuilder<MagicCommand>();
        var code = source.ToCharArray();
        foreach (var directive in Directives(CSharpSyntaxTree.ParseText(text, Parsing).GetCompilationUnitRoot()))
        {
            var line = text.Lines.GetLineFromPosition(directive.HashToken.SpanStart);
            var written = source[directive.HashToken.SpanStart..line.End];
            var (command, reference) = (MagicLine().Match(written), PackageLine().Match(written));
            // In code that #if leaves out they ask for nothing, but the compiler would complain of them there too.
            if (command.Success && directive.IsActive)
                magic.Add(new MagicCommand(line.LineNumber + 1, command.Groups["name"].Value, command.Groups["rest"].Value.Trim(), written));
            else if (reference.Success && directive.IsActive)
                ReadPackage(reference, line.LineNumber + 1);
            else if (directive is LoadDirectiveTriviaSyntax { IsActive: true, File.ValueText: { Length: > 0 } path })
                loads.Add(path);
            if (command.Success || reference.Success)
                Array.Fill(code, ' ', directive.HashToken.SpanStart, written.Length);
        }

        return new CellDirectives(new string(code), packages.ToImmutable(), sources.ToImmutable(), loads.ToImmutable(), magic.ToImmutable());

        void ReadPackage(Match reference, int line)
        {
            var named = reference.Groups["text"].Value;
            var parts = named.Split(',', 2, StringSplitOptions.TrimEntries);
            if (reference.Groups["kind"].Value is "i" or "I")
                sources.Add(named.Trim());
            else if (parts is [var id, .. var rest] && PackageId().IsMatch(id) && rest.All(version => PackageVersion().IsMatch(version)))
                packages.Add(new PackageRequest(id, rest is [var version] ? version : "*"));
            else
                refuse(line, reference.Value, $"A package is written #r \"nuget: id, version\", got \"nuget:{named}\".");
        }
    }

    private static IEnumerable<DirectiveTriviaSyntax> Directives(CompilationUnitSyntax root) =>
        root.DescendantTrivia(descendIntoTrivia: false).Where(trivia => trivia.IsDirective).Select(trivia => (DirectiveTriviaSyntax)trivia.GetStructure()!);

    [GeneratedRegex(@"^#\s*!(?<name>\S*)(?<rest>.*)$")]
    private static partial Regex MagicLine();

    [GeneratedRegex("""^#\s*(?<kind>[ri])\s*"\s*nuget\s*:(?<text>[^"]*)"\s*;?\s*(//.*)?$""", RegexOptions.IgnoreCase)]
    private static partial Regex PackageLine();

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_.\-]*$")]
    private static partial Regex PackageId();

    [GeneratedRegex(@"^[0-9A-Za-z.*+,\-\[\]\(\) ]+$")]
    private static partial Regex PackageVersion();
}

/// <summary>A line <c>#!name rest</c>.</summary>
/// <param name="Line">Its number in the cell, from 1.</param>
/// <param name="Name">The command.</param>
/// <param name="Rest">What follows on the line.</param>
/// <param name="Text">The line as it was written.</param>
internal sealed record MagicCommand(int Line, string Name, string Rest, string Text);

/// <summary>A line of a cell that asks for something the session does not have.</summary>
internal sealed class CellDirectiveException(string file, int line, string sourceLine, string message) : Exception(message)
{
    /// <summary>The cell or the loaded file.</summary>
    public string File { get; } = file;

    public int Line { get; } = line;

    public string SourceLine { get; } = sourceLine;
}
