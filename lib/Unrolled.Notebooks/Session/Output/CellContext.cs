namespace Unrolled.Notebooks;

/// <summary>A cell as its code sees it: where <c>display</c> and the console write to, and what they read from.</summary>
/// <remarks>Every hand-over stands in a finally block, which an interrupt cannot cut short, so a reader never meets half an output.</remarks>
/// <param name="outputs">Takes the outputs.</param>
/// <param name="sink">Where they are to go.</param>
/// <param name="maxCharacters">How much the cell may write.</param>
internal sealed class CellContext(OutputQueue outputs, Action<CellEvent> sink, long maxCharacters)
{
    private static readonly AsyncLocal<CellContext?> CurrentCell = new();

    private readonly Lock _lock = new();
    private long _characters;
    private bool _leftOut;

    /// <summary>The cell whose code is calling, also from threads and tasks it started; null on a thread that tells no origin.</summary>
    public static CellContext? Current
    {
        get => CurrentCell.Value;
        set => CurrentCell.Value = value;
    }

    /// <summary>Where else its outputs go once it has ended.</summary>
    public required CellOutputs? Outputs { get; init; }

    /// <summary>What the cell is called in messages.</summary>
    public string Label { get; init; } = "a cell";

    /// <summary>Asks the user for a line; null where nobody can be asked.</summary>
    public Func<InputQuestion, string?>? Ask { get; init; }

    /// <summary>An exception on a thread that the cell did not wait for, or null.</summary>
    public Exception? BackgroundError { get; set; }

    /// <summary>True once the cell wrote more than it may, even if its code swallowed the exception.</summary>
    public bool OverLimit { get; private set; }

    /// <summary>True once the cell's outputs are closed: what its tasks still write belongs elsewhere.</summary>
    public bool Ended { get; private set; }

    /// <summary>The cultures that the cell's code left, where it may have set them; else null.</summary>
    public Cultures? Cultures { get; set; }

    /// <returns>False when the cell has ended.</returns>
    /// <exception cref="OutputLimitException">The cell wrote more than it may.</exception>
    public bool Write(string stream, ReadOnlySpan<char> text)
    {
        var (accepted, over) = Hand(text.Length, stream, text, null);
        return over ? throw new OutputLimitException(maxCharacters) : accepted;
    }

    /// <summary>As <see cref="Write"/>, but what goes over the limit is left out, with a word.</summary>
    public bool WriteWithinLimit(string stream, ReadOnlySpan<char> text)
    {
        lock (_lock)
        {
            if (_leftOut || Ended)
                return !Ended;
            if (_characters + text.Length > maxCharacters)
            {
                _leftOut = true;
                outputs.Add(sink, stream, "(The rest of what was printed besides the cell is left out.)\n");
                return true;
            }
        }

        return Write(stream, text);
    }

    /// <returns>False when the cell has ended.</returns>
    /// <exception cref="OutputLimitException">The cell wrote more than it may.</exception>
    public bool Emit(CellEvent output)
    {
        var characters = output.Output is DataOutput data ? data.Data.Sum(entry => (long)entry.Value.Length) : 0;
        var (accepted, over) = Hand(characters, "", [], output);
        return over ? throw new OutputLimitException(maxCharacters) : accepted;
    }

    /// <summary>Hands over what no limit holds for, and no end.</summary>
    public void Pass(CellEvent output)
    {
        try
        {
        }
        finally
        {
            outputs.Add(sink, output);
        }
    }

    /// <summary>Waits until all outputs have been handed over.</summary>
    public void Flush() => outputs.Drain();

    /// <summary>Closes the outputs.</summary>
    public void End()
    {
        lock (_lock)
            Ended = true;
    }

    private (bool Accepted, bool OverLimit) Hand(long characters, string stream, ReadOnlySpan<char> text, CellEvent? output)
    {
        var accepted = false;
        try
        {
        }
        finally
        {
            lock (_lock)
            {
                if (!Ended)
                {
                    _characters += characters;
                    OverLimit |= _characters > maxCharacters;
                    accepted = true;
                    if (!OverLimit && output is not null)
                        outputs.Add(sink, output);
                    else if (!OverLimit && !text.IsEmpty)
                        outputs.Add(sink, stream, text);
                }
            }
        }

        return (accepted, OverLimit && accepted);
    }
}

/// <summary>A question that a cell asks the user.</summary>
/// <param name="Prompt">What to show; may be empty.</param>
/// <param name="IsPassword">Whether the answer should not be seen while it is typed.</param>
public sealed record InputQuestion(string Prompt, bool IsPassword = false);

/// <summary>A cell produced more output than a notebook should hold.</summary>
public sealed class OutputLimitException(long limit) : Exception(Invariant($"The cell's output passed {limit:N0} characters, and the cell was stopped. The output up to there is kept. Print less, or write to a file."));
