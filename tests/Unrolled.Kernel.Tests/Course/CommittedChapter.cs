using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Unrolled.Notebooks;

namespace Unrolled.Kernel.Tests.Course;

/// <summary>A committed chapter, and what it becomes when a hand changes it here and there.</summary>
internal sealed partial class CommittedChapter(string name)
{
    private const string Svg = "image/svg+xml";
    private readonly JsonNode _json = Parse($"notebooks/{name}.ipynb");

    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "notebooks"), "*.ipynb").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    public NotebookDocument Document => Read(_json);

    /// <summary>The exercises' cells, by their ids.</summary>
    public IReadOnlyList<string> Exercises => [.. CodeCells(_json).Select(Id).Where(id => ExerciseId.IsMatch(id))];

    /// <summary>The chapter with the solution's code in each exercise.</summary>
    public NotebookDocument Solved()
    {
        var solutions = CodeCells(Parse($"notebooks/solutions/{name}.ipynb")).ToDictionary(Id, cell => cell["source"]!);
        var solved = _json.DeepClone();
        foreach (var cell in CodeCells(solved).Where(cell => ExerciseId.IsMatch(Id(cell))))
            cell["source"] = solutions[Id(cell)].DeepClone();
        return Read(solved);
    }

    /// <summary>The chapter with one number of a printed text, one point of a figure and one label of another changed, and the cells they stand in.</summary>
    public (NotebookDocument Altered, IReadOnlyList<string> Cells) Altered()
    {
        var altered = _json.DeepClone();
        var cells = CodeCells(altered).Where(cell => !Tags(cell).Contains(CellTags.Optional) && !Tags(cell).Contains(CellTags.Measured)).ToList();
        var number = cells.First(cell => Change(Output(cell, "text"), Number, match => Plus(match, 1)));
        var point = cells.First(cell => cell != number && Change(Data(cell), Point, match => Plus(match, 5)));
        var label = cells.First(cell => cell != number && cell != point && Change(Data(cell), Label, match => match.Value + "x"));
        return (Read(altered), [Id(number), Id(point), Id(label)]);
    }

    private static bool Change(JsonNode? lines, Regex what, MatchEvaluator how)
    {
        var text = lines is JsonArray array ? string.Concat(array.Select(line => (string?)line)) : (string?)lines;
        if (text is null || !what.IsMatch(text))
            return false;
        lines!.ReplaceWith(what.Replace(text, how, 1));
        return true;
    }

    private static string Plus(Match number, double change) =>
        (double.Parse(number.Value, CultureInfo.InvariantCulture) + change).ToString("F4", CultureInfo.InvariantCulture);

    private static JsonNode? Output(JsonNode cell, string member) =>
        cell["outputs"]!.AsArray().Select(output => output![member]).FirstOrDefault(value => value is not null);

    private static JsonNode? Data(JsonNode cell) =>
        cell["outputs"]!.AsArray().Select(output => output!["data"]?[Svg]).FirstOrDefault(value => value is not null);

    private static IEnumerable<JsonNode> CodeCells(JsonNode notebook) =>
        notebook["cells"]!.AsArray().Where(cell => (string?)cell!["cell_type"] == "code").Select(cell => cell!);

    private static string Id(JsonNode cell) => (string)cell["id"]!;

    private static IEnumerable<string> Tags(JsonNode cell) => cell["metadata"]!["tags"]?.AsArray().Select(tag => (string)tag!) ?? [];

    private static JsonNode Parse(string path) => JsonNode.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, path)))!;

    private static NotebookDocument Read(JsonNode json) => NotebookDocument.Parse(JsonSerializer.SerializeToUtf8Bytes(json), "chapter.ipynb");

    [GeneratedRegex(@"\A[0-9]+-[0-9]+\z")]
    private static partial Regex ExerciseId { get; }

    [GeneratedRegex(@"(?<![\w.])[0-9]+\.[0-9]+(?![\w.])")]
    private static partial Regex Number { get; }

    // The first coordinate of a drawn line.
    [GeneratedRegex(@"(?<=<(path [^>]*d=""M|polyline [^>]*points=""))[0-9]+(\.[0-9]+)?")]
    private static partial Regex Point { get; }

    [GeneratedRegex(@"(?<=<text [^>]*>)[A-Za-z]{3,}")]
    private static partial Regex Label { get; }
}
