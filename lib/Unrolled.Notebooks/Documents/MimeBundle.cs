using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Unrolled.Notebooks;

/// <summary>
/// One value in several forms: text by MIME type, in the order of the types. The text of a JSON type (<see cref="IsJson"/>) is compact
/// JSON. Two bundles are equal when they hold the same types with the same text, or the same JSON.
/// </summary>
public sealed class MimeBundle : IEnumerable<KeyValuePair<string, string>>, IEquatable<MimeBundle>
{
    private readonly ImmutableSortedDictionary<string, string> _texts;

    /// <exception cref="ArgumentException">The text of a JSON type is not JSON, or a type stands twice.</exception>
    public MimeBundle(IEnumerable<KeyValuePair<string, string>> texts) : this(ToJson(texts))
    {
    }

    internal MimeBundle(JsonElement json)
    {
        Json = json;
        _texts = json.EnumerateObject().ToImmutableSortedDictionary(
            member => member.Name,
            member => IsJson(member.Name) ? member.Value.ToCompactText() : json.Text(member.Name),
            CodePointOrder.Instance);
    }

    /// <summary>The bundle without any form.</summary>
    public static MimeBundle Empty { get; } = new([]);

    internal JsonElement Json { get; }

    /// <summary>How many forms there are.</summary>
    public int Count => _texts.Count;

    /// <summary>The MIME types, ordered by code point.</summary>
    public IEnumerable<string> Keys => _texts.Keys;

    /// <summary>The text of one type.</summary>
    /// <exception cref="KeyNotFoundException">The bundle has no such type.</exception>
    public string this[string mime] => _texts[mime];

    /// <summary>Whether a notebook holds this type as a JSON value rather than as text: nbformat's application/json and application/*+json.</summary>
    public static bool IsJson(string mime) =>
        mime == "application/json"
        || (mime.StartsWith("application/", StringComparison.Ordinal) && mime.EndsWith("+json", StringComparison.Ordinal));

    /// <summary>The same bundle with one form added or replaced.</summary>
    /// <exception cref="ArgumentException">The text of a JSON type is not JSON.</exception>
    public MimeBundle With(string mime, string text) => new(_texts.SetItem(mime, text));

    /// <summary>Whether the bundle has this type.</summary>
    public bool ContainsKey(string mime) => _texts.ContainsKey(mime);

    /// <summary>The text of one type, when the bundle has it.</summary>
    public bool TryGetValue(string mime, [MaybeNullWhen(false)] out string text) => _texts.TryGetValue(mime, out text);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _texts.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(MimeBundle? other) =>
        other is not null && Keys.SequenceEqual(other.Keys) && Keys.All(mime => IsJson(mime)
            ? JsonElement.DeepEquals(Json.GetProperty(mime), other.Json.GetProperty(mime))
            : this[mime] == other[mime]);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MimeBundle);

    /// <inheritdoc/>
    public override int GetHashCode() => Keys.Aggregate(Count, HashCode.Combine);

    private static JsonElement ToJson(IEnumerable<KeyValuePair<string, string>> texts) =>
        JsonMembers.ToJson(texts.ToDictionary(
            entry => entry.Key,
            entry => IsJson(entry.Key) ? ParseJson(entry.Key, entry.Value) : JsonMembers.ToJson(JsonMembers.Lines(entry.Value))));

    private static JsonElement ParseJson(string mime, string text)
    {
        try
        {
            return JsonMembers.Parse(Encoding.UTF8.GetBytes(text));
        }
        catch (JsonException e)
        {
            throw new ArgumentException($"A value of type {mime} must be JSON, but its text is not: {e.Message}", nameof(text), e);
        }
    }
}
