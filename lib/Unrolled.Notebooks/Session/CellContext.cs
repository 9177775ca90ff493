using System.Text;
using Microsoft.DotNet.Interactive.Formatting;

namespace Unrolled.Notebooks;

/// <summary>The running cell as its code sees it: where <c>display</c> and the console write to.</summary>
/// <remarks>
/// Text is gathered and sent in larger pieces, at the latest after a tenth of a second; anything else is sent at once, after the text before it.
/// Every hand-over stands in a finally block, which an interrupt cannot cut short, so a reader never meets half an output.
/// </remarks>
internal sealed class CellContext : IDisposable
{
    private const int TextPiece = 8192;
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMilliseconds(100);
    private static readonly AsyncLocal<CellContext?> CurrentCell = new();

    private readonly Lock _lock = new();
    private readonly StringBuilder _text = new();
    private readonly Action<CellEvent> _sink;
    private readonly long _maxCharacters;
    private readonly Timer _timer;
    private string _textStream = "stdout";
    private long _characters;
    private bool _ended;

    public CellContext(Action<CellEvent> sink, long maxCharacters)
    {
        _sink = sink;
        _maxCharacters = maxCharacters;
        _timer = new Timer(_ => Flush());
    }

    /// <summary>The cell whose code is calling, also from threads and tasks it started.</summary>
    public static CellContext? Current
    {
        get => CurrentCell.Value;
        set => CurrentCell.Value = value;
    }

    /// <summary>Shows what <c>display</c> made, or in its place what it was updated to, in the cell that runs: the output an update replaces is found by its id.</summary>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static void Show(DisplayedValue displayed)
    {
        var cell = Current ?? throw new InvalidOperationException("display was called where no cell is running; call it from a notebook cell.");
        cell.Emit(new CellEvent(new DataOutput(ValueFormatter.Format(displayed)), displayed.DisplayId, displayed.IsUpdated));
    }

    /// <summary>An exception on a thread that the cell did not wait for, or null.</summary>
    public Exception? BackgroundError { get; set; }

    /// <summary>True once the cell wrote more than it may, even if its code swallowed the exception.</summary>
    public bool OverLimit { get; private set; }

    public void Write(string stream, ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return;
        Uninterrupted(text.Length, text, (cell, piece) =>
        {
            if (cell._textStream != stream)
                cell.FlushText();
            cell._textStream = stream;
            if (cell._text.Length == 0)
                cell._timer.Change(LongestDelay, Timeout.InfiniteTimeSpan);
            cell._text.Append(piece);
            if (cell._text.Length >= TextPiece)
                cell.FlushText();
        });
    }

    public void Emit(CellEvent output) => Uninterrupted(Characters(output.Output), [], (cell, _) =>
    {
        cell.FlushText();
        if (!cell._ended)
            cell._sink(output);
    });

    /// <summary>Sends what is left and lets nothing more through: later output of this cell's tasks has no place to go.</summary>
    public void End()
    {
        lock (_lock)
        {
            FlushText(last: true);
            _ended = true;
        }
    }

    public void Dispose() => _timer.Dispose();

    private static long Characters(CellOutput output) =>
        output is DataOutput data ? data.Data.Sum(entry => (long)entry.Value.Length) : 0;

    private void Uninterrupted(long characters, ReadOnlySpan<char> text, Action<CellContext, ReadOnlySpan<char>> send)
    {
        try
        {
        }
        finally
        {
            lock (_lock)
            {
                _characters += characters;
                OverLimit |= _characters > _maxCharacters;
                if (!OverLimit)
                    send(this, text);
            }
        }

        if (OverLimit)
            throw new OutputLimitException(_maxCharacters);
    }

    private void Flush()
    {
        lock (_lock)
            FlushText();
    }

    private void FlushText(bool last = false)
    {
        if (_text.Length == 0)
            return;
        // Half a surrogate pair waits for its other half: alone it could not be written.
        var length = char.IsHighSurrogate(_text[^1]) && !last ? _text.Length - 1 : _text.Length;
        if (length == 0)
            return;
        var output = new StreamOutput(_textStream, _text.ToString(0, length));
        _text.Remove(0, length);
        if (!_ended)
            _sink(new CellEvent(output));
    }
}

/// <summary>A cell produced more output than a notebook should hold.</summary>
public sealed class OutputLimitException(long limit) : Exception(string.Create(
    System.Globalization.CultureInfo.InvariantCulture,
    $"The cell's output passed {limit:N0} characters, and the cell was stopped. The output up to there is kept. Print less, or write to a file."));
