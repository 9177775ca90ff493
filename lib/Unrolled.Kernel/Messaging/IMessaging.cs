using System.Net;

namespace Unrolled.Kernel.Messaging;

/// <summary>
/// What a Jupyter kernel needs of ZeroMQ. <see cref="Zmtp.ZmtpMessaging"/> speaks its wire protocol itself: NetMQ is not in every package
/// source, and a native libzmq would be one more thing to install. Whoever has either can put it behind these three methods.
/// </summary>
/// <remarks>
/// A message is a list of frames. Handlers are called on threads of the implementation, never on the thread pool, which a cell may have
/// filled: for one client one call at a time, for several at once.
/// </remarks>
internal interface IMessaging : IDisposable
{
    /// <summary>Takes requests and lets each be answered to the client it came from (a ROUTER socket).</summary>
    /// <exception cref="System.Net.Sockets.SocketException">The address can't be bound.</exception>
    void Answer(IPEndPoint endpoint, Action<IClient, IReadOnlyList<byte[]>> handler);

    /// <summary>Sends to everyone who subscribed to the first frame or a beginning of it (a PUB socket).</summary>
    /// <returns>All the subscribers there are, as one.</returns>
    /// <exception cref="System.Net.Sockets.SocketException">The address can't be bound.</exception>
    IClient Publish(IPEndPoint endpoint);

    /// <summary>Returns every message as it came (a REP socket that a heartbeat listens to).</summary>
    /// <exception cref="System.Net.Sockets.SocketException">The address can't be bound.</exception>
    void Echo(IPEndPoint endpoint);

    /// <summary>Waits until everything sent so far has left the process, but not longer than <paramref name="limit"/>.</summary>
    void Drain(TimeSpan limit);
}

/// <summary>Somebody to send to. Sending never blocks and never fails: a client that is gone hears nothing.</summary>
internal interface IClient
{
    /// <summary>Queues a message.</summary>
    void Send(IReadOnlyList<byte[]> frames);
}
