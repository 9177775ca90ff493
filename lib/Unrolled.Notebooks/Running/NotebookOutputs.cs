namespace Unrolled.Notebooks;

/// <summary>The outputs of a notebook's cells as they come in; an updated value replaces the one it updates, in whatever cell that stands.</summary>
internal sealed class NotebookOutputs
{
    private readonly Dictionary<string, (List<CellOutput> Cell, int Index)> _displayed = [];
    private List<CellOutput> _cell = [];

    /// <summary>Opens the outputs of the next cell.</summary>
    /// <returns>A list that fills as the cell runs, and changes later if a later cell updates what this one displayed.</returns>
    public IReadOnlyList<CellOutput> BeginCell() => _cell = [];

    public void Add(CellEvent output)
    {
        if (output is { Update: true, DisplayId: { } updated } && _displayed.TryGetValue(updated, out var place))
        {
            place.Cell[place.Index] = output.Output;
            return;
        }

        if (output.DisplayId is { } id)
            _displayed[id] = (_cell, _cell.Count);
        _cell.Add(output.Output);
    }
}
