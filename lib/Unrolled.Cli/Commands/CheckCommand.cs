using System.CommandLine;
using Spectre.Console;
using Unrolled.Notebooks;

namespace Unrolled.Cli.Commands;

/// <summary><c>check</c>: committed outputs must equal those of a fresh run.</summary>
internal static class CheckCommand
{
    public static Command Create(IAnsiConsole console)
    {
        var command = new Command("check", "Run chapters and compare their outputs with the committed ones. Writes nothing.");
        var options = new NotebookOptions(command);
        var against = new Option<string?>("--against")
        {
            Description = "Run nothing: compare with the notebooks of the same names in this folder, which another front end ran. Solutions are named by their paths.",
            HelpName = "DIR",
        };
        command.Options.Add(against);
        command.SetAction(async (parsed, cancel) =>
        {
            var chapters = options.Runs(parsed);
            var folder = parsed.GetValue(against);
            var runs = folder is not null
                ? [.. chapters.Chapters.Select(chapter => Elsewhere(chapter, folder))]
                : await chapters.RunAsync(console, cancel).ConfigureAwait(false);
            // Another front end counts the cells that it ran; here a cell's count is its place, also behind cells left out.
            var compared = runs.Select(run => run.Succeeded ? Compare(run, options.Optional(parsed), counts: folder is null) : run).ToList();
            var exitCode = RunTable.Show(console, compared);
            if (compared.Any(run => run.Run is { Failure: null } && !run.Succeeded))
                console.Hint(folder is null
                    ? "If the change is meant, refresh the outputs: dotnet run --project lib/Unrolled.Cli -- run --write"
                    : $"The notebooks in {folder} differ. If they were run before the last change to the course, run them there again; check without --against tells whether what is committed is fresh.");
            return exitCode;
        });
        return command;
    }

    private static ChapterRun Elsewhere(Chapter chapter, string folder)
    {
        var path = Path.Combine(folder, Path.GetFileName(chapter.Path));
        try
        {
            var ran = OtherFrontEnd.Read(path);
            var cells = ran.Cells.Count(cell => cell.Kind == CellKind.Code && cell.ExecutionCount is not null);
            return new ChapterRun(chapter, NotebookDocument.Read(chapter.Path), new NotebookRun(ran, cells, 0, null, null), []);
        }
        catch (Exception e) when (e is NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            return new ChapterRun(chapter, null, null, [e.Message]);
        }
    }

    private static ChapterRun Compare(ChapterRun run, bool optional, bool counts)
    {
        var differences = NotebookComparer.Compare(run.Committed!, run.Run!.Document, optional)
            .Where(difference => counts || difference.Kind != DifferenceKind.ExecutionCount);
        return run.With(differences.Select(difference => difference.ToString())) with { Result = "as committed" };
    }
}
