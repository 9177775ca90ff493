using System.Text.Json;
using System.Text.Json.Nodes;

namespace Unrolled.Notebooks;

/// <summary>
/// The one place that brings a notebook of nbformat 3 or 4, however it came to be, to a valid nbformat 4.5 or later 4.x.
/// What it cannot mend without losing source it leaves as it is, for the document to refuse.
/// </summary>
internal static class NotebookNormaliser
{
    private const int Major = 4;
    private const int Minor = 5;

    /// <summary>The same JSON when it is in order, else a valid one; <paramref name="changes"/> is told what was changed.</summary>
    /// <param name="json">A JSON object of nbformat 3 or 4.</param>
    /// <param name="changes">Gets each change.</param>
    /// <exception cref="FormatException">There are no cells.</exception>
    public static JsonElement Normalise(JsonElement json, Changes changes)
    {
        var notebook = JsonObject.Create(json)!;
        Version(notebook, changes);
        Worksheets(notebook, changes);
        if (notebook["metadata"] is not JsonObject)
        {
            notebook["metadata"] = new JsonObject();
            changes.Add("the notebook had no readable metadata and got an empty one");
        }
        if (notebook["cells"] is JsonArray cells)
        {
            changes.Add("cell was null and was left out", "cells were null and were left out", cells.RemoveAll(cell => cell is null));
            var readable = cells.OfType<JsonObject>().ToList();
            var normaliser = new CellNormaliser(changes);
            foreach (var cell in readable)
                normaliser.Normalise(cell);
            new CellIds(changes).Complete(readable);
        }
        return changes.Any ? JsonMembers.ToJson(notebook) : json;
    }

    private static void Version(JsonObject notebook, Changes changes)
    {
        var major = JsonNumbers.Whole(notebook["nbformat"]);
        var minor = JsonNumbers.Whole(notebook["nbformat_minor"]);
        if (major == Major && minor >= Minor && JsonNumbers.IsWhole(notebook["nbformat"]) && JsonNumbers.IsWhole(notebook["nbformat_minor"]))
            return;
        var current = major == Major && minor >= Minor ? minor.Value : Minor;
        changes.Add(minor is null ? $"nbformat {major} without a readable minor version became {Major}.{current}"
            : major == Major && minor >= Minor ? $"the version {Major}.{current} was not written in whole numbers and now is"
            : $"nbformat {major}.{minor} became {Major}.{current}");
        (notebook["nbformat"], notebook["nbformat_minor"]) = (Major, current);
    }

    /// <summary>nbformat 3 had pages of cells, of which only one was ever used.</summary>
    private static void Worksheets(JsonObject notebook, Changes changes)
    {
        if (notebook["cells"] is not null || !notebook.ContainsKey("worksheets"))
            return;
        var pages = (notebook["worksheets"] as JsonArray)?.OfType<JsonObject>().Select(page => page["cells"]).OfType<JsonArray>().ToList() ?? [];
        if (pages.Count == 0)
            throw new FormatException("expected cells in 'worksheets', got none");

        var cells = pages.SelectMany(page => page).ToList();
        foreach (var page in pages)
            page.Clear();
        notebook["cells"] = new JsonArray([.. cells]);
        foreach (var old in new[] { "worksheets", "orig_nbformat", "orig_nbformat_minor" })
            notebook.Remove(old);
        if (notebook["metadata"] is JsonObject metadata)
        {
            metadata.Remove("name");
            metadata.Remove("signature");
        }
        changes.Add("the cells of the worksheets became the notebook's");
    }
}
