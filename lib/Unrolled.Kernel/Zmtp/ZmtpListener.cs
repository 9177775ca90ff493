using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace Unrolled.Kernel.Zmtp;

/// <summary>A bound socket and the connections to it: one thread accepts, one for each connection reads.</summary>
/// <remarks>Blocking calls on threads of its own throughout: asynchronous ones would need the thread pool, and a cell may have filled it.</remarks>
internal sealed class ZmtpListener : IDisposable
{
    private const int MaxConnections = 128;
    private const int ReadAheadBytes = 64 * 1024;

    /// <summary>How long a client may take to introduce itself.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Socket _listener;
    private readonly string _socketType;
    private readonly ImmutableArray<string> _peers;
    private readonly Action<ZmtpConnection, IReadOnlyList<byte[]>> _handler;
    private readonly Action<ZmtpConnection> _gone;
    private readonly SemaphoreSlim _free = new(MaxConnections);
    private ImmutableArray<ZmtpConnection> _connections = [];
    private volatile bool _closed;

    /// <exception cref="SocketException">The address can't be bound.</exception>
    public ZmtpListener(
        IPEndPoint endpoint, string socketType, ImmutableArray<string> peers,
        Action<ZmtpConnection, IReadOnlyList<byte[]>> handler, Action<ZmtpConnection>? gone = null)
    {
        (_socketType, _peers, _handler, _gone) = (socketType, peers, handler, gone ?? (_ => { }));
        _listener = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            _listener.Bind(endpoint);
            _listener.Listen();
        }
        catch
        {
            _listener.Dispose();
            throw;
        }

        new Thread(Accept) { IsBackground = true, Name = $"zmtp {socketType}" }.Start();
    }

    /// <summary>Who is connected, in the order they came.</summary>
    public ImmutableArray<ZmtpConnection> Connections => _connections;

    /// <inheritdoc/>
    public void Dispose()
    {
        _closed = true;
        _listener.Dispose();
        foreach (var connection in _connections)
            connection.Dispose();
    }

    private void Accept()
    {
        while (!_closed)
        {
            _free.Wait();
            try
            {
                var socket = _listener.Accept();
                new Thread(() => Serve(socket)) { IsBackground = true, Name = $"zmtp {_socketType} reader" }.Start();
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // Closed, or a client gave up before it was accepted.
                _free.Release();
            }
        }
    }

    private void Serve(Socket socket)
    {
        ZmtpConnection? connection = null;
        try
        {
            socket.NoDelay = true;
            using var stream = new NetworkStream(socket, ownsSocket: true);
            socket.ReceiveTimeout = (int)Patience.TotalMilliseconds;
            var identity = ZmtpHandshake.Perform(stream, _socketType, _peers.AsSpan());
            socket.ReceiveTimeout = 0;
            var input = new BufferedStream(stream, ReadAheadBytes);
            connection = new ZmtpConnection(socket, stream, identity);
            ImmutableInterlocked.Update(ref _connections, (all, added) => all.Add(added), connection);
            while (ZmtpFrames.ReadMessage(input) is { } message)
                _handler(connection, message);
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or ZmtpException)
        {
            // The client went, or is none. Others are not concerned, and there is nobody to tell.
        }
        finally
        {
            if (connection is not null)
            {
                ImmutableInterlocked.Update(ref _connections, (all, gone) => all.Remove(gone), connection);
                connection.Dispose();
                _gone(connection);
            }

            socket.Dispose();
            _free.Release();
        }
    }
}
