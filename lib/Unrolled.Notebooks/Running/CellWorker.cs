using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Unrolled.Notebooks;

/// <summary>A worker process that runs cells, so that a hang, a crash or a stack overflow in a cell cannot take its caller down.</summary>
public sealed class CellWorker : IAsyncDisposable
{
    // Long, for busy machines: a worker gives up on a cell after two seconds of a quiet one by itself, and one that can't start ends.
    private static readonly TimeSpan KillAfter = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StartWithin = TimeSpan.FromSeconds(300);
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly WorkerEvents _events;
    private bool _disposed;

    private CellWorker(Process process)
    {
        (_process, _events) = (process, new WorkerEvents(process));
        // What a dying runtime says (a stack overflow, for one) is thousands of lines; the exit code tells enough.
        _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
    }

    /// <summary>Starts a worker and waits until its session is open.</summary>
    /// <param name="options">Where the worker and the notebook are.</param>
    /// <param name="cancellationToken">Gives up and ends the process.</param>
    /// <exception cref="FileNotFoundException">The worker has not been built.</exception>
    /// <exception cref="WorkerException">It did not start.</exception>
    public static async Task<CellWorker> StartAsync(RunOptions options, CancellationToken cancellationToken)
    {
        if (!File.Exists(options.KernelPath))
            throw new FileNotFoundException($"The worker {options.KernelPath} does not exist. Run dotnet build in the repository's root folder first.", options.KernelPath);
        string[] command = [.. options.Wrapper, DotnetHost.Path, options.KernelPath];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = options.Directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        // A runtime that is killed leaves in the temporary folder what its debugger and profiler would have used.
        start.Environment.TryAdd("DOTNET_EnableDiagnostics", "0");
        foreach (var (name, value) in options.Environment)
            start.Environment[name] = value;
        var worker = new CellWorker(Start(start));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartWithin);
        try
        {
            worker.Send(new StartRequest(options.Directory, options.PackageSources));
            while (await worker._events.NextAsync(limit.Token).ConfigureAwait(false) is { } received)
            {
                if (received is ReadyEvent)
                    return worker;
                if (received is RefusedEvent refused)
                    throw new WorkerException($"The worker did not start: {refused.Reason}");
            }

            throw new WorkerException($"The worker did not start: it ended with {worker.ExitDescription()}.");
        }
        catch (Exception e)
        {
            await worker.DisposeAsync().ConfigureAwait(false);
            if (e is OperationCanceledException && !cancellationToken.IsCancellationRequested)
                throw new WorkerException(Invariant($"The worker did not start within {StartWithin.TotalSeconds} s."));
            throw;
        }
    }

    /// <summary>Runs one cell. After <see cref="CellStatus.Stuck"/> the worker has ended, and no further cell can run.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="limit">How long it may run.</param>
    /// <param name="sink">Receives the outputs in order.</param>
    /// <param name="cancellationToken">Interrupts the cell.</param>
    public async Task<CellStatus> RunAsync(ExecuteRequest cell, TimeSpan limit, Action<CellEvent> sink, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(limit);
        using var kill = new CancellationTokenSource();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        using var killing = kill.Token.Register(Kill);

        Send(cell);
        // Only now: a limit that has passed already must still find the cell it interrupts.
        using var interrupt = stop.Token.Register(() =>
        {
            Send(new InterruptRequest());
            kill.CancelAfter(KillAfter);
        });
        while (await _events.NextAsync(CancellationToken.None).ConfigureAwait(false) is { } received)
        {
            if (received is OutputEvent output)
                sink(output.ToCellEvent());
            if (received is not DoneEvent done)
                continue;
            if (done.Status is CellStatus.Interrupted or CellStatus.Stuck && timer.IsCancellationRequested)
                sink(TimeLimit(limit));
            if (done.Status is CellStatus.Stuck)
                Kill();
            return done.Status;
        }

        if (timer.IsCancellationRequested)
            sink(TimeLimit(limit));
        // A worker that ends without saying "done" has failed, exit code 0 included: the cell may have called Environment.Exit.
        sink(Error("WorkerLost", stop.IsCancellationRequested
            ? "The cell was interrupted but did not stop, so its worker was ended. All variables are lost."
            : $"The cell ended its worker process with {ExitDescription()}. All variables are lost."));
        return CellStatus.Stuck;
    }

    /// <summary>False once the process has ended: no further cell can run.</summary>
    public bool IsAlive => !_process.HasExited;

    /// <summary>Ends the process, and the processes that its cells started.</summary>
    /// <param name="sink">Receives what cells still showed after the last one had ended.</param>
    public async Task StopAsync(Action<CellEvent> sink)
    {
        Send(new ShutdownRequest());
        using (var patience = new CancellationTokenSource(StopWithin))
        {
            try
            {
                await _process.WaitForExitAsync(patience.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                Kill();
                await _process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            }
        }

        // A worker that was killed could not end the processes that its cells started.
        ChildProcesses.EndGroup(_process.Id);
        await _events.Finished.ConfigureAwait(false);
        while (await _events.NextAsync(CancellationToken.None).ConfigureAwait(false) is { } received)
        {
            if (received is OutputEvent output)
                sink(output.ToCellEvent());
        }
    }

    /// <summary>Ends the process, and the processes that its cells started.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;
        _disposed = true;
        await StopAsync(_ => { }).ConfigureAwait(false);
        _process.Dispose();
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new WorkerException($"The worker did not start: {e.Message}");
        }
    }

    private void Send(WorkerRequest request)
    {
        try
        {
            lock (_process)
            {
                _process.StandardInput.WriteLine(WorkerProtocol.Write(request));
                _process.StandardInput.Flush();
            }
        }
        catch (IOException)
        {
            // The process is gone; the end of its output says so.
        }
    }

    private void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended by itself, or is just ending, or a child of its may not be killed.
        }
    }

    private string ExitDescription()
    {
        _process.WaitForExit();
        return _process.ExitCode switch
        {
            // 128 + SIGABRT on Unix; the exception code on Windows.
            134 or unchecked((int)0xC00000FD) => "a crash (a stack overflow or a failed runtime check)",
            137 => "a kill from outside (memory may have run out)",
            var code => Invariant($"exit code {code}"),
        };
    }

    private static CellEvent TimeLimit(TimeSpan limit) =>
        Error("TimeLimit", Invariant($"The cell ran longer than its limit of {limit.TotalSeconds:0.###} s."));

    private static CellEvent Error(string name, string message) => new(new ErrorOutput(name, message, [message]));
}

/// <summary>A worker could not be started.</summary>
public sealed class WorkerException(string message) : Exception(message);
