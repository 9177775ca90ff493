using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Unrolled.Notebooks;

namespace Unrolled.Kernel;

/// <summary>A session behind JSON lines: requests come on one stream, events go on another (<see cref="WorkerProtocol"/>).</summary>
/// <remarks>One thread reads, so that an interrupt is heard while a cell runs on another.</remarks>
internal sealed class StdioWorker(Stream input, Stream output) : IDisposable
{
    private const int ExitStuck = 3;

    private readonly BlockingCollection<ExecuteRequest> _queue = [];
    private readonly Lock _writing = new();
    private readonly Lock _interrupting = new();
    private CancellationTokenSource? _interrupt;
    private CSharpSession? _session;

    /// <summary>Serves until a shutdown request or the end of the input.</summary>
    /// <returns>The process's exit code.</returns>
    public int Run()
    {
        using var reader = new StreamReader(input, new UTF8Encoding(false));
        if (ReadStart(reader) is not { } start)
            return 2;
        var scratch = start.ScratchDirectory ?? Directory.CreateTempSubdirectory("unrolled-").FullName;
        try
        {
            _session = new CSharpSession(new SessionOptions
            {
                Directory = start.Directory,
                ScratchDirectory = scratch,
                PackageSources = start.PackageSources.IsDefault ? [] : start.PackageSources,
            });
            Send(new ReadyEvent());
            new Thread(RunCells) { IsBackground = true, Name = "cells" }.Start();
            while (reader.ReadLine() is { } line && Accept(line))
            {
            }

            return 0;
        }
        catch (DirectoryNotFoundException e)
        {
            Send(new RefusedEvent(e.Message));
            return 2;
        }
        finally
        {
            if (start.ScratchDirectory is null)
                Directory.Delete(scratch, recursive: true);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _session?.Dispose();
        _queue.Dispose();
    }

    /// <summary>Keeps the process alive when a thread that nobody waits for throws: the running cell fails, the session goes on.</summary>
    public bool OnUnhandledException(Exception error)
    {
        _session?.ReportBackgroundError(error);
        return _session is not null;
    }

    private StartRequest? ReadStart(StreamReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            if (Parse(line) is StartRequest start)
                return start;
            Send(new RefusedEvent("The first request must be of type \"start\"."));
        }

        return null;
    }

    private bool Accept(string line)
    {
        switch (Parse(line))
        {
            case ExecuteRequest execute:
                _queue.Add(execute);
                break;
            case InterruptRequest:
                Interrupt();
                break;
            case ShutdownRequest:
                return false;
            case StartRequest:
                Send(new RefusedEvent("The session is open already; start another worker for another notebook."));
                break;
        }

        return true;
    }

    private WorkerRequest? Parse(string line)
    {
        try
        {
            return line.Length == 0 ? null : WorkerProtocol.Read<WorkerRequest>(line);
        }
        catch (JsonException e)
        {
            Send(new RefusedEvent($"Not a request: {e.Message}"));
            return null;
        }
    }

    private void RunCells()
    {
        foreach (var request in _queue.GetConsumingEnumerable())
        {
            using var interrupt = new CancellationTokenSource();
            lock (_interrupting)
                _interrupt = interrupt;
            var status = _session!.Run(request.Count, request.Source, Send, interrupt.Token);
            lock (_interrupting)
                _interrupt = null;
            Send(new DoneEvent(request.Count, status));
            if (status == CellStatus.Stuck)
                Environment.Exit(ExitStuck);
        }
    }

    // Cancelling runs the abort, which may wait for a finally block; the reader must not wait with it. A thread of its own, since
    // the cell may have filled the thread pool.
    private void Interrupt()
    {
        lock (_interrupting)
        {
            if (_interrupt is { } running)
                new Thread(running.Cancel) { IsBackground = true, Name = "interrupt" }.Start();
        }
    }

    private void Send(CellEvent cellEvent) => Send(OutputEvent.From(cellEvent));

    private void Send(WorkerEvent message)
    {
        // A line end before each message too: whatever a child process wrote to this output stays a line of its own.
        var line = Encoding.UTF8.GetBytes($"\n{WorkerProtocol.Write(message)}\n");
        lock (_writing)
        {
            output.Write(line);
            output.Flush();
        }
    }
}
