using Unrolled.Kernel.Messaging;

namespace Unrolled.Kernel.Jupyter;

/// <summary>A request and the two ways its answers go: to the client that asked, and to everyone who listens.</summary>
internal sealed class Exchange(JupyterWire wire, IRequester client, IClient listeners, JupyterMessage request)
{
    /// <summary>Who asked.</summary>
    public IRequester Client => client;

    /// <summary>What was asked.</summary>
    public JupyterMessage Request => request;

    /// <summary>Answers the client: the type is the request's with <c>_reply</c> for <c>_request</c>.</summary>
    public void Reply(object content) =>
        client.Send(wire.Write(request.Identities, request.Type.Replace("_request", "_reply", StringComparison.Ordinal), request.Header, content));

    /// <summary>Tells everyone.</summary>
    public void Publish(string type, object content) =>
        listeners.Send(wire.Write([System.Text.Encoding.ASCII.GetBytes(type)], type, request.Header, content));
}
