using System.Globalization;

namespace Unrolled.Notebooks;

/// <summary>A value shown by a cell, which can be replaced where it stands.</summary>
public sealed class DisplayedValue
{
    private readonly string[] _mimeTypes;
    private readonly CellContext _cell;

    private DisplayedValue(CellContext cell, string[] mimeTypes) => (_cell, _mimeTypes) = (cell, mimeTypes);

    /// <summary>The identity under which front ends know this output.</summary>
    public string DisplayId { get; } = Guid.NewGuid().ToString("D", CultureInfo.InvariantCulture);

    /// <summary>Shows another value in place of the one before.</summary>
    /// <param name="updatedValue">Any value, null included.</param>
    public void Update(object? updatedValue) => Emit(updatedValue, update: true);

    internal static DisplayedValue Show(object? value, string[] mimeTypes)
    {
        var cell = CellContext.Current ?? throw new InvalidOperationException("display was called where no cell is running; call it from a notebook cell.");
        var displayed = new DisplayedValue(cell, mimeTypes);
        displayed.Emit(value, update: false);
        return displayed;
    }

    private void Emit(object? value, bool update)
    {
        // An update from a later cell belongs to that cell's run; the output it replaces is found by its id.
        var cell = CellContext.Current ?? _cell;
        cell.Emit(new CellEvent(new DataOutput(ValueFormatter.Format(value, _mimeTypes)), DisplayId, update));
    }
}
