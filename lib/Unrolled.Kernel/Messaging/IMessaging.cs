using System.Net;

namespace Unrolled.Kernel.Messaging;

/// <summary>What a Jupyter kernel needs of ZeroMQ. <see cref="Zmtp.ZmtpMessaging"/> speaks its wire protocol itself.</summary>
/// <remarks>
/// <para>
/// A message is a list of frames. Handlers are called on threads of the implementation, never on the thread pool, which a cell may have
/// filled: for one client one call at a time, for several at once.
/// </para>
/// <para>
/// NetMQ 4.0.4.5 was tried behind this interface and fails two tests of <c>tests/frontends/jupyter/test_clients.py</c>:
/// <c>test_two_clients_with_one_session_id_…</c>, because Jupyter's clients use their session's id as identity, and a ROUTER socket has one
/// client for each identity. Without RouterHandover the second client was never answered; with it the second took the first one's place,
/// whose reply never came. No other option of it mends that, and libzmq does the same. And
/// <c>test_a_cell_that_holds_every_thread_of_the_pool_…</c>, because the thread pool serves NetMQ's sockets: within a minute no control request
/// was answered. (DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS mends the second, and then a cell's own sockets can hold up the kernel's.)
/// </para>
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
