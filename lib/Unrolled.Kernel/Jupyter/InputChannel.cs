using System.Collections.Concurrent;
using Unrolled.Kernel.Messaging;
using Unrolled.Notebooks;

namespace Unrolled.Kernel.Jupyter;

/// <summary>Questions to the user: <c>input_request</c> on the stdin channel, answered by <c>input_reply</c>.</summary>
internal sealed class InputChannel(JupyterWire wire, RefusalLog refusals)
{
    private readonly BlockingCollection<string> _answers = [];

    /// <summary>Finds the client of an identity on the stdin channel.</summary>
    public Func<byte[], IClient>? Clients { get; set; }

    /// <summary>Asks whoever sent a request; null when that client can't be asked.</summary>
    public Func<InputQuestion, string?>? For(Exchange exchange) =>
        Clients is { } clients && exchange.Request.Flag("allow_stdin", false) ? question => Ask(clients(exchange.Client.Identity), exchange.Request, question) : null;

    /// <summary>Takes a message of the stdin channel.</summary>
    public void OnStdin(IReadOnlyList<byte[]> frames)
    {
        try
        {
            var message = wire.Read(frames);
            if (message.Type == "input_reply")
                _answers.Add(message.Text("value"));
            else
                refusals.Tell($"This kernel has no answer to {message.Type} on its stdin channel.");
        }
        catch (Exception e) when (e is MessageRefusedException or InvalidOperationException)
        {
            refusals.Tell(e.Message);
        }
    }

    private string Ask(IClient client, JupyterMessage request, InputQuestion question)
    {
        // An answer to a cell that no longer waits for it is nobody's.
        while (_answers.TryTake(out _))
        {
        }

        client.Send(wire.Write(request.Identities, "input_request", request.Header, new { prompt = question.Prompt, password = question.IsPassword }));
        return _answers.Take();
    }
}
