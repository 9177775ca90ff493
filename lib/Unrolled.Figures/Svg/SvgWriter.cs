using System.Globalization;
using System.Text;

namespace Unrolled.Figures;

/// <summary>Writes SVG with presentation attributes only: no ids, styles or scripts, so that many images can share a page.</summary>
internal sealed class SvgWriter
{
    private readonly StringBuilder svg = new();

    /// <summary>Where a label stands from its x: it begins there, has its middle there, or ends there.</summary>
    internal enum Anchor
    {
        Start,
        Middle,
        End,
    }

    public override string ToString() => svg.ToString();

    /// <summary>Begins an image: a card with a title and a description for screen readers.</summary>
    /// <param name="width">The width in pixels.</param>
    /// <param name="height">The height in pixels.</param>
    /// <param name="name">The name by which slides find it; "" for none.</param>
    /// <param name="title">The title.</param>
    /// <param name="description">The alt text.</param>
    public void OpenImage(double width, double height, string name, string title, string description)
    {
        Open(
            "svg",
            ("xmlns", "http://www.w3.org/2000/svg"), ("width", width), ("height", height),
            ("viewBox", Path($"0 0 {width} {height}")), ("role", "img"),
            ("data-name", name.Length > 0 ? name : null), ("font-family", Style.Fonts), ("fill", Palette.Text));
        Plain("title", title);
        Plain("desc", description);
        Empty("rect", ("width", width), ("height", height), ("rx", 6.0), ("fill", Palette.Card));
    }

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

    public void Plain(string element, string text) =>
        svg.Append('<').Append(element).Append('>').Append(Markup.Escaped(text)).Append("</").Append(element).Append(">\n");

    /// <summary>A line without filling.</summary>
    public void Line(string path, string color, double width = 1, Dash dash = Dash.Solid) => Empty(
        "path",
        ("d", path), ("fill", "none"), ("stroke", color), ("stroke-width", width == 1 ? null : width),
        ("stroke-dasharray", Style.DashArray(dash)), ("stroke-linejoin", width > 1 ? "round" : null));

    public void Rectangle(Box box, string fill, double opacity = 1) => Empty(
        "rect",
        ("x", box.Left), ("y", box.Top), ("width", box.Width), ("height", box.Height),
        ("fill", fill), ("fill-opacity", opacity == 1 ? null : opacity));

    /// <summary>A label on its baseline.</summary>
    /// <param name="text">The label, with subscripts and superscripts.</param>
    /// <param name="size">The font size.</param>
    /// <param name="x">Where its anchor stands.</param>
    /// <param name="y">Where its baseline lies.</param>
    /// <param name="anchor">Which part of it stands at x.</param>
    /// <param name="fill">The colour; null is that of the image.</param>
    /// <param name="bold">Whether it is bold.</param>
    /// <param name="halo">Whether it is set off from what lies behind it.</param>
    public void Label(
        string text, double size, double x, double y,
        Anchor anchor = Anchor.Start, string? fill = null, bool bold = false, bool halo = false) =>
        Text(
            RichText.Parse(text),
            size,
            ("x", x), ("y", y), ("text-anchor", Name(anchor)), ("fill", fill), ("font-weight", bold ? "bold" : null),
            ("stroke", halo ? Palette.Card : null), ("stroke-width", halo ? 3.0 : null), ("paint-order", halo ? "stroke" : null));

    /// <summary>A label that reads upwards; its baseline stands at x.</summary>
    public void Upright(string text, double size, double x, double y, Anchor anchor, string? fill = null) => Text(
        RichText.Parse(text),
        size,
        ("transform", Path($"translate({x} {y}) rotate(-90)")), ("text-anchor", Name(anchor)), ("fill", fill));

    /// <summary>Path data whose numbers are written as those of every attribute.</summary>
    public static string Path(FormattableString path) =>
        string.Format(CultureInfo.InvariantCulture, path.Format, [.. path.GetArguments().Select(number => Number((double)number!))]);

    /// <summary>A number with at most two decimals, the same under every culture.</summary>
    public static string Number(double value)
    {
        var text = value.ToString("0.##", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }

    // Subscripts and superscripts are moved off the baseline by dy: baseline-shift is not known everywhere.
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

    private void Start(string element, ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        svg.Append('<').Append(element);
        foreach (var (name, value) in attributes)
        {
            if (value is null) continue;
            var text = value is double number ? Number(number) : Markup.Escaped((string)value, attribute: true);
            svg.Append(' ').Append(name).Append("=\"").Append(text).Append('"');
        }
    }

    private static string? Name(Anchor anchor) => anchor switch { Anchor.Middle => "middle", Anchor.End => "end", _ => null };
}
