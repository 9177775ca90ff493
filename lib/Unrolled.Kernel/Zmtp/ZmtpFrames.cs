using System.Buffers.Binary;

namespace Unrolled.Kernel.Zmtp;

/// <summary>One frame: a part of a message, or a command.</summary>
/// <param name="Body">Its bytes.</param>
/// <param name="More">Whether another part of the same message follows.</param>
/// <param name="IsCommand">Whether it is a command rather than part of a message.</param>
internal readonly record struct ZmtpFrame(byte[] Body, bool More, bool IsCommand);

/// <summary>Frames on a stream (ZeroMQ RFC 23, ZMTP 3.0, "Framing").</summary>
internal static class ZmtpFrames
{
    /// <summary>A message may hold this many bytes in all its frames: more than any notebook's outputs, less than a machine's memory.</summary>
    public const int MaxMessageBytes = 128 * 1024 * 1024;

    /// <summary>A message may have this many frames. Jupyter's have about seven, and one for each binary buffer.</summary>
    public const int MaxFrames = 1024;

    private const byte MoreFlag = 1;
    private const byte LongFlag = 2;
    private const byte CommandFlag = 4;

    /// <summary>Memory is taken as bytes come in, not as the sender announces them.</summary>
    private const int FirstPiece = 64 * 1024;

    /// <summary>The bytes of a message on the wire.</summary>
    public static byte[] Message(IReadOnlyList<byte[]> frames)
    {
        using var bytes = new MemoryStream(frames.Sum(frame => frame.Length + 9));
        for (var i = 0; i < frames.Count; i++)
            Write(bytes, frames[i], i < frames.Count - 1 ? MoreFlag : (byte)0);
        return bytes.ToArray();
    }

    /// <summary>The bytes of a command on the wire.</summary>
    public static byte[] Command(byte[] body)
    {
        using var bytes = new MemoryStream(body.Length + 9);
        Write(bytes, body, CommandFlag);
        return bytes.ToArray();
    }

    /// <summary>Reads messages until the stream ends; commands among them are passed over.</summary>
    /// <returns>The next message, or null at the end of the stream.</returns>
    /// <exception cref="ZmtpException">What came is not a message, or a larger one than allowed.</exception>
    /// <exception cref="EndOfStreamException">The stream ends within a message.</exception>
    public static IReadOnlyList<byte[]>? ReadMessage(Stream stream)
    {
        var frames = new List<byte[]>();
        long bytes = 0;
        while (Read(stream, MaxMessageBytes - bytes) is { } frame)
        {
            if (frame.IsCommand)
                continue;
            frames.Add(frame.Body);
            bytes += frame.Body.Length;
            if (!frame.More)
                return frames;
            if (frames.Count == MaxFrames)
                throw new ZmtpException($"A message may have {MaxFrames} frames, and more came.");
        }

        return frames.Count == 0 ? null : throw new EndOfStreamException();
    }

    /// <summary>Reads one frame.</summary>
    /// <returns>The frame, or null at the end of the stream.</returns>
    /// <exception cref="ZmtpException">Its first byte is not one of ZMTP 3, or it is longer than <paramref name="maxBytes"/>.</exception>
    /// <exception cref="EndOfStreamException">The stream ends within the frame.</exception>
    public static ZmtpFrame? Read(Stream stream, long maxBytes)
    {
        var flags = stream.ReadByte();
        if (flags < 0)
            return null;
        var isCommand = (flags & CommandFlag) != 0;
        var more = (flags & MoreFlag) != 0;
        if ((flags & ~(MoreFlag | LongFlag | CommandFlag)) != 0 || (isCommand && more))
            throw new ZmtpException($"No frame begins with the byte 0x{flags:x2}.");
        Span<byte> size = stackalloc byte[(flags & LongFlag) != 0 ? 8 : 1];
        stream.ReadExactly(size);
        var length = size.Length == 1 ? size[0] : BinaryPrimitives.ReadUInt64BigEndian(size);
        if (length > (ulong)maxBytes)
            throw new ZmtpException($"A message may have {MaxMessageBytes} bytes, and a frame of {length} came.");
        return new ZmtpFrame(ReadBody(stream, (int)length), more, isCommand);
    }

    private static byte[] ReadBody(Stream stream, int length)
    {
        var body = new byte[Math.Min(length, FirstPiece)];
        stream.ReadExactly(body);
        while (body.Length < length)
        {
            var had = body.Length;
            Array.Resize(ref body, (int)Math.Min(length, had * 2L));
            stream.ReadExactly(body.AsSpan(had));
        }

        return body;
    }

    private static void Write(Stream stream, byte[] body, byte flags)
    {
        if (body.Length <= byte.MaxValue)
        {
            stream.WriteByte(flags);
            stream.WriteByte((byte)body.Length);
        }
        else
        {
            Span<byte> head = stackalloc byte[9];
            head[0] = (byte)(flags | LongFlag);
            BinaryPrimitives.WriteInt64BigEndian(head[1..], body.Length);
            stream.Write(head);
        }

        stream.Write(body);
    }
}
