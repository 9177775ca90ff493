using System.Globalization;
using System.Runtime;

namespace Unrolled.Exercises;

/// <summary>Runs a learner's code on a thread of its own, which can be stopped even out of <c>while (true) {}</c>.</summary>
/// <remarks>
/// The code is asked to stop where the host has a way for that (<see cref="HostStop"/>). Elsewhere it is aborted by
/// <see cref="ControlledExecution"/>, which cannot nest on the cell's thread and, on Unix, may end the process with it. The new thread takes the execution
/// context along, so what the learner's code prints still goes to the cell.
/// </remarks>
internal static class LearnerThread
{
    /// <summary>How long a check may take.</summary>
    public static TimeSpan Limit { get; } = TimeSpan.FromSeconds(10);

    // In turns, some 2 s.
    private const int StopsWithin = 140;

    // As deep as a cell's own stack.
    private const int StackBytes = 16 * 1024 * 1024;

    /// <summary>Runs <paramref name="body"/>, which lets no exception out.</summary>
    public static Ending Run(Action body, TimeSpan limit) => Run(_ => body(), limit);

    /// <summary>Runs <paramref name="body"/>, which lets no exception out.</summary>
    /// <param name="body">The code; its token tells that its time is over, for what it would do next.</param>
    /// <param name="limit">How long it may take.</param>
    public static Ending Run(Action<CancellationToken> body, TimeSpan limit)
    {
        var over = new CancellationTokenSource();
        // A token that can't be cancelled would make ControlledExecution wait for ever.
        var abort = new CancellationTokenSource();
        Action? stop = null;
        var thread = new Thread(() =>
        {
            Volatile.Write(ref stop, HostStop.Enter());
            RunStoppable(() => body(over.Token), abort.Token);
        }, StackBytes) { IsBackground = true, Name = "exercise" };
        var ended = false;
        try
        {
            thread.Start();
            ended = thread.Join(limit);
        }
        finally
        {
            // Also when the cell itself is interrupted.
            if (!ended)
            {
                over.Cancel();
                End(thread, Volatile.Read(ref stop), abort);
            }
        }

        return ended ? Ending.Completed : Turns.Wait(StopsWithin, thread.Join) ? Ending.Stopped : Ending.StillRunning;
    }

    // On a thread of its own: the learner's code may have filled the thread pool, and cancelling waits until it gives way.
    private static void End(Thread thread, Action? stop, CancellationTokenSource abort) => new Thread(() =>
    {
        if (stop is null)
        {
            abort.Cancel();
            return;
        }

        stop();
        // There may be a wait in each case.
        Turns.Wait(StopsWithin, rest =>
        {
            thread.Interrupt();
            return thread.Join(rest);
        });
    }) { IsBackground = true, Name = "stop exercise" }.Start();

    private static void RunStoppable(Action body, CancellationToken stop)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
#pragma warning disable SYSLIB0046 // The only way to stop a loop that does not cooperate.
            ControlledExecution.Run(body, stop);
#pragma warning restore SYSLIB0046
        }
        catch (Exception e) when (e is OperationCanceledException or ThreadInterruptedException)
        {
            // It was stopped.
        }
    }
}

/// <summary>How a learner's code came to its end.</summary>
internal enum Ending
{
    /// <summary>By itself.</summary>
    Completed,

    /// <summary>By the time limit.</summary>
    Stopped,

    /// <summary>Not at all: it sits where nothing reaches it.</summary>
    StillRunning,
}
