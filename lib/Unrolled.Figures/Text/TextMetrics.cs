using System.Globalization;
using System.Text;

namespace Unrolled.Figures;

/// <summary>How much room a text needs. An SVG holds no font and the reader's is unknown, so this is an upper estimate.</summary>
/// <remarks>
/// Widths are the larger of DejaVu Sans and Liberation Sans (metrically Arial), in thousandths of the font size. DejaVu is the widest of
/// the usual sans-serif fonts, so a text that fits here fits everywhere.
/// </remarks>
internal static class TextMetrics
{
    /// <summary>The share of the font size that letters rise above the baseline.</summary>
    public const double Ascent = 0.8;

    /// <summary>The share of the font size that letters reach below the baseline.</summary>
    public const double Descent = 0.24;

    /// <summary>Bold letters are wider by at most this factor, averaged over a word.</summary>
    private const double Bold = 1.16;

    // The printable ASCII characters, from space to tilde.
    private static ReadOnlySpan<short> Ascii =>
    [
        318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337,
        636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 556,
        1015, 684, 686, 722, 770, 667, 611, 778, 752, 295, 500, 667, 557, 863, 748, 787,
        667, 787, 722, 667, 611, 732, 684, 989, 685, 667, 685, 390, 337, 390, 838, 556,
        500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612,
        635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
    ];

    /// <summary>The width of a plain text.</summary>
    /// <param name="text">The text, without markup.</param>
    /// <param name="size">The font size in pixels.</param>
    /// <param name="bold">Whether it is set in bold.</param>
    public static double Width(string text, double size, bool bold = false)
    {
        var sum = 0;
        foreach (var rune in text.EnumerateRunes()) sum += Advance(rune);
        return sum / 1000.0 * size * (bold ? Bold : 1);
    }

    private static int Advance(Rune rune)
    {
        var c = rune.Value;
        if (c is >= ' ' and <= '~') return Ascii[c - ' '];
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control => 0,
            _ when c is >= 0x2070 and <= 0x209C => 530, // superscripts and subscripts
            _ when c is 0xB2 or 0xB3 or 0xB9 => 410,
            _ when c is 0xB7 or 0x2009 or 0x202F => 318, // middle dot, narrow spaces
            _ when c >= 0x1F000 => 1400, // emoji
            _ when c is >= 0x2E80 and <= 0xFFFF => 1020, // East Asian
            UnicodeCategory.LowercaseLetter => c < 0x530 ? 660 : 850,
            UnicodeCategory.UppercaseLetter => 920,
            UnicodeCategory.DashPunctuation => 1000,
            _ => 1050,
        };
    }
}
