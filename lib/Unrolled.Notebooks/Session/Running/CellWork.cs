using System.Collections.Concurrent;

namespace Unrolled.Notebooks;

/// <summary>The work of one cell: its code, and whatever its awaits and progress reports post. Done in order on the cell's thread while that is free.</summary>
/// <remarks>
/// A cell that blocks in <c>task.Result</c>, or computes while <see cref="Progress{T}"/> reports, does not come back for what is posted. Whoever
/// watches the cell then calls <see cref="HelpIfWaiting"/>, and another thread joins in. All are stoppable, as the thread pool's are not.
/// </remarks>
internal sealed class CellWork : SynchronizationContext
{
    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _posted = [];
    private readonly List<StoppableThread> _threads = [];
    private readonly Action<Exception> _failed;
    private int _taken;
    private int _takenBefore;
    private int _callsInVain;
    private int _busy;

    /// <param name="body">The cell's code.</param>
    /// <param name="failed">Told of an exception that nobody awaits, on the thread that met it.</param>
    public CellWork(Action body, Action<Exception> failed)
    {
        _failed = failed;
        _posted.Add((_ => body(), null));
        StartThread();
    }

    /// <summary>Whether nothing is waiting or being done.</summary>
    public bool IsIdle => _posted.Count == 0 && Volatile.Read(ref _busy) == 0;

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state)
    {
        try
        {
            _posted.Add((d, state));
        }
        catch (InvalidOperationException)
        {
            // The cell has ended; what it left running goes on elsewhere.
            ThreadPool.QueueUserWorkItem(_ => d(state));
        }
    }

    /// <summary>Starts another thread if something is waiting and all are busy; the more there are, the longer that must have been so.</summary>
    /// <returns>False when nothing was taken since the last call.</returns>
    public bool HelpIfWaiting()
    {
        var progressed = _taken != _takenBefore;
        _takenBefore = _taken;
        _callsInVain = progressed || _posted.Count == 0 ? 0 : _callsInVain + 1;
        if (_callsInVain >= _threads.Count * _threads.Count)
        {
            StartThread();
            _callsInVain = 0;
        }

        return progressed;
    }

    /// <summary>Takes no more work. What was posted is still done, also after this call.</summary>
    public void Close() => _posted.CompleteAdding();

    /// <summary>Ends all threads, or tries to: by asking, then by waking, at last by force.</summary>
    /// <param name="patience">How many <see cref="Turns"/> they may take until the next means is tried.</param>
    /// <param name="limit">How many they may take after the last.</param>
    /// <returns>Whether all have ended.</returns>
    public bool Stop(int patience, int limit)
    {
        Close();
        return End(thread => thread.Stop(), patience) || End(thread => thread.Wake(), patience) || End(thread => thread.Abort(), limit);
    }

    private bool End(Action<StoppableThread> how, int turns)
    {
        _threads.ForEach(how);
        return Turns.Wait(turns, rest => _threads.TrueForAll(thread => thread.Join(rest)));
    }

    private void StartThread() => _threads.Add(new StoppableThread("cell", () =>
    {
        SetSynchronizationContext(this);
        foreach (var (callback, state) in _posted.GetConsumingEnumerable())
            Do(callback, state);
    }));

    private void Do(SendOrPostCallback callback, object? state)
    {
        Interlocked.Increment(ref _busy);
        Interlocked.Increment(ref _taken);
        try
        {
            callback(state);
        }
        catch (Exception e)
        {
            _failed(e);
        }
        finally
        {
            Interlocked.Decrement(ref _busy);
        }
    }
}
