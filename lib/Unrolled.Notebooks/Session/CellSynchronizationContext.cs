using System.Collections.Concurrent;

namespace Unrolled.Notebooks;

/// <summary>Brings the continuations of a cell's awaits back to the cell's thread, where they can be interrupted.</summary>
internal sealed class CellSynchronizationContext : SynchronizationContext
{
    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _work = [];

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state)
    {
        try
        {
            _work.Add((d, state));
        }
        catch (InvalidOperationException)
        {
            // The cell has ended; what it left running goes on elsewhere.
            ThreadPool.QueueUserWorkItem(_ => d(state));
        }
    }

    /// <summary>Runs posted work on the calling thread until <paramref name="task"/> has completed.</summary>
    public void RunUntilCompleted(Task task)
    {
        if (task.IsCompleted)
        {
            _work.CompleteAdding();
            return;
        }

        task.ContinueWith(_ => _work.CompleteAdding(), TaskScheduler.Default);
        foreach (var (callback, state) in _work.GetConsumingEnumerable())
            callback(state);
    }
}
