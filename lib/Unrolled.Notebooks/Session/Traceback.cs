using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Unrolled.Notebooks;

/// <summary>Errors of a cell as a reader meets them: cell, line and column, the source line, and no paths.</summary>
/// <param name="directory">The notebook's folder, which is taken out of messages.</param>
internal sealed partial class Traceback(string directory)
{
    /// <summary>Compiler errors: one block each with the line and a mark below the place.</summary>
    public ErrorOutput ForCompilation(IReadOnlyList<Diagnostic> errors)
    {
        var lines = errors.SelectMany(Describe).ToImmutableArray();
        return new ErrorOutput("CompilationError", Headline(errors[0]), lines);
    }

    /// <summary>A directive the session does not have.</summary>
    public static ErrorOutput ForDirective(CellDirectiveException error) =>
        new("DirectiveError", error.Message, [$"{error.File}, line {error.Line}: {error.Message}", "    " + error.SourceLine.Trim()]);

    /// <summary>An exception the cell let out, with the frames of the cells and of what they called.</summary>
    public ErrorOutput ForException(Exception error, IReadOnlyDictionary<string, string> sources, string? note = null)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        if (note is not null)
            lines.Add(note);
        for (var (e, prefix) = (error, ""); e is not null; (e, prefix) = (e.InnerException!, "caused by "))
        {
            lines.Add($"{prefix}{e.GetType().Name}: {MessageOf(e)}");
            lines.AddRange(Frames(e, sources));
        }

        return new ErrorOutput(error.GetType().Name, MessageOf(error), lines.ToImmutable());
    }

    private IEnumerable<string> Describe(Diagnostic error)
    {
        yield return Headline(error);
        if (!error.Location.IsInSource || error.Location.SourceTree?.GetText() is not { } text)
            yield break;
        var start = error.Location.GetLineSpan().StartLinePosition;
        var line = start.Line < text.Lines.Count ? text.Lines[start.Line].ToString() : "";
        yield return "    " + line.Replace('\t', ' ');
        yield return "    " + new string(' ', start.Character) + "^";
    }

    /// <summary>An error or a warning in a line, with its place.</summary>
    public string Headline(Diagnostic error)
    {
        var message = WithoutPaths(error.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        if (error.Id == "CS0006" && message.Contains("/bin/course/", StringComparison.Ordinal))
            message += ". The course library is not built yet: run dotnet build in the repository's root folder first.";
        var span = error.Location.GetLineSpan();
        var where = span.IsValid ? string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"{FileLabel(span.Path)}, line {span.StartLinePosition.Line + 1}, column {span.StartLinePosition.Character + 1}: ") : "";
        return $"{where}{(error.Severity == DiagnosticSeverity.Error ? "error" : "warning")} {error.Id}: {message}";
    }

    private static IEnumerable<string> Frames(Exception error, IReadOnlyDictionary<string, string> sources)
    {
        var sourceShown = false;
        foreach (var frame in new StackTrace(error, fNeedFileInfo: true).GetFrames())
        {
            if (frame.GetMethod() is not { } method || IsMachinery(method))
                continue;
            var file = frame.GetFileName();
            var label = file is null ? null : FileLabel(file);
            if (label is null || !IsCellCode(method))
            {
                yield return "   at " + MethodLabel(method);
                continue;
            }

            var line = frame.GetFileLineNumber();
            yield return $"   at {MethodLabel(method)}{(MethodLabel(method).Length > 0 ? " in " : "")}{label}, line {line}";
            if (!sourceShown && sources.TryGetValue(label, out var source) && SourceLine(source, line) is { } text)
                yield return "        " + text;
            sourceShown = true;
        }
    }

    private static string? SourceLine(string source, int line)
    {
        var lines = SourceText.From(source).Lines;
        return line >= 1 && line <= lines.Count ? lines[line - 1].ToString().Trim() : null;
    }

    private static bool IsCellCode(MethodBase method) =>
        method.DeclaringType?.FullName?.StartsWith("Submission#", StringComparison.Ordinal) == true;

    private static bool IsMachinery(MethodBase method)
    {
        var name = method.DeclaringType?.FullName ?? "";
        return name.StartsWith("Microsoft.CodeAnalysis.", StringComparison.Ordinal)
            || name.StartsWith("System.Runtime.", StringComparison.Ordinal)
            || name.StartsWith("System.Threading.", StringComparison.Ordinal)
            || name.StartsWith("System.IO.TextWriter", StringComparison.Ordinal)
            || method.DeclaringType?.Assembly == typeof(Traceback).Assembly
            || method.Name == "<Factory>";
    }

    // Submission#3.<<Initialize>>d__0.MoveNext is the cell itself; Submission#3.<F>d__1.MoveNext is its async function F.
    private static string MethodLabel(MethodBase method)
    {
        var type = method.DeclaringType;
        var name = method.Name;
        if (name == "MoveNext" && type is not null && GeneratedName().Match(type.Name) is { Success: true } generated)
        {
            name = generated.Groups["name"].Value;
            type = type.DeclaringType;
        }
        else if (LambdaName().IsMatch(name))
        {
            return "a lambda";
        }
        else if (LocalFunctionName().Match(name) is { Success: true } local)
        {
            name = local.Groups["name"].Value;
        }

        if (name is "<Initialize>" or "Initialize")
            return "";
        var parameters = string.Join(", ", method.Name == "MoveNext" ? [] : method.GetParameters().Select(p => p.ParameterType.Name));
        var owner = type?.FullName is null || type.FullName.StartsWith("Submission#", StringComparison.Ordinal) ? "" : type.FullName + ".";
        return $"{owner}{name}({parameters})";
    }

    // An exception type that a cell defines may throw where it should explain itself.
    private string MessageOf(Exception error)
    {
        try
        {
            return WithoutPaths(error.Message);
        }
        catch (Exception e)
        {
            return $"(its message can't be read: {e.GetType().Name})";
        }
    }

    private string WithoutPaths(string message) =>
        message.Replace(directory + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Replace(directory, ".", StringComparison.Ordinal);

    private static string FileLabel(string path) => Path.GetFileName(path);

    [GeneratedRegex(@"^<(?<name><?\w+>?)>d__\d+")]
    private static partial Regex GeneratedName();

    [GeneratedRegex(@"^<.*>b__\d+")]
    private static partial Regex LambdaName();

    [GeneratedRegex(@"^<.*>g__(?<name>\w+)\|")]
    private static partial Regex LocalFunctionName();
}
