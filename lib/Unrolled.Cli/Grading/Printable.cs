using System.Globalization;
using System.Text;

namespace Unrolled.Cli.Grading;

/// <summary>Text of a student's as a report shows it. It can neither steer a terminal nor turn round what stands beside it.</summary>
internal static class Printable
{
    public static string Of(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => Steers(rune) ? "\uFFFD" : rune.ToString()));

    private static bool Steers(Rune rune) =>
        rune.Value is not ('\n' or '\t')
        && (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned
            || rune.Value is >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069 or 0xFFFE or 0xFFFF);
}
