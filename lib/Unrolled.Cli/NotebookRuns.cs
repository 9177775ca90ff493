using Spectre.Console;
using Unrolled.Notebooks;

namespace Unrolled.Cli;

/// <summary>One chapter's run and what became of it.</summary>
/// <param name="Chapter">The notebook.</param>
/// <param name="Committed">The document as it stands in the file, if it could be read.</param>
/// <param name="Run">The run, if there was one.</param>
/// <param name="Problems">What went wrong, in lines to print; empty when all is well.</param>
internal sealed record ChapterRun(Chapter Chapter, NotebookDocument? Committed, NotebookRun? Run, IReadOnlyList<string> Problems)
{
    public bool Succeeded => Problems.Count == 0;

    /// <summary>What the table says of it when all is well.</summary>
    public string Result { get; init; } = "passed";

    /// <summary>What else to tell of it, in lines to print below the table.</summary>
    public IReadOnlyList<string> Hints { get; init; } = [];

    /// <summary>The same run with something more that went wrong.</summary>
    public ChapterRun With(IEnumerable<string> problems) => this with { Problems = [.. Problems, .. problems] };
}

/// <summary>Runs chapters one after the other and shows how far they have come.</summary>
internal sealed record NotebookRuns(IReadOnlyList<Chapter> Chapters, Func<Chapter, RunOptions> OptionsFor)
{
    public Task<IReadOnlyList<ChapterRun>> RunAsync(IAnsiConsole console, CancellationToken cancel) =>
        console.Profile.Capabilities.Interactive && console.Profile.Out.IsTerminal
            ? RunWithBarsAsync(console, cancel)
            : RunInLinesAsync(console, cancel);

    private async Task<IReadOnlyList<ChapterRun>> RunWithBarsAsync(IAnsiConsole console, CancellationToken cancel)
    {
        var runs = new List<ChapterRun>();
        await console.Progress().HideCompleted(false).StartAsync(async bars =>
        {
            var tasks = Chapters.Select(c => bars.AddTask(Markup.Escape(c.Name), autoStart: false)).ToList();
            foreach (var (chapter, bar) in Chapters.Zip(tasks))
            {
                bar.StartTask();
                runs.Add(await RunOneAsync(chapter, new Reporter(p => bar.MaxValue(p.Total).Value(p.Done)), cancel).ConfigureAwait(false));
                bar.StopTask();
            }
        }).ConfigureAwait(false);
        return runs;
    }

    private async Task<IReadOnlyList<ChapterRun>> RunInLinesAsync(IAnsiConsole console, CancellationToken cancel)
    {
        var runs = new List<ChapterRun>();
        foreach (var chapter in Chapters)
        {
            console.Hint($"running {chapter.Name} …");
            runs.Add(await RunOneAsync(chapter, null, cancel).ConfigureAwait(false));
        }

        return runs;
    }

    private async Task<ChapterRun> RunOneAsync(Chapter chapter, IProgress<RunProgress>? progress, CancellationToken cancel)
    {
        NotebookDocument? committed = null;
        try
        {
            committed = NotebookDocument.Read(chapter.Path);
            var run = await NotebookRunner.RunAsync(committed, OptionsFor(chapter), progress, cancel).ConfigureAwait(false);
            return new ChapterRun(chapter, committed, run, run.Failure is { } failure ? Describe(failure) : []);
        }
        catch (Exception e) when (e is NotebookFormatException or FileNotFoundException or WorkerException)
        {
            return new ChapterRun(chapter, committed, null, [e.Message]);
        }
    }

    private static IReadOnlyList<string> Describe(CellFailure failure) =>
        [$"cell {failure.Cell} (id {failure.Id}): {failure.Error.Name}", .. failure.Error.Traceback.Select(line => "  " + line)];

    private sealed class Reporter(Action<RunProgress> show) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => show(value);
    }
}
