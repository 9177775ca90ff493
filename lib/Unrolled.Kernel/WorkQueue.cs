using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Unrolled.Kernel;

/// <summary>Requests waiting for the one thread that runs cells. When none has come for a while, memory goes back to the system.</summary>
internal sealed class WorkQueue<T> : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly BlockingCollection<T> _waiting = [];

    /// <summary>How many wait.</summary>
    public int Count => _waiting.Count;

    /// <summary>Puts a request behind the others.</summary>
    public void Add(T request) => _waiting.Add(request);

    /// <summary>Takes requests, in order and as they come, until the queue is closed.</summary>
    public IEnumerable<T> Take()
    {
        while (TryTake(Pause, out var request) || TryTakeLater(out request))
            yield return request;
    }

    /// <summary>Closes the queue: what waits is still taken.</summary>
    public void Dispose() => _waiting.CompleteAdding();

    private bool TryTakeLater([MaybeNullWhen(false)] out T request)
    {
        // A kernel stands idle most of its life, and what the last cell left behind is often the greater part of its memory.
        if (!_waiting.IsCompleted)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return TryTake(Timeout.InfiniteTimeSpan, out request);
    }

    private bool TryTake(TimeSpan limit, [MaybeNullWhen(false)] out T request) => _waiting.TryTake(out request, limit);
}
