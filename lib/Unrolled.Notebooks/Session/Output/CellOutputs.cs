using Microsoft.DotNet.Interactive.Formatting;

namespace Unrolled.Notebooks;

/// <summary>Finds the place for an output: at the cell whose code produced it; if that has ended, at the one that runs; else outside all cells.</summary>
/// <param name="outside">Stands for no cell.</param>
internal sealed class CellOutputs(CellContext outside)
{
    private volatile CellContext? _running;

    /// <summary>The cell that runs, or null.</summary>
    public CellContext? Running
    {
        get => _running;
        set => _running = value;
    }

    /// <summary>Text of the calling code.</summary>
    /// <exception cref="OutputLimitException">The cell wrote more than it may.</exception>
    public void Write(string stream, ReadOnlySpan<char> text)
    {
        if (CellContext.Current is { Ended: false } origin && origin.Write(stream, text))
            return;
        WriteBeside(stream, text);
    }

    /// <summary>Text that belongs to no cell in particular. What goes over the limit is left out: whoever wrote it can't be stopped.</summary>
    public void WriteBeside(string stream, ReadOnlySpan<char> text)
    {
        if (Running?.WriteWithinLimit(stream, text) != true)
            outside.WriteWithinLimit(stream, text);
    }

    /// <summary>Shows what <c>display</c> made, or what it was updated to: the output that an update replaces is found by its id.</summary>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    /// <exception cref="OutputLimitException">The cell wrote more than it may.</exception>
    public static void Show(DisplayedValue displayed)
    {
        var outputs = CellContext.Current?.Outputs ?? throw new InvalidOperationException("display was called where no cell is running; call it from a notebook cell.");
        var forms = new MimeBundle(displayed.FormattedValues.DistinctBy(form => form.MimeType).ToDictionary(form => form.MimeType, form => ValueFormatter.WithOneLineEnd(form.Value)));
        outputs.Emit(new CellEvent(new DataOutput(forms), displayed.DisplayId, displayed.IsUpdated));
    }

    /// <summary>An output of the calling code.</summary>
    /// <exception cref="OutputLimitException">The cell wrote more than it may.</exception>
    public void Emit(CellEvent output)
    {
        if (CellContext.Current?.Emit(output) != true && Running?.Emit(output) != true)
            outside.Emit(output);
    }

    /// <summary>Hands over what is no output of a cell.</summary>
    public void Report(CellEvent report) => outside.Pass(report);
}
