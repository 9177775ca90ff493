using System.Runtime;

namespace Unrolled.Notebooks;

/// <summary>A thread that can be stopped from outside.</summary>
/// <remarks>
/// A script looks at a cancellation token only where its author thought of it, so <c>while (true) {}</c> would never end.
/// <see cref="ControlledExecution"/> aborts the thread instead. An abort waits while the thread is in a finally block, and can leave a type half
/// initialised; that is why it is kept for interrupts and nothing else. Blocking calls that an abort does not reach are woken by <see cref="Thread.Interrupt"/>.
/// </remarks>
#pragma warning disable CA1001 // A source without timer and wait handle holds nothing that would have to be disposed of, and cancelling may outlast the thread.
internal sealed class StoppableThread
#pragma warning restore CA1001
{
    // Deep recursion should fail at the same depth on every system, whatever its default stack is.
    private const int StackBytes = 16 * 1024 * 1024;

    // ControlledExecution never returns when it is given a token that cannot be cancelled, and cancelling waits for its thread to give way.
    private readonly CancellationTokenSource _stop = new();
    private readonly Thread _thread;

    /// <summary>Starts it.</summary>
    /// <param name="name">What debuggers call it.</param>
    /// <param name="body">What it does.</param>
    public StoppableThread(string name, Action body)
    {
        _thread = new Thread(() =>
        {
            try
            {
#pragma warning disable SYSLIB0046 // The only way to stop a loop that does not cooperate; see the remarks.
                ControlledExecution.Run(body, _stop.Token);
#pragma warning restore SYSLIB0046
            }
            catch (Exception e)
            {
                Error = e;
            }
        }, StackBytes)
        {
            IsBackground = true,
            Name = name,
        };
        _thread.Start();
    }

    /// <summary>What the body threw, also because it was stopped.</summary>
    public Exception? Error { get; private set; }

    /// <summary>Whether the thread has ended.</summary>
    public bool Join(TimeSpan limit) => _thread.Join(limit);

    /// <summary>Stops whatever the thread computes. Waits for nothing.</summary>
    public void Abort() => new Thread(_stop.Cancel) { IsBackground = true, Name = "interrupt" }.Start();

    /// <summary>Wakes the thread from whatever it waits for.</summary>
    public void Wake() => _thread.Interrupt();
}
