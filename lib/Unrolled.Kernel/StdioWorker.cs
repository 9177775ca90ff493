using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Unrolled.Notebooks;

namespace Unrolled.Kernel;

/// <summary>A session behind JSON lines: requests come on one stream, events go on another (<see cref="WorkerProtocol"/>).</summary>
/// <remarks>One thread reads, so that an interrupt is heard while a cell runs on another; a third answers questions meanwhile.</remarks>
internal sealed class StdioWorker(StandardStreams streams) : IDisposable
{
    private const int ExitStuck = 3;

    private readonly WorkQueue<(ExecuteRequest Request, CancellationToken Interrupt)> _queue = new();
    private readonly BlockingCollection<QuestionRequest> _questions = [];
    private readonly BlockingCollection<string?> _answers = [];
    private readonly Lock _writing = new();
    private readonly Interrupts _interrupts = new();
    private CSharpSession? _session;

    /// <summary>Serves until a shutdown request or the end of the input.</summary>
    /// <returns>The process's exit code.</returns>
    public int Run()
    {
        using var reader = new StreamReader(streams.Input, new UTF8Encoding(false));
        if (ReadStart(reader) is not { } start)
            return 2;
        streams.PassOn((stream, text) => _session?.Print(stream, text));
        try
        {
            _session = new CSharpSession(new SessionOptions
            {
                Directory = start.Directory,
                PackageSources = start.PackageSources.IsDefault ? [] : start.PackageSources,
                Outside = Send,
                Settle = streams.Settle,
            });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Send(new RefusedEvent(e.Message));
            return 2;
        }

        Send(new ReadyEvent());
        new Thread(() => RunCells(start.Input)) { IsBackground = true, Name = "cells" }.Start();
        new Thread(AnswerLanguageRequests) { IsBackground = true, Name = "language requests" }.Start();
        while (reader.ReadLine() is { } line && Accept(line))
        {
        }

        return 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _session?.Dispose();
        _interrupts.Dispose();
        _queue.Dispose();
        _questions.Dispose();
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
            var request = Parse(line);
            if (request is StartRequest start)
                return start;
            Send(new RefusedEvent("The first request must be of type \"start\".", (request as QuestionRequest)?.Id));
        }

        return null;
    }

    private bool Accept(string line)
    {
        switch (Parse(line))
        {
            case ExecuteRequest execute:
                _queue.Add((execute, _interrupts.Token));
                break;
            case QuestionRequest question:
                _questions.Add(question);
                break;
            case InputRequest input:
                _answers.Add(input.Text);
                break;
            case InterruptRequest:
                _interrupts.Fire();
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

    private void RunCells(bool canAsk)
    {
        foreach (var (request, interrupt) in _queue.Take())
        {
            var status = Run(request, canAsk ? Ask : null, interrupt);
            Send(new DoneEvent(request.Count, status));
            if (status == CellStatus.Stuck)
                Environment.Exit(ExitStuck);
        }
    }

    private CellStatus Run(ExecuteRequest request, Func<InputQuestion, string?>? ask, CancellationToken interrupt)
    {
        try
        {
            return _session!.Run(new CellRequest(request.Count, request.Source) { Language = request.Language ?? CellRequest.CSharp, Ask = ask }, Send, interrupt);
        }
        catch (Exception e)
        {
            // Not the cell's mistake but the session's own; were it not told, the front end would wait for ever.
            var message = $"The session could not run this cell: {e.GetType().Name}: {e.Message}";
            Send(new CellEvent(new ErrorOutput("SessionError", message, [message])));
            return CellStatus.Failed;
        }
    }

    private string? Ask(InputQuestion question)
    {
        // An answer to a cell that no longer waits for it is nobody's.
        while (_answers.TryTake(out _))
        {
        }

        Send(new InputEvent(question.Prompt, question.IsPassword));
        return _answers.Take();
    }

    private void AnswerLanguageRequests()
    {
        foreach (var question in _questions.GetConsumingEnumerable())
            Send(Answer(question));
    }

    private WorkerEvent Answer(QuestionRequest question)
    {
        try
        {
            if (question is InspectRequest)
            {
                var inspection = _session!.Inspect(question.Code, question.Position);
                return new InspectionEvent(question.Id, inspection is not null, inspection?.Text, inspection?.Markdown);
            }

            var completions = _session!.Complete(question.Code, question.Position);
            return new CompletionsEvent(question.Id, completions.Start, completions.End, completions.Items);
        }
        catch (Exception e)
        {
            // Every question has its answer: the front end may be waiting for it.
            return new RefusedEvent($"The question could not be answered: {e.Message}", question.Id);
        }
    }

    private void Send(CellEvent cellEvent) => Send(OutputEvent.From(cellEvent));

    private void Send(WorkerEvent message)
    {
        var line = Encoding.UTF8.GetBytes($"{WorkerProtocol.Write(message)}\n");
        try
        {
            lock (_writing)
                streams.Output.Write(line);
        }
        catch (IOException)
        {
            // Nobody listens any more; the end of the input says so.
        }
    }
}
