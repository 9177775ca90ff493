using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Unrolled.Notebooks;

/// <summary>Typed access to the members of a JSON object. A wrong member is a <see cref="FormatException"/> that names it.</summary>
internal static partial class JsonMembers
{
    /// <summary>Deeper than any notebook needs, shallow enough to recurse over.</summary>
    public const int MaxDepth = 512;

    // The relaxed encoder only saves memory here: this text is parsed again at once and never reaches a file.
    private static readonly JsonSerializerOptions Options = new() { MaxDepth = MaxDepth, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonElement Parse(ReadOnlySpan<byte> utf8) =>
        JsonElement.Parse(utf8, new JsonDocumentOptions { MaxDepth = MaxDepth, AllowDuplicateProperties = false });

    public static JsonElement ToJson<T>(T value) => JsonSerializer.SerializeToElement(value, Options);

    public static string ToCompactText(this JsonElement value) => JsonSerializer.Serialize(value, Options);

    public static JsonElement With<T>(this JsonElement owner, string name, T value)
    {
        var members = owner.EnumerateObject().ToDictionary(member => member.Name, member => member.Value);
        members[name] = ToJson(value);
        return ToJson(members);
    }

    public static JsonElement? Member(this JsonElement owner, string name) =>
        owner.ValueKind is not JsonValueKind.Object ? throw new FormatException($"expected a JSON object, got {Describe(owner)}")
        : owner.TryGetProperty(name, out var value) ? value
        : null;

    public static JsonElement Object(this JsonElement owner, string name) =>
        owner.Member(name) is { ValueKind: JsonValueKind.Object } value ? value : throw Wrong(owner, name, "an object");

    public static JsonElement Array(this JsonElement owner, string name) =>
        owner.Member(name) is { ValueKind: JsonValueKind.Array } value ? value : throw Wrong(owner, name, "a list");

    public static string String(this JsonElement owner, string name) =>
        owner.Member(name) is { ValueKind: JsonValueKind.String } value ? value.GetString()! : throw Wrong(owner, name, "a string");

    public static ImmutableArray<string> Strings(this JsonElement owner, string name) =>
        owner.Member(name) is { } value && IsListOfStrings(value)
            ? [.. value.EnumerateArray().Select(item => item.GetString()!)]
            : throw Wrong(owner, name, "a list of strings");

    /// <summary>Text that nbformat lets stand as one string or as a list of lines.</summary>
    public static string Text(this JsonElement owner, string name) => owner.Member(name) switch
    {
        { ValueKind: JsonValueKind.String } value => value.GetString()!,
        { } value when IsListOfStrings(value) => string.Concat(value.EnumerateArray().Select(line => line.GetString())),
        _ => throw Wrong(owner, name, "a string or a list of strings"),
    };

    /// <summary>A whole number; null when the member is absent or null.</summary>
    public static int? Integer(this JsonElement owner, string name) => owner.Member(name) switch
    {
        null or { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetInt32(out var number) => number,
        _ => throw Wrong(owner, name, "a whole number or null"),
    };

    /// <summary>Reads every item; an error tells which one it was, as in "cell 3: …".</summary>
    public static ImmutableArray<T> Each<T>(this JsonElement list, string noun, Func<JsonElement, T> read)
    {
        var items = ImmutableArray.CreateBuilder<T>(list.GetArrayLength());
        foreach (var item in list.EnumerateArray())
        {
            try
            {
                items.Add(read(item));
            }
            catch (FormatException e)
            {
                throw new FormatException($"{noun} {items.Count + 1}: {e.Message}", e);
            }
        }
        return items.MoveToImmutable();
    }

    /// <summary>Lines with their line ends, cut where Jupyter cuts them: Python's <c>str.splitlines(keepends=True)</c>.</summary>
    public static string[] Lines(string text) => [.. Line.Matches(text).Select(line => line.Value)];

    public static FormatException Wrong(JsonElement owner, string name, string expected) =>
        new($"'{name}' must be {expected}, got {(owner.Member(name) is { } actual ? Describe(actual) : "nothing")}");

    private static bool IsListOfStrings(JsonElement value) =>
        value.ValueKind is JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind is JsonValueKind.String);

    private static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list" + (value.EnumerateArray().All(item => item.ValueKind is JsonValueKind.String) ? "" : " with other values"),
        JsonValueKind.String => $"the string '{Shorten(value.GetString()!)}'",
        JsonValueKind.Number => $"the number {Shorten(value.GetRawText())}",
        _ => value.GetRawText(),
    };

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";

    [GeneratedRegex(@"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*(?:\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029])|[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")]
    private static partial Regex Line { get; }
}
