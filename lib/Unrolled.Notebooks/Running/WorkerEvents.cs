using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;

namespace Unrolled.Notebooks;

/// <summary>What a worker process says, message by message, until it ends.</summary>
internal sealed class WorkerEvents
{
    // A child process that lives on holds the worker's output open, so its end can't be waited for.
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(2);
    private const long MaxPlainCharacters = 10_000_000;

    private readonly Channel<WorkerEvent> _events = Channel.CreateUnbounded<WorkerEvent>();
    private long _plainCharacters;

    public WorkerEvents(Process process) => Finished = ReadAsync(process);

    /// <summary>Ends soon after the process has.</summary>
    public Task Finished { get; }

    /// <summary>The next message, or null when the worker has ended.</summary>
    public async Task<WorkerEvent?> NextAsync(CancellationToken cancellationToken) =>
        await _events.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false) && _events.Reader.TryRead(out var received) ? received : null;

    private async Task ReadAsync(Process process)
    {
        var reading = Task.Run(() => ReadLinesAsync(process.StandardOutput));
        await process.WaitForExitAsync().ConfigureAwait(false);
        await Task.WhenAny(reading, Task.Delay(LastWords)).ConfigureAwait(false);
        _events.Writer.Complete();
    }

    private async Task ReadLinesAsync(StreamReader output)
    {
        while (await output.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            if (line.Length == 0 || (Message(line) ?? PlainText(line)) is not { } received)
                continue;
            if (received is DoneEvent)
                _plainCharacters = 0;
            _events.Writer.TryWrite(received);
        }
    }

    private static WorkerEvent? Message(string line)
    {
        try
        {
            var message = WorkerProtocol.Read<WorkerEvent>(line);
            _ = (message as OutputEvent)?.ToCellEvent();
            return message;
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            return null;
        }
    }

    // Code that writes to the process's own standard output, a child process say, puts plain lines between the messages.
    // The session's limit on a cell's output does not reach it, so there is one here.
    private OutputEvent? PlainText(string line)
    {
        var before = _plainCharacters;
        _plainCharacters += line.Length;
        if (before > MaxPlainCharacters)
            return null;
        var text = _plainCharacters <= MaxPlainCharacters ? line : "(The rest of what child processes printed is left out.)";
        return OutputEvent.From(new CellEvent(new StreamOutput("stdout", text + "\n")));
    }
}
