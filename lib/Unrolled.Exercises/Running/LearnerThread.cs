using System.Globalization;
using System.Runtime;

namespace Unrolled.Exercises;

/// <summary>Runs a learner's code on a thread of its own, which can be stopped even out of <c>while (true) {}</c>.</summary>
/// <remarks>
/// The notebook's cell runs under <see cref="ControlledExecution"/> already, and that cannot nest on one thread. The new thread takes the
/// execution context along, so what the learner's code prints still goes to the cell.
/// </remarks>
internal static class LearnerThread
{
    /// <summary>How long a check may take.</summary>
    public static TimeSpan Limit { get; } = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan StopsWithin = TimeSpan.FromSeconds(2);

    // As deep as a cell's own stack.
    private const int StackBytes = 16 * 1024 * 1024;

    /// <summary>Runs <paramref name="body"/>, which lets no exception out.</summary>
    public static Ending Run(Action body, TimeSpan limit)
    {
        // A token that can't be cancelled would make ControlledExecution wait for ever.
        var stop = new CancellationTokenSource();
        var thread = new Thread(() => RunStoppable(body, stop.Token), StackBytes) { IsBackground = true, Name = "exercise" };
        var ended = false;
        try
        {
            thread.Start();
            ended = thread.Join(limit);
        }
        finally
        {
            // Also when the cell itself is interrupted. Cancelling waits until the thread gives way, so it has a thread to itself:
            // the learner's code may have filled the thread pool.
            if (!ended)
                new Thread(stop.Cancel) { IsBackground = true, Name = "stop exercise" }.Start();
        }

        return ended ? Ending.Completed : thread.Join(StopsWithin) ? Ending.Stopped : Ending.StillRunning;
    }

    private static void RunStoppable(Action body, CancellationToken stop)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
#pragma warning disable SYSLIB0046 // The only way to stop a loop that does not cooperate.
            ControlledExecution.Run(body, stop);
#pragma warning restore SYSLIB0046
        }
        catch (OperationCanceledException)
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

    /// <summary>Not at all: it sits where no abort reaches it.</summary>
    StillRunning,
}
