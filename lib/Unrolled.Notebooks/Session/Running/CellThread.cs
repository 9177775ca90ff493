namespace Unrolled.Notebooks;

/// <summary>Runs one cell, with all that it posts, on threads of its own.</summary>
internal static class CellThread
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(10);

    // In turns: some 0.15 s until the next means is tried, and 1.5 s after the last.
    private const int Patience = 11;
    private const int GiveUpAfter = 110;

    // How many looks a single report or continuation may take once the cell's code has ended; then it goes on beside the next cell.
    private const int MostLooks = 50;

    /// <summary>Runs <paramref name="body"/> to completion, and what it posted.</summary>
    /// <param name="body">The cell's code; called on the cell's thread.</param>
    /// <param name="failed">Told of an exception that nobody awaits, on the thread that met it.</param>
    /// <param name="interrupt">Stops it.</param>
    /// <returns>Its result; or status <see cref="CellStatus.Interrupted"/> or <see cref="CellStatus.Stuck"/> without one.</returns>
    public static (CellStatus Status, T? Result, Exception? Error) Run<T>(Func<Task<T>> body, Action<Exception> failed, CancellationToken interrupt)
        where T : class
    {
        var ended = new TaskCompletionSource<T>();
        var work = new CellWork(() => Forward(body(), ended), failed);
        // By looking on the caller's own thread: a cell may have filled the thread pool that timers and callbacks would need.
        while (!interrupt.IsCancellationRequested && Task.WaitAny([ended.Task], LookEvery) < 0)
            work.HelpIfWaiting();
        for (var looks = 0; !interrupt.IsCancellationRequested && !work.IsIdle && looks < MostLooks; looks++)
        {
            Thread.Sleep(LookEvery);
            if (work.HelpIfWaiting())
                looks = 0;
        }

        // A cell that catches what stopped it has been interrupted all the same.
        var endedByItself = ended.Task.IsCompletedSuccessfully;
        if (!interrupt.IsCancellationRequested)
            work.Close();
        else if (!work.Stop(Patience, GiveUpAfter))
            return (CellStatus.Stuck, null, null);
        return ended.Task switch
        {
            { IsCompletedSuccessfully: true } done when endedByItself => (CellStatus.Ok, done.Result, null),
            _ when interrupt.IsCancellationRequested => (CellStatus.Interrupted, null, null),
            { Exception.InnerException: { } error } => (CellStatus.Failed, null, error),
            var cancelled => (CellStatus.Failed, null, new TaskCanceledException(cancelled)),
        };
    }

    private static void Forward<T>(Task<T> task, TaskCompletionSource<T> ended) => task.ContinueWith(ended.SetFromTask, TaskContinuationOptions.ExecuteSynchronously);
}
