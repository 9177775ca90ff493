using System.ComponentModel;

namespace Unrolled.Notebooks;

/// <summary>What the session, or who runs a notebook for others, adds to a cell's own code. Nothing to be called by hand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CellHooks
{
    /// <summary>Takes note of the culture at the end of a cell without a value.</summary>
    public static void End()
    {
        if (CellContext.Current is { } cell)
            cell.Cultures = Cultures.Current;
    }

    /// <summary>Takes note of the culture at the end of a cell with a value.</summary>
    /// <returns>The value.</returns>
    public static T End<T>(T value)
    {
        End();
        return value;
    }

    /// <summary>A way out for JSON that is no cell's output: it stands beside them, whatever cell runs, and no limit of a cell's output holds for it.</summary>
    /// <param name="mimeType">The type of the JSON.</param>
    /// <returns>What takes the JSON, on any thread, as long as the session is open.</returns>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static Action<string> Reporter(string mimeType)
    {
        var outputs = CellContext.Current?.Outputs ?? throw new InvalidOperationException("A reporter can only be made by a cell that is running.");
        return json => outputs.Report(new CellEvent(new DataOutput(new MimeBundle(new Dictionary<string, string> { [mimeType] = json }))));
    }
}
