using System.Collections.Immutable;
using System.Globalization;

namespace Unrolled.Figures;

/// <summary>The colours of the course's figures.</summary>
/// <remarks>
/// The six series colours stay apart under normal vision, deuteranopia and protanopia (ΔE*ab ≥ 26 after the simulation of
/// Machado, Oliveira and Fernandes 2009), and each has a contrast of at least 3 : 1 against the white card that every figure paints.
/// The card makes a figure look the same on a light and on a dark page: no single text colour reaches 4.5 : 1 on both.
/// </remarks>
public static class Palette
{
    /// <summary>The series colours, in the order in which traces take them: blue, vermilion, green, purple, ink, sky.</summary>
    public static ImmutableArray<string> Colors { get; } = ["#1f5ecc", "#e8500a", "#0b8f63", "#97418b", "#33363d", "#5793da"];

    /// <summary>What lies behind every figure.</summary>
    public const string Card = "#ffffff";

    /// <summary>Titles and labels.</summary>
    public const string Text = "#24292f";

    /// <summary>Tick labels and other secondary text.</summary>
    public const string Muted = "#57606a";

    /// <summary>Axis lines and ticks.</summary>
    public const string AxisLine = "#8c959f";

    /// <summary>Grid lines.</summary>
    public const string Grid = "#e7eaee";

    /// <summary>The same hue, dark enough for text on the card: a contrast of at least 4.5 : 1.</summary>
    /// <param name="color">A colour as <c>#rrggbb</c>.</param>
    public static string ForText(string color)
    {
        while (Contrast(color, Card) < 4.5)
        {
            var (r, g, b) = Channels(color);
            color = Invariant($"#{(int)(r * 0.95):x2}{(int)(g * 0.95):x2}{(int)(b * 0.95):x2}");
        }

        return color;
    }

    /// <summary>The contrast ratio of two colours, from 1 to 21 (WCAG 2.2, relative luminance).</summary>
    /// <param name="a">A colour as <c>#rrggbb</c>.</param>
    /// <param name="b">A colour as <c>#rrggbb</c>.</param>
    public static double Contrast(string a, string b)
    {
        var (la, lb) = (Luminance(a), Luminance(b));
        return (Math.Max(la, lb) + 0.05) / (Math.Min(la, lb) + 0.05);
    }

    private static double Luminance(string color)
    {
        var (r, g, b) = Channels(color);
        return 0.2126 * Linear(r) + 0.7152 * Linear(g) + 0.0722 * Linear(b);

        static double Linear(int channel)
        {
            var c = channel / 255.0;
            return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
        }
    }

    private static (int R, int G, int B) Channels(string color)
    {
        if (color.Length != 7 || color[0] != '#' || !color.AsSpan(1).ContainsOnlyHexDigits())
            throw new ArgumentException($"A colour is written #rrggbb, for example #1f5ecc; got '{color}'.", nameof(color));
        return (Channel(1), Channel(3), Channel(5));

        int Channel(int start) => int.Parse(color.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }

    private static bool ContainsOnlyHexDigits(this ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (!char.IsAsciiHexDigit(c)) return false;
        return true;
    }
}
