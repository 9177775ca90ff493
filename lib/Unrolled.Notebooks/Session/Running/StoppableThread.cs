using System.Runtime;

namespace Unrolled.Notebooks;

/// <summary>A thread that can be stopped from outside.</summary>
/// <remarks>
/// There are three ways, from the kindest to the last. Code of cells looks for a stop by itself, at every <see cref="StopPoint"/>. A blocking call is
/// woken by <see cref="Thread.Interrupt"/>. What computes in a library does neither: <see cref="ControlledExecution"/> aborts it. That waits while the
/// thread is in a finally block, can leave a lock held and a type half initialised, and on Unix ends the process when it strikes outside a safe point
/// of the garbage collector, as it often does in code that allocates (.NET 10).
/// </remarks>
#pragma warning disable CA1001 // A source without timer and wait handle holds nothing that would have to be disposed of, and cancelling may outlast the thread.
internal sealed class StoppableThread
#pragma warning restore CA1001
{
    // Deep recursion should fail at the same depth on every system, whatever its default stack is.
    private const int StackBytes = 16 * 1024 * 1024;

    // ControlledExecution never returns when it is given a token that cannot be cancelled, and cancelling waits for its thread to give way.
    private readonly CancellationTokenSource _abort = new();
    private readonly StopScope _scope = new(StopScope.Current);
    private readonly Thread _thread;

    /// <summary>Starts it.</summary>
    /// <param name="name">What debuggers call it.</param>
    /// <param name="body">What it does.</param>
    public StoppableThread(string name, Action body)
    {
        _thread = new Thread(() =>
        {
            _scope.Enter();
            try
            {
#pragma warning disable SYSLIB0046 // The only way to stop a loop that does not cooperate; see the remarks.
                ControlledExecution.Run(body, _abort.Token);
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

    /// <summary>Stops the body at its next stop point, and all tasks and threads that it started.</summary>
    public void Stop() => _scope.Stop();

    /// <summary>Wakes the thread from whatever it waits for.</summary>
    public void Wake() => _thread.Interrupt();

    /// <summary>Stops whatever the thread computes, at the risk of the process. Waits for nothing.</summary>
    public void Abort() => new Thread(_abort.Cancel) { IsBackground = true, Name = "interrupt" }.Start();
}
