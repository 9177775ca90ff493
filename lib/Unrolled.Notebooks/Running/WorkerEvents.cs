using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;

namespace Unrolled.Notebooks;

/// <summary>What a worker process says, message by message, until it ends.</summary>
internal sealed class WorkerEvents
{
    // On macOS a child process that lives on holds the worker's output open, so its end can't be waited for.
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(2);

    private readonly Channel<WorkerEvent> _events = Channel.CreateUnbounded<WorkerEvent>();

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
            if (Message(line) is { } received)
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
}
