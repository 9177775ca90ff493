using Unrolled.Kernel.Messaging;
using Unrolled.Notebooks;

namespace Unrolled.Kernel.Jupyter;

/// <summary>A session behind Jupyter's messages: requests come on two channels, outputs go to all who listen.</summary>
/// <remarks>
/// Shell requests are answered in order on one thread, which runs the cells. Control requests are answered by whoever brings them, at
/// once: an interrupt must not wait for the cell it is to stop.
/// </remarks>
internal sealed class JupyterKernel : IDisposable
{
    private const int ExitStuck = 3;

    /// <summary>How long the cells that were sent along with a failed one may still take to come in, to be aborted with the rest.</summary>
    private static readonly TimeSpan Stragglers = TimeSpan.FromMilliseconds(50);

    private readonly Lazy<CSharpSession> _session;
    private readonly JupyterWire _wire;
    private readonly IClient _listeners;
    private readonly CellExecution _cells;
    private readonly ExecutionHistory _history = new();
    private readonly WorkQueue<(Exchange Exchange, CancellationToken Interrupt)> _queue = new();
    private readonly Interrupts _interrupts = new();
    private readonly TaskCompletionSource<int> _end = new();
    private readonly Lock _control = new();
    private readonly RefusalLog _refusals;
    private int _aborting;
    private int? _exitCode;

    /// <param name="session">Runs the cells. Not needed to tell a front end that the kernel is there, so it may still be opening.</param>
    /// <param name="wire">Reads and signs messages.</param>
    /// <param name="listeners">Everyone who wants to see outputs.</param>
    /// <param name="input">Asks the user.</param>
    /// <param name="refusals">Is told what was not answered.</param>
    public JupyterKernel(Lazy<CSharpSession> session, JupyterWire wire, IClient listeners, InputChannel input, RefusalLog refusals)
    {
        (_session, _wire, _listeners, _refusals) = (session, wire, listeners, refusals);
        _cells = new CellExecution(session, _history, input);
    }

    /// <summary>Answers shell requests until the kernel is told to end.</summary>
    public void Start() => new Thread(AnswerShell) { IsBackground = true, Name = "shell" }.Start();

    /// <summary>Waits for the end.</summary>
    /// <returns>The process's exit code.</returns>
    public int WaitForEnd() => _end.Task.GetAwaiter().GetResult();

    /// <summary>Ends the kernel from outside.</summary>
    public void End() => _end.TrySetResult(0);

    /// <summary>Stops the running cell.</summary>
    public void Interrupt() => _interrupts.Fire();

    /// <summary>Publishes what is shown while no cell runs.</summary>
    public void ShowOutside(CellEvent output) => _cells.ShowOutside(output);

    /// <summary>Takes a message of the shell channel.</summary>
    public void OnShell(IRequester client, IReadOnlyList<byte[]> frames)
    {
        if (Read(client, frames) is { } exchange)
            _queue.Add((exchange, _interrupts.Token));
    }

    /// <summary>Takes a message of the control channel.</summary>
    public void OnControl(IRequester client, IReadOnlyList<byte[]> frames)
    {
        if (Read(client, frames) is not { } exchange)
            return;
        lock (_control)
            Answer(exchange, () => AnswerControl(exchange));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _interrupts.Dispose();
        _queue.Dispose();
    }

    private Exchange? Read(IRequester client, IReadOnlyList<byte[]> frames)
    {
        try
        {
            return new Exchange(_wire, client, _listeners, _wire.Read(frames));
        }
        catch (MessageRefusedException e)
        {
            _refusals.Tell(e.Message);
            return null;
        }
    }

    private void AnswerShell()
    {
        foreach (var (exchange, interrupt) in _queue.Take())
        {
            var abort = _aborting > 0;
            _aborting = Math.Max(_aborting - 1, 0);
            Answer(exchange, () => AnswerShell(exchange, abort, interrupt));
        }
    }

    private void AnswerShell(Exchange exchange, bool abort, CancellationToken interrupt)
    {
        var request = exchange.Request;
        switch (request.Type)
        {
            case "execute_request" when abort:
                _cells.Abort(exchange);
                break;
            case "execute_request":
                Execute(exchange, interrupt);
                break;
            case "kernel_info_request":
                exchange.Reply(KernelInfo.Content);
                break;
            case "complete_request":
                exchange.Reply(LanguageRequests.Complete(_session.Value, request));
                break;
            case "inspect_request":
                exchange.Reply(LanguageRequests.Inspect(_session.Value, request));
                break;
            case "is_complete_request":
                exchange.Reply(LanguageRequests.IsComplete(_session.Value, request));
                break;
            case "history_request":
                exchange.Reply(_history.Answer(request));
                break;
            case "comm_info_request":
                exchange.Reply(new { status = "ok", comms = new { } });
                break;
            case "comm_open":
                // Nobody here knows any target; the protocol asks to close what can't be opened.
                exchange.Publish("comm_close", new { comm_id = request.Text("comm_id"), data = new { } });
                break;
            case "shutdown_request":
                Shutdown(exchange);
                break;
            default:
                _refusals.Tell($"This kernel has no answer to {request.Type}.");
                break;
        }
    }

    private void Execute(Exchange exchange, CancellationToken interrupt)
    {
        var (status, reply) = _cells.Run(exchange, interrupt);
        if (status != CellStatus.Ok && exchange.Request.Flag("stop_on_error", true))
        {
            // Before the reply: whatever a client sends after it is a new beginning.
            Thread.Sleep(Stragglers);
            _aborting = _queue.Count;
        }

        exchange.Reply(reply);
        if (status == CellStatus.Stuck)
            _exitCode = ExitStuck;
    }

    private void AnswerControl(Exchange exchange)
    {
        switch (exchange.Request.Type)
        {
            case "interrupt_request":
                Interrupt();
                exchange.Reply(new { status = "ok" });
                break;
            case "shutdown_request":
                Shutdown(exchange);
                break;
            case "kernel_info_request":
                exchange.Reply(KernelInfo.Content);
                break;
            default:
                _refusals.Tell($"This kernel has no answer to {exchange.Request.Type} on its control channel.");
                break;
        }
    }

    private void Shutdown(Exchange exchange)
    {
        var content = new { status = "ok", restart = exchange.Request.Flag("restart", false) };
        exchange.Reply(content);
        exchange.Publish("shutdown_reply", content);
        _exitCode = 0;
    }

    // Every request is framed by busy and idle; clients wait for idle to know that all of its outputs have come.
    private void Answer(Exchange exchange, Action answer)
    {
        exchange.Publish("status", new { execution_state = "busy" });
        try
        {
            answer();
        }
        catch (Exception e)
        {
            // Not the request's mistake but this kernel's own; were it not told, the client would wait for ever.
            var message = $"The kernel could not answer: {e.GetType().Name}: {e.Message}";
            exchange.Reply(new { status = "error", ename = "KernelError", evalue = message, traceback = new[] { message } });
        }
        finally
        {
            exchange.Publish("status", new { execution_state = "idle" });
        }

        if (_exitCode is { } code)
            _end.TrySetResult(code);
    }
}
