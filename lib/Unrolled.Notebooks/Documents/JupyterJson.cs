using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Unrolled.Notebooks;

/// <summary>
/// Writes JSON as Jupyter does: Python's <c>json.dumps(value, indent=1, ensure_ascii=False, sort_keys=True)</c> and a line end.
/// System.Text.Json escapes more than Python (astral characters, NBSP, U+2028) even with its relaxed encoder, hence our own.
/// </summary>
internal static class JupyterJson
{
    /// <exception cref="InvalidOperationException">A string holds half a surrogate pair, which UTF-8 cannot write.</exception>
    public static byte[] Write(JsonElement value)
    {
        var text = new StringBuilder();
        Append(text, value, depth: 0);
        return Encoding.UTF8.GetBytes(text.Append('\n').ToString());
    }

    private static void Append(StringBuilder text, JsonElement value, int depth)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                var members = value.EnumerateObject().OrderBy(member => member.Name, CodePointOrder.Instance);
                AppendItems(text, '{', members, '}', depth, member =>
                {
                    AppendString(text, member.Name);
                    text.Append(": ");
                    Append(text, member.Value, depth + 1);
                });
                break;
            case JsonValueKind.Array:
                AppendItems(text, '[', value.EnumerateArray(), ']', depth, item => Append(text, item, depth + 1));
                break;
            case JsonValueKind.String:
                AppendString(text, value.GetString()!);
                break;
            default:
                // Number text stays as it was read: 1e-07 and 1.0 would not survive a round trip through double.
                text.Append(value.GetRawText());
                break;
        }
    }

    private static void AppendItems<T>(StringBuilder text, char open, IEnumerable<T> items, char close, int depth, Action<T> append)
    {
        text.Append(open);
        var isEmpty = true;
        foreach (var item in items)
        {
            text.Append(isEmpty ? "\n" : ",\n").Append(' ', depth + 1);
            append(item);
            isEmpty = false;
        }
        if (!isEmpty)
            text.Append('\n').Append(' ', depth);
        text.Append(close);
    }

    private static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }
        text.Append('"');
    }
}
