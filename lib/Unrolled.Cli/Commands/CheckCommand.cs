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
        command.SetAction(async (parsed, cancel) =>
        {
            var runs = await options.Runs(parsed).RunAsync(console, cancel).ConfigureAwait(false);
            var compared = runs.Select(run => run.Succeeded ? Compare(run, options.Optional(parsed)) : run).ToList();
            var exitCode = RunTable.Show(console, compared);
            if (compared.Any(run => run.Run is { Failure: null } && !run.Succeeded))
                console.Hint("If the change is meant, refresh the outputs: dotnet run --project lib/Unrolled.Cli -- run --write");
            return exitCode;
        });
        return command;
    }

    private static ChapterRun Compare(ChapterRun run, bool optional)
    {
        var differences = NotebookComparer.Compare(run.Committed!, run.Run!.Document, optional);
        return run.With(differences.Select(difference => difference.ToString())) with { Result = "as committed" };
    }
}
