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
        command.Validators.Add(result =>
        {
            if (result.GetValue(measured) && !result.GetValue(write))
                result.AddError("--measured says which outputs --write replaces; give both.");
        });
        command.SetAction((parsed, cancel) =>
            RunAsync(console, options.Runs(parsed), parsed.GetValue(write), parsed.GetValue(measured), cancel));
        return command;
    }

    public static Task<int> RunAllAsync(IAnsiConsole console, CancellationToken cancel) =>
        RunAsync(console, NotebookOptions.Defaults(), write: false, measured: false, cancel);

    private static async Task<int> RunAsync(IAnsiConsole console, NotebookRuns chapters, bool write, bool measured, CancellationToken cancel)
    {
        var runs = await chapters.RunAsync(console, cancel).ConfigureAwait(false);
        if (write)
            runs = [.. runs.Select(run => run.Succeeded ? Write(run, measured) : run)];
        return RunTable.Show(console, runs);
    }

    private static ChapterRun Write(ChapterRun run, bool measured)
    {
        var path = run.Chapter.Path;
        try
        {
            if (!NotebookDocument.Read(path).Equals(run.Committed))
                return run.With([$"{path} was changed while it ran, so it was not written. Run it again."]);
            var fresh = (measured ? run.Run!.Document : KeepMeasured(run.Committed, run.Run!.Document)).ToUtf8();
            if (File.ReadAllBytes(path).AsSpan().SequenceEqual(fresh))
                return run with { Result = "unchanged" };
            AtomicFile.Write(path, stream => stream.Write(fresh));
            return run with { Result = "written", Hints = [.. run.Committed.Normalised.Select(change => $"{change}.")] };
        }
        catch (Exception e) when (e is NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            return run.With([$"{path} was not written: {e.Message}"]);
        }
    }

    // A time measured today is no better than the one committed, and would change the file on every run.
    private static NotebookDocument KeepMeasured(NotebookDocument committed, NotebookDocument fresh) => fresh with
    {
        Cells = [.. fresh.Cells.Zip(committed.Cells, (now, then) => then.Tags.Contains(CellTags.Measured) && then.Outputs.Length > 0 ? then : now)],
    };
}
