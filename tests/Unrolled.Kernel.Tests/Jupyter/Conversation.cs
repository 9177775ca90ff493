using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Unrolled.Kernel.Jupyter;
using Unrolled.Kernel.Messaging;
using Unrolled.Notebooks;

namespace Unrolled.Kernel.Tests.Jupyter;

/// <summary>A kernel without sockets and without a session: everything but running code can be tried on it, and running code fails the test.</summary>
internal sealed class Conversation : IDisposable
{
    public const string Key = "the key";

    private readonly JupyterKernel _kernel;
    private readonly Ear _client = new();
    private readonly Ear _asked = new();
    private readonly Ear _listeners = new();
    private readonly InputChannel _input;

    public Conversation()
    {
        var wire = new JupyterWire(Key);
        var refusals = new RefusalLog(TextWriter.Null);
        _input = new InputChannel(wire, refusals) { Clients = _ => _asked };
        _kernel = new JupyterKernel(new Lazy<CSharpSession>(() =>
        {
            SessionWanted = true;
            throw new InvalidOperationException("No code may run here.");
        }), wire, _listeners, _input, refusals);
        _kernel.Start();
    }

    /// <summary>Whether something asked for the session.</summary>
    public bool SessionWanted { get; private set; }

    /// <summary>What came back to the client.</summary>
    public IReadOnlyList<Heard> Replies => _client.Messages;

    /// <summary>What was told to everyone.</summary>
    public IReadOnlyList<Heard> Published => _listeners.Messages;

    /// <summary>The frames of a message as a client signs them.</summary>
    public static List<byte[]> Frames(string type, string content = "{}", string key = Key, string? header = null)
    {
        header ??= $$"""{"msg_id": "m1", "session": "s1", "username": "u", "date": "2026-01-01T00:00:00Z", "msg_type": "{{type}}", "version": "5.3"}""";
        byte[][] parts = [.. new[] { header, "{}", "{}", content }.Select(Encoding.UTF8.GetBytes)];
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), parts.SelectMany(part => part).ToArray()));
        return ["client"u8.ToArray(), "<IDS|MSG>"u8.ToArray(), Encoding.ASCII.GetBytes(signature), .. parts];
    }

    public void Shell(IReadOnlyList<byte[]> frames) => _kernel.OnShell(_client, frames);

    public void Stdin(IReadOnlyList<byte[]> frames) => _input.OnStdin(frames);

    public void Control(IReadOnlyList<byte[]> frames) => _kernel.OnControl(_client, frames);

    /// <summary>Waits until everything said so far is answered: a last request comes back.</summary>
    public void WaitUntilQuiet()
    {
        var before = Replies.Count(reply => reply.Type == "kernel_info_reply");
        Shell(Frames("kernel_info_request"));
        Patience.Until(() => Replies.Count(reply => reply.Type == "kernel_info_reply") > before, "an answer of the kernel");
    }

    public int WaitForEnd() => _kernel.WaitForEnd();

    public void Dispose() => _kernel.Dispose();

    /// <summary>A message as its receiver reads it.</summary>
    internal sealed record Heard(string FirstFrame, string Type, JsonElement Parent, JsonElement Content, bool SignatureIsRight);

    private sealed class Ear : IRequester
    {
        public byte[] Identity => "client"u8.ToArray();

        private readonly Lock _lock = new();
        private readonly List<Heard> _messages = [];

        public IReadOnlyList<Heard> Messages
        {
            get
            {
                lock (_lock)
                    return [.. _messages];
            }
        }

        public void Send(IReadOnlyList<byte[]> frames)
        {
            var delimiter = frames.Index().First(frame => frame.Item.AsSpan().SequenceEqual("<IDS|MSG>"u8)).Index;
            var parts = frames.Skip(delimiter + 2).ToList();
            var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Key), parts.SelectMany(part => part).ToArray()));
            lock (_lock)
            {
                _messages.Add(new Heard(
                    Encoding.ASCII.GetString(frames[0]), JsonElement.Parse(parts[0]).GetProperty("msg_type").GetString()!,
                    JsonElement.Parse(parts[1]), JsonElement.Parse(parts[3]), signature == Encoding.ASCII.GetString(frames[delimiter + 1])));
            }
        }
    }
}
