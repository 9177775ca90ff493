using System.Text.RegularExpressions;
using Unrolled.Notebooks;

namespace Unrolled.Kernel.Tests.Conformance;

/// <summary>
/// What a cell's outputs tell a reader, line by line and in words that both engines share: theirs names no error but shows the whole
/// exception, writes what the compiler says to standard error, and gives a value one form; ours names the error, puts what the compiler
/// says into it, and adds plain text to every form.
/// </summary>
internal static partial class Essence
{
    public static IReadOnlyList<string> Of(IEnumerable<CellOutput> outputs) => [.. outputs.SelectMany(Of)];

    private static IEnumerable<string> Of(CellOutput output) => output switch
    {
        StreamOutput { Text: "" } => [],
        StreamOutput { Name: "stderr" } stream when Diagnostics(stream.Text.Split('\n')) is { Count: > 0 } told => told,
        StreamOutput stream => [$"{stream.Name}: {stream.Text}"],
        DataOutput data => [Of(data)],
        ErrorOutput error => Of(error),
        _ => [output.ToString()],
    };

    private static string Of(DataOutput data) =>
        (data.IsResult ? "value " : "display ")
        + string.Join(", ", data.Data.Where(form => data.Data.Count == 1 || form.Key != "text/plain").Select(form => $"{form.Key}: {form.Value}"));

    private static List<string> Of(ErrorOutput error) => error.Name switch
    {
        "Error" when error.Value == "compilation error" => ["does not compile"],
        "CompilationError" => [.. Diagnostics(error.Traceback), "does not compile"],
        "KernelDied" or "WorkerLost" => ["the process ended"],
        "Hangs" or "TimeLimit" => ["does not end"],
        "Error" when Exceptions(error.Value) is { Count: > 0 } thrown => thrown,
        _ => [$"error {error.Name}: {error.Value}", .. error.Traceback.Where(line => line.StartsWith("caused by ", StringComparison.Ordinal))],
    };

    // In their order by place: theirs has none.
    private static List<string> Diagnostics(IEnumerable<string> lines)
    {
        var told = lines.Where(line => line.Length > 0).Select(line => (Line: line, Match: Diagnostic.Match(line))).Where(told => told.Match.Success);
        return [.. told.Select(told =>
        {
            string Group(string name) => told.Match.Groups[name].Value;
            var place = told.Match.Groups["line"].Success ? $" ({Group("line")},{Group("column")})" : "";
            return $"{Group("severity")} {Group("id")}{place}: {Group("message").Replace("FOLDER/", "", StringComparison.Ordinal)}";
        }).Order(StringComparer.Ordinal)];
    }

    // "System.InvalidOperationException: outer\n ---> System.Exception: inner"
    private static List<string> Exceptions(string value) =>
        [.. value.Split("\n ---> ").Select(text => Exception.Match(text)).Where(match => match.Success).Select((match, i) =>
            $"{(i == 0 ? "error" : "caused by")} {match.Groups["type"].Value}: {FileName.Replace(match.Groups["message"].Value, "").Replace("FOLDER/", "", StringComparison.Ordinal)}")];

    [GeneratedRegex(@"^(?:(?<file>.*?)\((?<line>\d+),(?<column>\d+)\): |(?<file>.*?), line (?<line>\d+), column (?<column>\d+): )?(?<severity>error|warning) (?<id>CS\d+): (?<message>.*)$")]
    private static partial Regex Diagnostic { get; }

    [GeneratedRegex(@"\A(?:[\w#]+[.+])+(?<type>\w+)(?:: (?<message>.*))?\z", RegexOptions.Singleline)]
    private static partial Regex Exception { get; }

    [GeneratedRegex(@"\nFile name: '.*'")]
    private static partial Regex FileName { get; }
}
