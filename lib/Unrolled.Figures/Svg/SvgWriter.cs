using System.Globalization;
using System.Text;

namespace Unrolled.Figures;

/// <summary>Writes SVG elements with presentation attributes only: no ids, styles or scripts, so that many images can share a page.</summary>
internal sealed class SvgWriter
{
    private readonly StringBuilder svg = new();

    public override string ToString() => svg.ToString();

    public void Open(string element, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        Start(element, attributes);
        svg.Append(">\n");
    }

    public void Close(string element) => svg.Append("</").Append(element).Append(">\n");

    public void Empty(string element, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        Start(element, attributes);
        svg.Append("/>\n");
    }

    public void Plain(string element, string text) => svg.Append('<').Append(element).Append('>').Append(Markup.Escaped(text)).Append("</").Append(element).Append(">\n");

    /// <summary>A text with subscripts and superscripts, moved off the baseline by dy: baseline-shift is not known everywhere.</summary>
    public void Text(RichText text, double size, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        Start("text", [("font-size", size), .. attributes]);
        svg.Append('>');
        var offset = 0.0;
        foreach (var run in text.Runs)
        {
            var wanted = run.Level switch { RichText.Level.Sub => 0.2 * size, RichText.Level.Super => -0.34 * size, _ => 0 };
            if (wanted == 0 && offset == 0)
            {
                svg.Append(Markup.Escaped(run.Text));
                continue;
            }

            svg.Append("<tspan dy=\"").Append(Number(wanted - offset)).Append('"');
            if (wanted != 0) svg.Append(" font-size=\"").Append(Number(size * RichText.ScriptScale)).Append('"');
            svg.Append('>').Append(Markup.Escaped(run.Text)).Append("</tspan>");
            offset = wanted;
        }

        svg.Append("</text>\n");
    }

    /// <summary>A number with at most two decimals, the same under every culture.</summary>
    public static string Number(double value)
    {
        var text = value.ToString("0.##", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }

    private void Start(string element, ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        svg.Append('<').Append(element);
        foreach (var (name, value) in attributes)
        {
            if (value is null) continue;
            var text = value switch
            {
                double number => Number(number),
                int number => number.ToString(CultureInfo.InvariantCulture),
                _ => Markup.Escaped((string)value, attribute: true),
            };
            svg.Append(' ').Append(name).Append("=\"").Append(text).Append('"');
        }
    }
}
