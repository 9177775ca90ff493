using System.Text.Json;
using System.Text.Json.Nodes;

namespace Unrolled.Notebooks;

/// <summary>Text in a notebook that may be damaged: one string or a list of lines, or something else altogether.</summary>
internal static class JsonTexts
{
    public static bool IsString(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String;

    public static string? String(JsonNode? node) => IsString(node) ? node!.GetValue<string>() : null;

    /// <summary>The text as one string; null when it is no text.</summary>
    public static string? Joined(JsonNode? node) => node is JsonArray lines && lines.All(IsString) ? string.Concat(Strings(lines)) : String(node);

    /// <summary>The string, or those of the list; none for anything else.</summary>
    public static IReadOnlyList<string> Strings(JsonNode? node) =>
        node is JsonArray list ? [.. list.Select(String).OfType<string>()]
        : String(node) is { } text ? [text]
        : [];

    /// <summary>The same node when it is text, else what is text in it; null when nothing is.</summary>
    public static JsonNode? Readable(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.String => node,
        JsonValueKind.Array => node.AsArray().All(IsString) ? node : new JsonArray([.. Strings(node).Select(text => JsonValue.Create(text))]),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => node.ToJsonString(),
        _ => null,
    };

    /// <summary>Moves a member to the name that it has today, unless that is taken.</summary>
    public static bool Rename(JsonObject owner, string from, string to) => Rename(owner, from, owner, to);

    /// <inheritdoc cref="Rename(JsonObject, string, string)"/>
    public static bool Rename(JsonObject owner, string from, JsonObject target, string to)
    {
        if (!owner.TryGetPropertyValue(from, out var value) || target.ContainsKey(to))
            return false;
        owner.Remove(from);
        target[to] = value;
        return true;
    }
}
