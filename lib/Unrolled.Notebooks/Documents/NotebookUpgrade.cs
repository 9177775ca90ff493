using System.Globalization;
using System.Text.Json;

namespace Unrolled.Notebooks;

/// <summary>Brings nbformat 4.0 to 4.4 to 4.5, whose one change is that every cell has an id.</summary>
internal static class NotebookUpgrade
{
    private const int CurrentMinor = 5;

    /// <summary>A cell without an id gets one from its place, so that the same file always gives the same ids.</summary>
    public static JsonElement ToCurrent(JsonElement notebook)
    {
        var minor = notebook.Integer("nbformat_minor") ?? throw JsonMembers.Wrong(notebook, "nbformat_minor", "a whole number");
        if (minor >= CurrentMinor)
            return notebook;

        var cells = notebook.Array("cells").EnumerateArray().ToList();
        var taken = cells.Select(cell => cell.Member("id")).OfType<JsonElement>().Select(id => id.ToString()).ToHashSet();
        var upgraded = cells.Select((cell, i) => cell.Member("id") is null ? cell.With("id", FreeId(i + 1, taken)) : cell);
        return notebook.With("cells", upgraded).With("nbformat_minor", CurrentMinor);
    }

    private static string FreeId(int number, HashSet<string> taken)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"cell-{number}");
        while (!taken.Add(id))
            id += "-new";
        return id;
    }
}
