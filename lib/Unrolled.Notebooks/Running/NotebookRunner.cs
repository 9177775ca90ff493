using System.Collections.Immutable;
using System.Diagnostics;

namespace Unrolled.Notebooks;

/// <summary>How a notebook is run.</summary>
public sealed record RunOptions
{
    /// <summary>The worker's assembly, <c>lib/bin/kernel/Unrolled.Kernel.dll</c>.</summary>
    public required string KernelPath { get; init; }

    /// <summary>The notebook's folder.</summary>
    public required string Directory { get; init; }

    /// <summary>How long one cell may run.</summary>
    public TimeSpan CellTimeLimit { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether cells tagged <c>optional</c> run too; otherwise they keep their outputs.</summary>
    public bool Optional { get; init; }

    /// <summary>Local package folders for optional cells.</summary>
    public ImmutableArray<string> PackageSources { get; init; } = [];

    /// <summary>A program, with arguments, that starts the worker it is given as further arguments, such as a sandbox; empty for none.</summary>
    public ImmutableArray<string> Wrapper { get; init; } = [];

    /// <summary>Environment variables of the worker, besides those of this process.</summary>
    public ImmutableDictionary<string, string> Environment { get; init; } = ImmutableDictionary<string, string>.Empty;
}

/// <summary>How far a run has come: <paramref name="Done"/> of <paramref name="Total"/> cells.</summary>
public sealed record RunProgress(int Done, int Total);

/// <summary>The cell at which a run ended.</summary>
/// <param name="Cell">Its number among the notebook's code cells, from 1.</param>
/// <param name="Id">Its id.</param>
/// <param name="Error">What went wrong.</param>
public sealed record CellFailure(int Cell, string Id, ErrorOutput Error);

/// <summary>A finished run.</summary>
/// <param name="Document">The notebook with the outputs of the cells that ran; the others keep theirs.</param>
/// <param name="CellsRun">Cells that ran, the failed one included.</param>
/// <param name="CellsSkipped">Optional cells that were left out.</param>
/// <param name="Failure">The cell that failed, or null.</param>
/// <param name="Elapsed">The time from start to end; null when somebody else ran it.</param>
public sealed record NotebookRun(NotebookDocument Document, int CellsRun, int CellsSkipped, CellFailure? Failure, TimeSpan? Elapsed);

/// <summary>Runs a notebook from top to bottom in a worker process and stops at the first cell that fails.</summary>
public static class NotebookRunner
{
    /// <exception cref="FileNotFoundException">The worker has not been built.</exception>
    /// <exception cref="WorkerException">The worker did not start.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public static async Task<NotebookRun> RunAsync(
        NotebookDocument document, RunOptions options, IProgress<RunProgress>? progress, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var outputs = new NotebookOutputs();
        var ran = new Dictionary<string, (int Count, IReadOnlyList<CellOutput> Outputs)>();
        var code = document.Cells.Where(c => c.Kind == CellKind.Code).ToList();
        var skipped = 0;
        CellFailure? failure = null;

        var worker = await CellWorker.StartAsync(options, cancellationToken).ConfigureAwait(false);
        await using (worker.ConfigureAwait(false))
        {
            for (var i = 0; i < code.Count && failure is null; i++)
            {
                progress?.Report(new RunProgress(i, code.Count));
                if (code[i].Tags.Contains(CellTags.Optional) && !options.Optional)
                {
                    skipped++;
                    continue;
                }

                var cell = outputs.BeginCell();
                ran[code[i].Id] = (i + 1, cell);
                var request = new ExecuteRequest(i + 1, code[i].Source, code[i].Language);
                var status = await worker.RunAsync(request, options.CellTimeLimit, outputs.Add, cancellationToken).ConfigureAwait(false);
                cancellationToken.ThrowIfCancellationRequested();
                if (status != CellStatus.Ok)
                    failure = new CellFailure(i + 1, code[i].Id, cell.OfType<ErrorOutput>().Last());
            }

            // What cells left running may have shown something since: it stands at the last one.
            await worker.StopAsync(outputs.Add).ConfigureAwait(false);
        }

        progress?.Report(new RunProgress(code.Count, code.Count));
        var cells = document.Cells.Select(c => ran.TryGetValue(c.Id, out var run) ? c.WithRun(run.Count, StreamPieces.Merge(run.Outputs)) : c);
        return new NotebookRun(document with { Cells = [.. cells] }, ran.Count, skipped, failure, clock.Elapsed);
    }
}
