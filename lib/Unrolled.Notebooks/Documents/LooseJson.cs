using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;

namespace Unrolled.Notebooks;

/// <summary>
/// Reads the JSON that Python's json module reads and a strict reader refuses: NaN and Infinity become null, half a surrogate pair becomes
/// U+FFFD, and of members with one name the last counts.
/// </summary>
internal static class LooseJson
{
    private const int EscapeLength = 6;

    private static readonly byte[] Replacement = [.. "\\ufffd"u8];

    private static readonly byte[] Null = [.. "null"u8];

    /// <exception cref="JsonException">It is not JSON for Python either.</exception>
    public static JsonElement Parse(ReadOnlySpan<byte> utf8, Changes changes)
    {
        var loose = JsonElement.Parse(WithStrictValues(utf8, changes), new JsonDocumentOptions { MaxDepth = JsonMembers.MaxDepth });
        var strict = new ArrayBufferWriter<byte>(utf8.Length);
        using (var writer = new Utf8JsonWriter(strict))
            WriteOnce(writer, loose, changes);
        return JsonMembers.Parse(strict.WrittenSpan);
    }

    private static ReadOnlySpan<byte> WithStrictValues(ReadOnlySpan<byte> text, Changes changes)
    {
        var strict = new ArrayBufferWriter<byte>(text.Length + 1);
        var isInString = false;
        while (!text.IsEmpty)
        {
            var (length, replacement) = isInString ? InString(text, changes) : Outside(text, changes);
            // A quote stands alone: escaped ones are taken together with their backslash.
            isInString ^= text[0] == '"';
            strict.Write(replacement.IsEmpty ? text[..length] : replacement.Span);
            text = text[length..];
        }
        return strict.WrittenSpan;
    }

    private static (int Length, ReadOnlyMemory<byte> Replacement) InString(ReadOnlySpan<byte> text, Changes changes)
    {
        if (text[0] != '\\')
            return (UpTo("\"\\"u8, text), default);
        if (Utf16Unit(text) is not { } unit)
            return (Math.Min(2, text.Length), default);
        if (!char.IsSurrogate(unit))
            return (EscapeLength, default);
        if (Utf16Unit(text[EscapeLength..]) is { } next && char.IsSurrogatePair(unit, next))
            return (2 * EscapeLength, default);
        changes.Add("half of a surrogate pair became U+FFFD", "halves of surrogate pairs became U+FFFD");
        return (EscapeLength, Replacement);
    }

    private static (int Length, ReadOnlyMemory<byte> Replacement) Outside(ReadOnlySpan<byte> text, Changes changes)
    {
        var word = text.StartsWith("NaN"u8) ? 3 : text.StartsWith("Infinity"u8) ? 8 : text.StartsWith("-Infinity"u8) ? 9 : 0;
        if (word == 0)
            return (UpTo("\"NI-"u8, text), default);
        changes.Add("value NaN or Infinity became null", "values NaN or Infinity became null");
        return (word, Null);
    }

    // At least the first byte, so that the reader gets on.
    private static int UpTo(ReadOnlySpan<byte> stops, ReadOnlySpan<byte> text) =>
        text[0] == '"' ? 1 : text[1..].IndexOfAny(stops) is >= 0 and var index ? index + 1 : text.Length;

    private static char? Utf16Unit(ReadOnlySpan<byte> text) =>
        text.Length >= EscapeLength && text.StartsWith("\\u"u8)
        && Utf8Parser.TryParse(text[2..EscapeLength], out ushort unit, out var length, 'x') && length == 4 ? (char)unit : null;

    private static void WriteOnce(Utf8JsonWriter writer, JsonElement value, Changes changes)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new OrderedDictionary<string, JsonElement>();
                foreach (var member in value.EnumerateObject())
                {
                    if (members.ContainsKey(member.Name))
                        changes.Add("member stood more than once and its last value was taken", "members stood more than once and their last values were taken");
                    members[member.Name] = member.Value;
                }
                writer.WriteStartObject();
                foreach (var (name, member) in members)
                {
                    writer.WritePropertyName(name);
                    WriteOnce(writer, member, changes);
                }
                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                    WriteOnce(writer, item, changes);
                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
