using System.Buffers.Binary;
using System.Text;

namespace Unrolled.Kernel.Zmtp;

/// <summary>The first words of a connection: greeting and READY with the NULL mechanism (ZeroMQ RFC 23, ZMTP 3.0).</summary>
internal static class ZmtpHandshake
{
    /// <summary>The length of a greeting.</summary>
    public const int GreetingBytes = 64;

    private const int MaxReadyBytes = 4096;

    /// <summary>What this side says first: signature, version 3.0, mechanism NULL; a NULL peer is neither server nor client.</summary>
    public static byte[] Greeting()
    {
        var greeting = new byte[GreetingBytes];
        greeting[0] = 0xff;
        greeting[9] = 0x7f;
        greeting[10] = 3;
        "NULL"u8.CopyTo(greeting.AsSpan(12));
        return greeting;
    }

    /// <summary>The READY command of a socket.</summary>
    public static byte[] Ready(string socketType)
    {
        using var body = new MemoryStream();
        body.WriteByte(5);
        body.Write("READY"u8);
        WriteProperty(body, "Socket-Type", Encoding.ASCII.GetBytes(socketType));
        WriteProperty(body, "Identity", []);
        return ZmtpFrames.Command(body.ToArray());
    }

    /// <summary>Greets and listens until both sides are ready.</summary>
    /// <param name="stream">The connection.</param>
    /// <param name="socketType">What this side is, such as <c>ROUTER</c>.</param>
    /// <param name="peers">What the other side may be.</param>
    /// <returns>The identity the other side goes by; often empty.</returns>
    /// <exception cref="ZmtpException">The other side is of an older version, wants another mechanism, or is a socket that does not fit.</exception>
    /// <exception cref="EndOfStreamException">The other side went away.</exception>
    public static byte[] Perform(Stream stream, string socketType, params ReadOnlySpan<string> peers)
    {
        stream.Write(Greeting());
        var greeting = new byte[GreetingBytes];
        // An older peer's greeting is shorter: waiting for 64 bytes of it would be waiting for ever.
        stream.ReadExactly(greeting, 0, 11);
        if (greeting[0] != 0xff || greeting[9] != 0x7f)
            throw new ZmtpException("The greeting is not one of ZMTP 2 or later.");
        if (greeting[10] < 3)
            throw new ZmtpException($"The peer speaks ZMTP {greeting[10]}; this side needs 3 or later.");
        stream.ReadExactly(greeting, 11, GreetingBytes - 11);
        var mechanism = Encoding.ASCII.GetString(greeting, 12, 20).TrimEnd('\0');
        if (mechanism != "NULL")
            throw new ZmtpException($"The peer wants the mechanism {mechanism}; this side has NULL only.");

        stream.Write(Ready(socketType));
        var frame = ZmtpFrames.Read(stream, MaxReadyBytes) ?? throw new EndOfStreamException();
        if (!frame.IsCommand || !frame.Body.AsSpan().StartsWith("\x0005READY"u8))
            throw new ZmtpException("The peer's first command is not READY.");
        var properties = ReadProperties(frame.Body.AsSpan(6));
        var peer = properties.TryGetValue("Socket-Type", out var type) ? Encoding.ASCII.GetString(type) : "nothing";
        if (!peers.Contains(peer))
            throw new ZmtpException($"A {socketType} socket talks to {string.Join(" or ", peers.ToArray())}, not to {peer}.");
        return properties.GetValueOrDefault("Identity", []);
    }

    private static void WriteProperty(MemoryStream body, string name, byte[] value)
    {
        body.WriteByte((byte)name.Length);
        body.Write(Encoding.ASCII.GetBytes(name));
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, value.Length);
        body.Write(length);
        body.Write(value);
    }

    private static Dictionary<string, byte[]> ReadProperties(ReadOnlySpan<byte> bytes)
    {
        var properties = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        while (bytes.Length > 0)
        {
            var nameLength = bytes[0];
            if (bytes.Length < 1 + nameLength + 4)
                throw new ZmtpException("The peer's READY ends within a property.");
            var name = Encoding.ASCII.GetString(bytes.Slice(1, nameLength));
            var valueLength = BinaryPrimitives.ReadUInt32BigEndian(bytes[(1 + nameLength)..]);
            bytes = bytes[(1 + nameLength + 4)..];
            if (valueLength > (uint)bytes.Length)
                throw new ZmtpException("The peer's READY ends within a property.");
            properties[name] = bytes[..(int)valueLength].ToArray();
            bytes = bytes[(int)valueLength..];
        }

        return properties;
    }
}
