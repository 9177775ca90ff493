using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using Unrolled.Kernel.Messaging;

namespace Unrolled.Kernel.Zmtp;

/// <summary>ROUTER, PUB and REP sockets over TCP, as far as a Jupyter kernel needs them (ZeroMQ RFC 23 and 28, 29).</summary>
internal sealed class ZmtpMessaging : IMessaging
{
    private ImmutableArray<ZmtpListener> _listeners = [];

    /// <inheritdoc/>
    public Func<byte[], IClient> Answer(IPEndPoint endpoint, Action<IRequester, IReadOnlyList<byte[]>> handler)
    {
        ZmtpListener? listener = null;
        listener = Add(new ZmtpListener(endpoint, "ROUTER", ["DEALER", "REQ", "ROUTER"],
            (connection, message) => handler(new ReturnAddress(connection, () => listener!.Connections), message)));
        return identity => new Namesakes(() => listener.Connections.Where(connection => connection.Identity.AsSpan().SequenceEqual(identity)));
    }

    /// <inheritdoc/>
    public IClient Publish(IPEndPoint endpoint)
    {
        var subscriptions = new Subscriptions();
        Add(new ZmtpListener(endpoint, "PUB", ["SUB", "XSUB"],
            (connection, message) => subscriptions.Change(connection, message[0]), subscriptions.Forget));
        return subscriptions;
    }

    /// <inheritdoc/>
    public void Echo(IPEndPoint endpoint) =>
        Add(new ZmtpListener(endpoint, "REP", ["REQ", "DEALER"], (connection, message) => connection.Send(message)));

    /// <inheritdoc/>
    public void Drain(TimeSpan limit)
    {
        var deadline = Environment.TickCount64 + (long)limit.TotalMilliseconds;
        foreach (var connection in _listeners.SelectMany(listener => listener.Connections))
            connection.Drain(deadline);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var listener in _listeners)
            listener.Dispose();
    }

    private ZmtpListener Add(ZmtpListener listener)
    {
        ImmutableInterlocked.Update(ref _listeners, (all, added) => all.Add(added), listener);
        return listener;
    }

    /// <summary>
    /// Whom to answer: the connection a request came by, not the identity it bears, since two clients may bear the same one (Jupyter's
    /// clients use their session's id). Only when that connection is gone does its identity tell who came back in its stead.
    /// </summary>
    private sealed class ReturnAddress(ZmtpConnection connection, Func<ImmutableArray<ZmtpConnection>> connections) : IRequester
    {
        public byte[] Identity => connection.Identity;

        public void Send(IReadOnlyList<byte[]> frames)
        {
            var client = connection.IsOpen || connection.Identity.Length == 0
                ? connection
                : connections().LastOrDefault(other => other.Identity.AsSpan().SequenceEqual(connection.Identity));
            client?.Send(frames);
        }
    }

    /// <summary>Those who bear one identity. A client ignores a message that belongs to no request of its own.</summary>
    private sealed class Namesakes(Func<IEnumerable<ZmtpConnection>> connections) : IClient
    {
        public void Send(IReadOnlyList<byte[]> frames)
        {
            foreach (var connection in connections())
                connection.Send(frames);
        }
    }

    /// <summary>Who wants to hear what: prefixes of a message's first frame.</summary>
    private sealed class Subscriptions : IClient
    {
        private const int MaxTopics = 1000;

        private readonly ConcurrentDictionary<ZmtpConnection, ImmutableList<byte[]>> _topics = new();
        private readonly Lock _order = new();

        // ZMTP 3.0 subscribes by messages: 1 and the topic to subscribe, 0 and the topic to cancel.
        public void Change(ZmtpConnection connection, byte[] request)
        {
            if (request.Length == 0 || request[0] > 1)
                return;
            var topic = request[1..];
            var topics = _topics.GetValueOrDefault(connection, []);
            _topics[connection] = request[0] == 0
                ? topics.FindIndex(known => known.AsSpan().SequenceEqual(topic)) is var i and >= 0 ? topics.RemoveAt(i) : topics
                : topics.Count < MaxTopics ? topics.Add(topic) : topics;
        }

        public void Forget(ZmtpConnection connection) => _topics.TryRemove(connection, out _);

        public void Send(IReadOnlyList<byte[]> frames)
        {
            // Once for all subscribers, and in the same order for each.
            lock (_order)
            {
                byte[]? message = null;
                foreach (var (connection, topics) in _topics)
                {
                    if (topics.Exists(topic => frames[0].AsSpan().StartsWith(topic)))
                        connection.SendBytes(message ??= ZmtpFrames.Message(frames));
                }
            }
        }
    }
}
