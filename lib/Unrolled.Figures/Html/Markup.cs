using System.Text;

namespace Unrolled.Figures;

/// <summary>Text as XML and HTML allow it.</summary>
internal static class Markup
{
    /// <summary>A label with sub and sup elements, for HTML and for Plotly, which reads the same small set.</summary>
    public static string Of(string label) => string.Concat(RichText.Parse(label).Runs.Select(run => run.Level switch
    {
        RichText.Level.Sub => $"<sub>{Escaped(run.Text)}</sub>",
        RichText.Level.Super => $"<sup>{Escaped(run.Text)}</sup>",
        _ => Escaped(run.Text),
    }));

    /// <summary>
    /// Text for an element or, with its quotes escaped as well, for an attribute. Control characters and broken surrogate pairs, which XML
    /// forbids, become U+FFFD.
    /// </summary>
    public static string Escaped(string text, bool attribute = false)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' when attribute => escaped.Append("&quot;"),
                '\n' or '\t' => escaped.Append((char)rune.Value),
                < ' ' or (>= 0x7F and <= 0x9F) or 0xFFFE or 0xFFFF => escaped.Append('\uFFFD'),
                _ => escaped.Append(rune.ToString()),
            };
        }

        return escaped.ToString();
    }
}
