using Unrolled.Notebooks;

namespace Unrolled.Kernel.Tests.Conformance;

/// <summary>Runs a group's cells in our worker, one after the other, whatever becomes of each.</summary>
internal sealed class OurSession : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, (List<CellOutput> Cell, int Index)> _displayed = [];
    private CellWorker? _worker;

    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<CellOutput>>> RunAsync(Group group)
    {
        await using var session = new OurSession();
        var outputs = new Dictionary<string, IReadOnlyList<CellOutput>>();
        foreach (var (i, cell) in group.Cells.Index())
            outputs[cell.Id] = await session.RunAsync(i + 1, cell);
        return outputs.ToDictionary(entry => entry.Key, entry => Normal.Of(entry.Value));
    }

    public async ValueTask DisposeAsync()
    {
        if (_worker is not null)
            await _worker.DisposeAsync();
    }

    private async Task<IReadOnlyList<CellOutput>> RunAsync(int count, NotebookCell cell)
    {
        _worker ??= await CellWorker.StartAsync(Running.Notebooks.Options(Group.Folder), CancellationToken.None);
        var outputs = new List<CellOutput>();
        using var interrupt = new CancellationTokenSource();
        var toInterrupt = cell.Tags.Contains("interrupt");
        var status = await _worker.RunAsync(new ExecuteRequest(count, cell.Source, cell.Language), Limit, Keep, interrupt.Token);
        if (status == CellStatus.Stuck)
        {
            await _worker.DisposeAsync();
            _worker = null;
        }
        return outputs;

        void Keep(CellEvent received)
        {
            if (toInterrupt && received.Output is StreamOutput { Text: var text } && text.Contains("started", StringComparison.Ordinal))
                interrupt.CancelAfter(TimeSpan.FromSeconds(0.5));
            if (received is { Update: true, DisplayId: { } updated } && _displayed.TryGetValue(updated, out var place))
            {
                place.Cell[place.Index] = received.Output;
                return;
            }
            if (received.DisplayId is { } id)
                _displayed[id] = (outputs, outputs.Count);
            outputs.Add(received.Output);
        }
    }
}
