namespace Unrolled.Kernel;

/// <summary>Interrupts reach every cell asked for so far, also one that is still to begin, and none asked for later.</summary>
internal sealed class Interrupts : IDisposable
{
    private volatile CancellationTokenSource _next = new();

    /// <summary>For a cell asked for now.</summary>
    public CancellationToken Token => _next.Token;

    /// <summary>Interrupts, without waiting for any cell to end.</summary>
    public void Fire()
    {
        var told = Interlocked.Exchange(ref _next, new CancellationTokenSource());
        // Cancelling runs the abort, which may wait for a finally block; the caller must not wait with it.
        // On a thread of its own, since the cell may have filled the thread pool.
        new Thread(told.Cancel) { IsBackground = true, Name = "interrupt" }.Start();
    }

    /// <inheritdoc/>
    public void Dispose() => _next.Dispose();
}
