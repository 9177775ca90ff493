using System.Text.Json.Nodes;

namespace Unrolled.Notebooks;

/// <summary>Gives each cell a valid id of its own. The same file always gets the same ids, and no valid id is taken from the first cell that has it.</summary>
internal sealed class CellIds(Changes changes)
{
    private const int MaxLength = 64;

    private readonly HashSet<string> _taken = [];
    private readonly Dictionary<string, int> _copies = [];

    public void Complete(IReadOnlyList<JsonObject> cells)
    {
        _taken.UnionWith(cells.Select(ValidId).OfType<string>());
        var seen = new HashSet<string>();
        for (var i = 0; i < cells.Count; i++)
        {
            var id = ValidId(cells[i]);
            if (id is not null && seen.Add(id))
                continue;
            if (id is not null)
                changes.Add("cell had the id of another and got its own", "cells had the id of another and got their own");
            else if (cells[i]["id"] is null)
                changes.Add("cell had no id and got one", "cells had no id and got one");
            else
                changes.Add("cell had an id that is not valid and got another", "cells had ids that are not valid and got others");
            cells[i]["id"] = id is null ? FromPlace(i + 1) : Copy(id);
        }
    }

    private string FromPlace(int number)
    {
        var id = Invariant($"cell-{number}");
        return _taken.Add(id) ? id : _taken.Add(id += "-new") ? id : Copy(id);
    }

    private string Copy(string id)
    {
        // Counts on from the last copy: a file may hold very many of one id.
        for (var number = _copies.GetValueOrDefault(id, 1) + 1; ; number++)
        {
            var ending = Invariant($"-copy-{number}");
            var copy = id[..Math.Min(id.Length, MaxLength - ending.Length)] + ending;
            if (_taken.Add(copy))
            {
                _copies[id] = number;
                return copy;
            }
        }
    }

    private static string? ValidId(JsonObject cell) =>
        JsonTexts.String(cell["id"]) is { } id && NotebookCell.ValidId.IsMatch(id) ? id : null;
}
