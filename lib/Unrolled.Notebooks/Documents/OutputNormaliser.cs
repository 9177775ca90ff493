using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Unrolled.Notebooks;

/// <summary>Brings one output to nbformat 4.5. An output of a type that nobody here knows is left as it is.</summary>
internal sealed class OutputNormaliser(Changes changes)
{
    // nbformat 3 named the forms of a value by short names, beside the output's other members.
    private static readonly Dictionary<string, string> ShortNames = new()
    {
        ["text"] = "text/plain",
        ["html"] = "text/html",
        ["svg"] = "image/svg+xml",
        ["png"] = "image/png",
        ["jpeg"] = "image/jpeg",
        ["latex"] = "text/latex",
        ["json"] = "application/json",
        ["javascript"] = "application/javascript",
        ["pdf"] = "application/pdf",
    };

    private static readonly string[] MembersOfData = ["output_type", "metadata", "execution_count"];

    /// <returns>Whether it could be read; if not, it may be half changed.</returns>
    public bool TryNormalise(JsonObject output)
    {
        if (FromNbformat3(output))
            changes.Add("output was in the form of nbformat 3 and was converted", "outputs were in the form of nbformat 3 and were converted");
        var (isReadable, isMended) = JsonTexts.String(output["output_type"]) switch
        {
            "stream" => Stream(output),
            "display_data" => Data(output),
            "execute_result" => Result(output),
            "error" => Error(output),
            null => (false, false),
            _ => (true, false),
        };
        if (isReadable && isMended)
            changes.Add("output had wrong or missing members and was mended", "outputs had wrong or missing members and were mended");
        return isReadable;
    }

    private static bool FromNbformat3(JsonObject output)
    {
        switch (JsonTexts.String(output["output_type"]))
        {
            case "stream":
                return JsonTexts.Rename(output, "stream", "name");
            case "pyerr":
                output["output_type"] = "error";
                return true;
            case "pyout":
                output["output_type"] = "execute_result";
                JsonTexts.Rename(output, "prompt_number", "execution_count");
                GatherForms(output);
                return true;
            case "display_data" or "execute_result":
                return GatherForms(output);
            default:
                return false;
        }
    }

    private static bool GatherForms(JsonObject output)
    {
        var forms = output.Where(member => !MembersOfData.Contains(member.Key)).ToList();
        if (output.ContainsKey("data") || forms.Count == 0)
            return false;
        var others = output.Where(member => MembersOfData.Contains(member.Key)).ToList();
        output.Clear();
        foreach (var (name, value) in others)
            output[name] = value;
        output["data"] = WithLongNames(forms);
        if (output["metadata"] is JsonObject metadata)
        {
            var entries = metadata.ToList();
            metadata.Clear();
            output["metadata"] = WithLongNames(entries);
        }
        return true;
    }

    private static JsonObject WithLongNames(IEnumerable<KeyValuePair<string, JsonNode?>> members)
    {
        var named = new JsonObject();
        foreach (var (name, value) in members)
            named[ShortNames.GetValueOrDefault(name, name)] = name == "json" ? FromText(value) : value;
        return named;
    }

    // nbformat 3 held JSON as text.
    private static JsonNode? FromText(JsonNode? value)
    {
        if (JsonTexts.Joined(value) is not { } text)
            return value;
        try
        {
            return JsonNode.Parse(JsonMembers.Parse(Encoding.UTF8.GetBytes(text)).GetRawText(), documentOptions: new() { MaxDepth = JsonMembers.MaxDepth });
        }
        catch (JsonException)
        {
            return value;
        }
    }

    private static (bool IsReadable, bool IsMended) Stream(JsonObject output) =>
        JsonTexts.Readable(output["text"]) is { } text
            ? (true, Set(output, "text", text) | Ensure(output, "name", JsonTexts.IsString, "stdout"))
            : (false, false);

    private static (bool IsReadable, bool IsMended) Error(JsonObject output)
    {
        string[] members = ["ename", "evalue", "traceback"];
        if (members.All(member => output[member] is null))
            return (false, false);
        var isMended = Ensure(output, "ename", JsonTexts.IsString, "") | Ensure(output, "evalue", JsonTexts.IsString, "");
        var lines = JsonTexts.Readable(output["traceback"]) switch
        {
            JsonArray list => list,
            { } text => new JsonArray(text.DeepClone()),
            null => new JsonArray(),
        };
        return (true, Set(output, "traceback", lines) | isMended);
    }

    private static (bool IsReadable, bool IsMended) Result(JsonObject output)
    {
        var isMended = false;
        if (!output.TryGetPropertyValue("execution_count", out var count) || (count is not null && !JsonNumbers.IsWhole(count)))
        {
            output["execution_count"] = JsonNumbers.Whole(count);
            isMended = true;
        }
        var (isReadable, isDataMended) = Data(output);
        return (isReadable, isMended | isDataMended);
    }

    private static (bool IsReadable, bool IsMended) Data(JsonObject output)
    {
        if (output["data"] is not JsonObject data)
            return (false, false);
        var kept = data.Select(form => KeyValuePair.Create(form.Key, MimeBundle.IsJson(form.Key) ? form.Value : JsonTexts.Readable(form.Value)))
            .Where(form => form.Value is not null || MimeBundle.IsJson(form.Key)).ToList();
        var isMended = kept.Count < data.Count || kept.Any(form => form.Value != data[form.Key]);
        if (isMended && kept.Count == 0)
            return (false, false);
        if (isMended)
        {
            data.Clear();
            foreach (var (mime, value) in kept)
                data.Add(mime, value);
        }
        return (true, Ensure(output, "metadata", member => member is JsonObject, new JsonObject()) | isMended);
    }

    private static bool Ensure(JsonObject owner, string name, Func<JsonNode?, bool> isRight, JsonNode otherwise) =>
        !isRight(owner[name]) && Set(owner, name, otherwise);

    private static bool Set(JsonObject owner, string name, JsonNode value)
    {
        if (owner[name] == value)
            return false;
        owner[name] = value;
        return true;
    }
}
