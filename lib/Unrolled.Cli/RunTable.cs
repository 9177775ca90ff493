using System.Globalization;
using Spectre.Console;
using Unrolled.Notebooks;

namespace Unrolled.Cli;

/// <summary>The table after a run, and below it what went wrong and what else there is to tell.</summary>
internal static class RunTable
{
    public static int Show(IAnsiConsole console, IReadOnlyList<ChapterRun> runs)
    {
        var table = new Table().Border(TableBorder.Rounded)
            .AddColumn("chapter")
            .AddColumn(new TableColumn("cells").RightAligned())
            .AddColumn(new TableColumn("figures").RightAligned())
            .AddColumn(new TableColumn("time").RightAligned())
            .AddColumn("result");
        foreach (var run in runs)
            table.AddRow(new Text(run.Chapter.Name), new Text(Cells(run)), new Text(Figures(run)), new Text(Time(run)), Result(run));
        console.Write(table);

        foreach (var run in runs.Where(r => !r.Succeeded))
        {
            console.Error($"{run.Chapter.Name}:");
            foreach (var line in run.Problems)
                console.Write(new Text($"  {line}\n"));
        }

        foreach (var run in runs)
        {
            foreach (var hint in run.Hints)
                console.Hint($"{run.Chapter.Name}: {hint}");
        }

        return runs.All(r => r.Succeeded) ? ExitCode.Pass : ExitCode.Failures;
    }

    private static Text Result(ChapterRun run) => run.Succeeded
        ? new Text(run.Result, Style.Parse("green"))
        : new Text(run.Run?.Failure is { } failure ? Invariant($"failed at cell {failure.Cell}") : "failed", Style.Parse("red"));

    private static string Cells(ChapterRun run) => run.Run is not { } r ? "–"
        : Invariant($"{r.CellsRun}{(r.CellsSkipped > 0 ? $" (+{r.CellsSkipped} optional)" : "")}");

    private static string Figures(ChapterRun run) => run.Run is not { } r ? "–"
        : r.Document.Cells.Sum(c => c.Outputs.OfType<DataOutput>().Count(o => o.Data.ContainsKey("image/svg+xml"))).ToString(CultureInfo.InvariantCulture);

    private static string Time(ChapterRun run) =>
        run.Run?.Elapsed is { } elapsed ? Invariant($"{elapsed.TotalSeconds:0.0} s") : "–";
}
