using System.Runtime;

namespace Unrolled.Notebooks;

/// <summary>Runs one cell, with all its continuations, on a thread of its own that can be stopped from outside.</summary>
/// <remarks>
/// Roslyn's scripts look at a cancellation token only between submissions, so <c>while (true) {}</c> would never end.
/// <see cref="ControlledExecution"/> aborts the thread instead. An abort waits while the thread is in a finally block,
/// and can leave a type half initialised; that is why it is kept for interrupts and nothing else. Blocking calls that
/// an abort does not reach are woken by <see cref="Thread.Interrupt"/>.
/// </remarks>
internal static class CellThread
{
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan InterruptAfter = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromSeconds(2);

    // Deep recursion should fail at the same depth on every system, whatever its default stack is.
    private const int StackBytes = 16 * 1024 * 1024;

    /// <summary>Runs <paramref name="body"/> to completion.</summary>
    /// <returns>Its result; or status <see cref="CellStatus.Interrupted"/> or <see cref="CellStatus.Stuck"/> without one.</returns>
    public static (CellStatus Status, T? Result, Exception? Error) Run<T>(Func<Task<T>> body, CancellationToken interrupt)
        where T : class
    {
        // ControlledExecution never returns when it is given a token that cannot be cancelled, and cancelling waits for its thread
        // to give way; so the token is one of our own, and is disposed of only once the thread has ended.
        var stop = CancellationTokenSource.CreateLinkedTokenSource(interrupt);
        Task<T>? task = null;
        Exception? error = null;
        var thread = new Thread(() =>
        {
            try
            {
#pragma warning disable SYSLIB0046 // The only way to stop a loop that does not cooperate; see the remarks.
                ControlledExecution.Run(
                    () =>
                    {
                        var context = new CellSynchronizationContext();
                        SynchronizationContext.SetSynchronizationContext(context);
                        task = body();
                        context.RunUntilCompleted(task);
                    },
                    stop.Token);
#pragma warning restore SYSLIB0046
            }
            catch (Exception e)
            {
                error = e;
            }
        }, StackBytes)
        {
            IsBackground = true,
            Name = "cell",
        };
        thread.Start();

        WaitFor(thread, interrupt);
        if (thread.IsAlive)
            return (CellStatus.Stuck, null, null);
        stop.Dispose();
        if (interrupt.IsCancellationRequested && (error is not null || task is not { IsCompletedSuccessfully: true }))
            return (CellStatus.Interrupted, null, null);
        if (error is not null)
            return (CellStatus.Failed, null, error);
        return task!.IsCompletedSuccessfully
            ? (CellStatus.Ok, task.Result, null)
            : (CellStatus.Failed, null, task.Exception?.InnerException ?? new TaskCanceledException(task));
    }

    // By polling on the caller's own thread: a cell may have filled the thread pool that timers and callbacks would need.
    private static void WaitFor(Thread thread, CancellationToken interrupt)
    {
        while (!interrupt.IsCancellationRequested)
        {
            if (thread.Join(PollEvery))
                return;
        }

        if (thread.Join(InterruptAfter))
            return;
        thread.Interrupt();
        thread.Join(GiveUpAfter);
    }
}
