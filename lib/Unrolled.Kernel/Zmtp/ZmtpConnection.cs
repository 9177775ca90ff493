using System.Net.Sockets;
using Unrolled.Kernel.Messaging;

namespace Unrolled.Kernel.Zmtp;

/// <summary>One client's connection to one socket. A thread of its own writes, so that a slow client holds nobody up.</summary>
internal sealed class ZmtpConnection : IClient, IDisposable
{
    /// <summary>A client that leaves this much unread is let go: what it does not read would else fill the memory.</summary>
    private const long MaxUnreadBytes = 256L * 1024 * 1024;

    private readonly Socket _socket;
    private readonly Stream _stream;
    private readonly Queue<byte[]> _outgoing = new();
    private long _unreadBytes;
    private bool _writing;
    private bool _closed;

    /// <param name="socket">Connected, past its handshake; the connection closes it.</param>
    /// <param name="stream">The socket's stream, to write to.</param>
    /// <param name="identity">The name the client gave itself, or nothing.</param>
    public ZmtpConnection(Socket socket, Stream stream, byte[] identity)
    {
        (_socket, _stream, Identity) = (socket, stream, identity);
        new Thread(Write) { IsBackground = true, Name = "zmtp writer" }.Start();
    }

    /// <summary>The name the client gave itself, or nothing.</summary>
    public byte[] Identity { get; }

    /// <summary>Whether it can still be sent to.</summary>
    public bool IsOpen => !Volatile.Read(ref _closed);

    /// <inheritdoc/>
    public void Send(IReadOnlyList<byte[]> frames) => SendBytes(ZmtpFrames.Message(frames));

    /// <summary>Queues bytes that are a whole message on the wire.</summary>
    public void SendBytes(byte[] message)
    {
        lock (_outgoing)
        {
            if (_closed)
                return;
            _outgoing.Enqueue(message);
            _unreadBytes += message.Length;
            Monitor.PulseAll(_outgoing);
            if (_unreadBytes <= MaxUnreadBytes)
                return;
        }

        Dispose();
    }

    /// <summary>Waits until all that was sent is with the operating system, or until <paramref name="deadline"/> (in <see cref="Environment.TickCount64"/>).</summary>
    public void Drain(long deadline)
    {
        lock (_outgoing)
        {
            while (!_closed && (_outgoing.Count > 0 || _writing) && deadline - Environment.TickCount64 is > 0 and var left)
                Monitor.Wait(_outgoing, (int)left);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_outgoing)
        {
            _closed = true;
            _outgoing.Clear();
            Monitor.PulseAll(_outgoing);
        }

        _socket.Dispose();
    }

    private void Write()
    {
        try
        {
            while (Next() is { } message)
            {
                _stream.Write(message);
                lock (_outgoing)
                {
                    _unreadBytes -= message.Length;
                    _writing = false;
                    Monitor.PulseAll(_outgoing);
                }
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            Dispose();
        }
    }

    private byte[]? Next()
    {
        lock (_outgoing)
        {
            while (_outgoing.Count == 0 && !_closed)
                Monitor.Wait(_outgoing);
            _writing = !_closed;
            return _closed ? null : _outgoing.Dequeue();
        }
    }
}
