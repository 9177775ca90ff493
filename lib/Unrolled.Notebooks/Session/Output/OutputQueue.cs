using System.Text;

namespace Unrolled.Notebooks;

/// <summary>
/// Outputs on their way out, handed over by a thread of the queue's own: who prints waits for nobody, least of all for a front end that
/// reads slowly. Text is gathered for a moment, so that a loop which prints does not make a message of each word.
/// </summary>
internal sealed class OutputQueue : IDisposable
{
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(50);
    private const int TextPiece = 8192;

    private readonly Lock _lock = new();
    private readonly ManualResetEventSlim _some = new();
    private readonly ManualResetEventSlim _hurry = new();
    private List<Pending> _pending = [];
    private bool _closed;

    public OutputQueue() => new Thread(HandOver) { IsBackground = true, Name = "outputs" }.Start();

    /// <summary>Adds text behind everything added before.</summary>
    public void Add(Action<CellEvent> sink, string stream, ReadOnlySpan<char> text)
    {
        lock (_lock)
        {
            if (_pending is not [.., { Text: { } builder } last] || last.Sink != sink || last.Stream != stream)
                _pending.Add(new Pending(sink, stream, builder = new StringBuilder(), null));
            builder.Append(text);
            if (builder.Length >= TextPiece)
                _hurry.Set();
            _some.Set();
        }
    }

    /// <summary>Adds an output behind everything added before.</summary>
    public void Add(Action<CellEvent> sink, CellEvent output)
    {
        lock (_lock)
        {
            _pending.Add(new Pending(sink, null, null, output));
            _hurry.Set();
            _some.Set();
        }
    }

    /// <summary>Waits until everything added so far has been handed over.</summary>
    public void Drain()
    {
        using var reached = new ManualResetEventSlim();
        Add(_ => reached.Set(), new CellEvent(new StreamOutput("", "")));
        reached.Wait();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _closed = true;
            _hurry.Set();
            _some.Set();
        }
    }

    private void HandOver()
    {
        for (; ; )
        {
            _some.Wait();
            _hurry.Wait(Gathering);
            List<Pending> taken;
            lock (_lock)
            {
                if (_closed && _pending.Count == 0)
                    return;
                (taken, _pending) = (_pending, []);
                _hurry.Reset();
                _some.Reset();
                KeepHalfPair(taken);
            }

            foreach (var pending in taken.Where(pending => pending.Text is not { Length: 0 }))
                pending.Sink(pending.Output ?? new CellEvent(new StreamOutput(pending.Stream!, pending.Text!.ToString())));
        }
    }

    // Half a surrogate pair at the very end waits for its other half: alone it could not be written.
    private void KeepHalfPair(List<Pending> taken)
    {
        if (taken is not [.., { Text: { Length: > 0 } text } last] || !char.IsHighSurrogate(text[^1]))
            return;
        _pending.Add(last with { Text = new StringBuilder().Append(text[^1]) });
        text.Length--;
    }

    private sealed record Pending(Action<CellEvent> Sink, string? Stream, StringBuilder? Text, CellEvent? Output);
}
