using System.Text.Json;
using System.Text.Json.Nodes;

namespace Unrolled.Notebooks;

/// <summary>Brings one cell to nbformat 4.5, but for its id, which depends on the other cells.</summary>
internal sealed class CellNormaliser(Changes changes)
{
    private const int DeepestHeading = 6;

    public void Normalise(JsonObject cell)
    {
        if (cell["metadata"] is not JsonObject)
        {
            cell["metadata"] = new JsonObject();
            changes.Add("cell had no readable metadata and got an empty one", "cells had no readable metadata and got an empty one");
        }
        Tags(cell["metadata"]!.AsObject());
        FromNbformat3(cell);
        Type(cell);
        if (cell["source"] is null)
        {
            cell["source"] = "";
            changes.Add("cell had no source and got an empty one", "cells had no source and got an empty one");
        }
        if (cell["cell_type"]!.GetValue<string>() == "code")
        {
            ExecutionCount(cell);
            Outputs(cell);
        }
        else if (cell.Remove("outputs") | cell.Remove("execution_count"))
        {
            changes.Add("cell that is not code had outputs or a count, which were left out", "cells that are not code had outputs or a count, which were left out");
        }
    }

    private void Tags(JsonObject metadata)
    {
        if (!metadata.TryGetPropertyValue("tags", out var tags))
            return;
        var texts = JsonTexts.Strings(tags);
        if (tags is JsonArray list && list.Count == texts.Count && texts.Distinct().Count() == texts.Count && !texts.Any(text => text == "" || text.Contains(',')))
            return;
        // nbformat allows no comma in a tag: who writes one means several.
        var meant = texts.SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct();
        metadata["tags"] = new JsonArray([.. meant.Select(tag => JsonValue.Create(tag))]);
        changes.Add("cell had tags that are not valid and were mended", "cells had tags that are not valid and were mended");
    }

    private void FromNbformat3(JsonObject cell)
    {
        var type = JsonTexts.String(cell["cell_type"]);
        var isOld = type is "heading" or "html";
        if (isOld)
            cell["cell_type"] = "markdown";
        if (type == "heading")
            Heading(cell);
        isOld |= JsonTexts.Rename(cell, "input", "source");
        isOld |= JsonTexts.Rename(cell, "prompt_number", "execution_count");
        if (!isOld)
            return;
        cell.Remove("language");
        cell.Remove("level");
        if (cell["collapsed"]?.GetValueKind() is JsonValueKind.True or JsonValueKind.False)
            JsonTexts.Rename(cell, "collapsed", cell["metadata"]!.AsObject(), "collapsed");
        cell.Remove("collapsed");
        changes.Add("cell was in the form of nbformat 3 and was converted", "cells were in the form of nbformat 3 and were converted");
    }

    private static void Heading(JsonObject cell)
    {
        if (JsonTexts.Joined(cell["source"]) is not { } title)
            return;
        var level = Math.Clamp(JsonNumbers.Whole(cell["level"]) ?? 1, 1, DeepestHeading);
        cell["source"] = $"{new string('#', level)} {string.Join(' ', JsonMembers.Lines(title).Select(line => line.TrimEnd()))}";
    }

    private void Type(JsonObject cell)
    {
        if (JsonTexts.String(cell["cell_type"]) is "code" or "markdown" or "raw")
            return;
        if (cell["cell_type"] is null && (cell.ContainsKey("outputs") || cell.ContainsKey("execution_count")))
        {
            cell["cell_type"] = "code";
            changes.Add("cell had no type and was read as code, as it has outputs", "cells had no type and were read as code, as they have outputs");
            return;
        }
        cell["cell_type"] = "raw";
        changes.Add("cell had an unknown type and was read as raw", "cells had an unknown type and were read as raw");
    }

    private void ExecutionCount(JsonObject cell)
    {
        var isThere = cell.TryGetPropertyValue("execution_count", out var count);
        if (isThere && (count is null || JsonNumbers.IsWhole(count)))
            return;
        var meant = JsonNumbers.Whole(count);
        cell["execution_count"] = meant;
        if (!isThere)
            changes.Add("code cell had no execution count and got null", "code cells had no execution count and got null");
        else if (meant is null)
            changes.Add("execution count could not be read and became null", "execution counts could not be read and became null");
        else
            changes.Add("execution count was not written as a whole number and now is", "execution counts were not written as whole numbers and now are");
    }

    private void Outputs(JsonObject cell)
    {
        if (cell["outputs"] is not JsonArray outputs)
        {
            if (cell["outputs"] is null)
                changes.Add("code cell had no outputs and got an empty list", "code cells had no outputs and got an empty list");
            else
                changes.Add("code cell had outputs that are not a list, which were left out", "code cells had outputs that are not a list, which were left out");
            cell["outputs"] = new JsonArray();
            return;
        }

        var normaliser = new OutputNormaliser(changes);
        changes.Add(
            "output could not be read and was left out",
            "outputs could not be read and were left out",
            outputs.RemoveAll(output => output is not JsonObject known || !normaliser.TryNormalise(known)));
    }
}
