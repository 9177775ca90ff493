using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Unrolled.Kernel;

/// <summary>Reads text from a pipe, and tells when a place in it has been reached: a mark of random letters that is written into it and taken out again.</summary>
internal sealed class StreamMark
{
    // Short enough to be written in one piece among what others write.
    private readonly byte[] _mark = Encoding.ASCII.GetBytes($"\0{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24))}\0");
    private readonly Lock _waiting = new();
    private readonly object _gate = new();
    private long _written;
    private long _reached;

    /// <summary>Passes on what comes, until the end of the pipe.</summary>
    public void Read(Stream pipe, Action<string> print)
    {
        var decoder = Encoding.UTF8.GetDecoder();
        var chunk = new byte[65536];
        var kept = 0;
        while (pipe.Read(chunk, kept, chunk.Length - kept) is > 0 and var count)
        {
            var bytes = chunk.AsSpan(0, kept + count);
            while (bytes.IndexOf(_mark) is >= 0 and var place)
            {
                Print(bytes[..place]);
                lock (_gate)
                {
                    _reached++;
                    Monitor.PulseAll(_gate);
                }

                bytes = bytes[(place + _mark.Length)..];
            }

            // What may be the beginning of a mark waits for the rest.
            kept = _mark.Length - 1;
            while (kept > 0 && !bytes.EndsWith(_mark.AsSpan(0, kept)))
                kept--;
            Print(bytes[..^kept]);
            bytes[^kept..].CopyTo(chunk);
        }

        void Print(ReadOnlySpan<byte> bytes)
        {
            var text = new char[Encoding.UTF8.GetMaxCharCount(bytes.Length)];
            var length = decoder.GetChars(bytes, text, flush: false);
            if (length > 0)
                print(new string(text, 0, length));
        }
    }

    /// <summary>Waits until all that was written to the pipe before has been passed on.</summary>
    /// <param name="pipe">The pipe's other end.</param>
    public void Wait(Stream pipe)
    {
        // One at a time, and without the gate while writing: the reader may have to pass it before there is room in the pipe.
        lock (_waiting)
        {
            pipe.Write(_mark);
            lock (_gate)
            {
                var mine = ++_written;
                while (_reached < mine)
                    Monitor.Wait(_gate);
            }
        }
    }
}
