using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Unrolled.Notebooks;

/// <summary>The counts and versions of a notebook, which other programs write as 1.0 or as text too.</summary>
internal static class JsonNumbers
{
    /// <summary>Whether it is a whole number, at least 0, and written as one.</summary>
    public static bool IsWhole(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue<int>(out var number) && number >= 0;

    /// <summary>The whole number, at least 0, that is meant; null when none is.</summary>
    public static int? Whole(JsonNode? node)
    {
        var text = node?.GetValueKind() switch
        {
            JsonValueKind.Number => node.ToJsonString(),
            JsonValueKind.String => node.GetValue<string>(),
            _ => null,
        };
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number is >= 0 and <= int.MaxValue && decimal.IsInteger(number) ? (int)number : null;
    }
}
