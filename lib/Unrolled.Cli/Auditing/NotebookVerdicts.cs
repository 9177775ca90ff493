using System.Text.RegularExpressions;
using Unrolled.Notebooks;

namespace Unrolled.Cli.Auditing;

/// <summary>What the exercises in the course's own notebooks say when they are run.</summary>
internal static partial class NotebookVerdicts
{
    /// <summary>Runs the setup and the exercises of every notebook in a folder, and nothing else of them.</summary>
    /// <returns>The outcome of each exercise that has a cell of its own, and what went wrong in running.</returns>
    public static async Task<(IReadOnlyDictionary<string, string> Outcomes, IReadOnlyList<string> Problems)> RunAsync(
        string folder, CourseFolder course, CancellationToken cancel)
    {
        var outcomes = new Dictionary<string, string>();
        var problems = new List<string>();
        string[] paths = Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*.ipynb").Order(StringComparer.Ordinal)] : [];
        foreach (var path in paths)
        {
            var notebook = NotebookDocument.Read(path);
            var exercises = notebook with { Cells = [.. notebook.Cells.Where(cell => cell.Id == "setup" || ExerciseCell().IsMatch(cell.Id))] };
            var options = new RunOptions { KernelPath = course.Kernel, Directory = folder, Environment = NotebookOptions.NothingRemembered };
            var run = await NotebookRunner.RunAsync(exercises, options, null, cancel).ConfigureAwait(false);
            if (run.Failure is { } failure)
                problems.Add($"{Path.GetRelativePath(course.Root, path)}, cell {failure.Id}: {failure.Error.Name}: {failure.Error.Value}");
            foreach (var verdict in run.Document.Cells.Where(cell => ExerciseCell().IsMatch(cell.Id)).SelectMany(InItsOwnCell))
                outcomes[verdict.Id] = verdict.Outcome;
        }

        return (outcomes, problems);
    }

    private static IEnumerable<Verdict> InItsOwnCell(NotebookCell cell) =>
        cell.Outputs.Select(Verdict.In).OfType<Verdict>().Where(verdict => verdict.Id == cell.Id.Replace('-', '.'));

    [GeneratedRegex(@"^\d+-\d+$")]
    private static partial Regex ExerciseCell();
}
