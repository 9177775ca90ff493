using System.CommandLine;
using Spectre.Console;
using Unrolled.Notebooks;

namespace Unrolled.Cli.Commands;

/// <summary><c>run</c>: runs chapters; <c>--write</c> also refreshes their committed outputs.</summary>
internal static class RunCommand
{
    public static Command Create(IAnsiConsole console)
    {
        var command = new Command("run", "Run chapters from top to bottom and show the result of each.");
        var options = new NotebookOptions(command);
        var write = new Option<bool>("--write") { Description = "Write the fresh outputs into the notebooks that ran through." };
        var measured = new Option<bool>("--measured") { Description = "With --write: also replace the outputs of cells tagged \"measured\"." };
        command.Options.Add(write);
        command.Options.Add(measured);
        command.SetAction((parsed, cancel) =>
            RunAsync(console, options.Runs(parsed), parsed.GetValue(write), parsed.GetValue(measured), cancel));
        return command;
    }

    public static Task<int> RunAllAsync(IAnsiConsole console, CancellationToken cancel) =>
        RunAsync(console, NotebookOptions.Defaults(), write: false, measured: false, cancel);

    private static async Task<int> RunAsync(IAnsiConsole console, NotebookRuns chapters, bool write, bool measured, CancellationToken cancel)
    {
        var runs = await chapters.RunAsync(console, cancel).ConfigureAwait(false);
        var written = write ? runs.Where(r => r.Succeeded && Write(r, measured)).ToHashSet() : [];
        return RunTable.Show(console, runs, run => !write ? "passed" : written.Contains(run) ? "written" : "unchanged");
    }

    private static bool Write(ChapterRun run, bool measured)
    {
        var before = run.Committed!.ToUtf8();
        var after = (measured ? run.Run!.Document : KeepMeasured(run.Committed, run.Run!.Document)).ToUtf8();
        if (before.AsSpan().SequenceEqual(after) && File.ReadAllBytes(run.Chapter.Path).AsSpan().SequenceEqual(after))
            return false;
        AtomicFile.Write(run.Chapter.Path, stream => stream.Write(after));
        return true;
    }

    // A time measured today is no better than the one committed, and would change the file on every run.
    private static NotebookDocument KeepMeasured(NotebookDocument committed, NotebookDocument fresh) => fresh with
    {
        Cells = [.. fresh.Cells.Zip(committed.Cells, (now, then) => then.Tags.Contains(CellTags.Measured) && then.Outputs.Length > 0 ? then : now)],
    };
}
