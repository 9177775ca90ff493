using Unrolled.Notebooks;

namespace Unrolled.Kernel.Jupyter;

/// <summary><c>execute_request</c>: runs cells and publishes what they show.</summary>
internal sealed class CellExecution(Lazy<CSharpSession> session, ExecutionHistory history, InputChannel input)
{
    private int _count;
    private volatile Exchange? _last;

    /// <summary>Runs a cell.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="interrupt">Stops the cell.</param>
    /// <returns>How it ended, and the content of the reply that is still to be sent.</returns>
    public (CellStatus Status, object Reply) Run(Exchange exchange, CancellationToken interrupt)
    {
        var code = exchange.Request.Text("code");
        var silent = exchange.Request.Flag("silent", false);
        var stored = !silent && exchange.Request.Flag("store_history", true);
        if (stored)
            history.Add(++_count, code);
        // A silent cell is not counted, but errors in it still need a name.
        var count = Math.Max(_count, 1);
        if (!silent)
            exchange.Publish("execute_input", new { code, execution_count = count });

        _last = exchange;
        ErrorOutput? error = null;
        var status = session.Value.Run(new CellRequest(count, code) { Ask = input.For(exchange) }, Show, interrupt);
        return (status, error is null
            ? new { status = "ok", execution_count = count, payload = Array.Empty<object>(), user_expressions = Evaluate(exchange.Request, interrupt) }
            : new { status = "error", execution_count = count, ename = error.Name, evalue = error.Value, traceback = error.Traceback });

        void Show(CellEvent output)
        {
            error = output.Output as ErrorOutput ?? error;
            if (!silent)
                Publish(exchange, output);
        }
    }

    /// <summary>Publishes what is shown while no cell runs, at the cell that ran last.</summary>
    public void ShowOutside(CellEvent output)
    {
        if (_last is { } exchange)
            Publish(exchange, output);
    }

    /// <summary>Answers for a cell that does not run because one before it failed.</summary>
    public void Abort(Exchange exchange) => exchange.Reply(new { status = "aborted", execution_count = _count });

    private Dictionary<string, object> Evaluate(JupyterMessage request, CancellationToken interrupt) =>
        request.Texts("user_expressions").ToDictionary(expression => expression.Key, object (expression) => session.Value.Evaluate(expression.Value, interrupt) switch
        {
            DataOutput value => new { status = "ok", data = value.Data.ToWire(), metadata = new { } },
            ErrorOutput error => new { status = "error", ename = error.Name, evalue = error.Value, traceback = error.Traceback },
            var other => throw new InvalidOperationException($"An expression has a value or an error, not {other.GetType().Name}."),
        });

    private static void Publish(Exchange exchange, CellEvent output)
    {
        switch (output.Output)
        {
            case StreamOutput stream:
                exchange.Publish("stream", new { name = stream.Name, text = stream.Text });
                break;
            case DataOutput { IsResult: true } result:
                exchange.Publish("execute_result", new { execution_count = result.ExecutionCount, data = result.Data.ToWire(), metadata = new { } });
                break;
            case DataOutput data:
                exchange.Publish(output.Update ? "update_display_data" : "display_data",
                    new { data = data.Data.ToWire(), metadata = new { }, transient = new { display_id = output.DisplayId } });
                break;
            case ErrorOutput error:
                exchange.Publish("error", new { ename = error.Name, evalue = error.Value, traceback = error.Traceback });
                break;
        }
    }
}
