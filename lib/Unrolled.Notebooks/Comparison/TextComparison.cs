using System.Text.RegularExpressions;

namespace Unrolled.Notebooks;

/// <summary>
/// Compares text piece by piece: numbers by <see cref="NumberText.IsCloseTo"/>, all between them exactly.
/// Line ends and GUIDs may differ. A number glued to letters, as in h1 or W2, is text, and so are 1.2.3 and #1f77b4.
/// </summary>
internal static partial class TextComparison
{
    private const int ExcerptLength = 24;

    /// <summary>What was expected and what came around the first difference; null when there is none.</summary>
    public static string? Compare(string expected, string actual) => Compare(expected, actual, NumberInText, (a, b) => a.IsCloseTo(b));

    /// <summary>The same for the geometry of a drawing, where numbers may touch letters (M10,20) and a difference too small to see is none.</summary>
    public static string? CompareCoordinates(string expected, string actual, double tolerance) =>
        Compare(expected, actual, Coordinate, (a, b) => a.IsCloseTo(b) || a.IsWithin(tolerance, b));

    /// <summary>The same for text in which nothing may differ.</summary>
    public static string? CompareExactly(string expected, string actual)
    {
        var same = expected.AsSpan().CommonPrefixLength(actual);
        return expected == actual ? null : Expected(expected, actual, same, same);
    }

    /// <summary>A line that shows two texts from where they part.</summary>
    public static string Expected(string expected, string actual, int expectedAt = 0, int actualAt = 0) =>
        $"expected {Excerpt(expected, expectedAt)}, got {Excerpt(actual, actualAt)}";

    private static string? Compare(string expected, string actual, Regex number, Func<NumberText, NumberText, bool> isClose)
    {
        (expected, actual) = (Normalise(expected), Normalise(actual));
        var (a, b) = (number.Match(expected), number.Match(actual));
        var (atA, atB) = (0, 0);
        while (true)
        {
            var textA = expected.AsSpan(atA..(a.Success ? a.Index : expected.Length));
            var textB = actual.AsSpan(atB..(b.Success ? b.Index : actual.Length));
            if (a.Success != b.Success || !textA.SequenceEqual(textB))
            {
                var same = textA.CommonPrefixLength(textB);
                return Expected(expected, actual, atA + same, atB + same);
            }
            if (!a.Success)
                return null;
            if (!a.ValueSpan.SequenceEqual(b.ValueSpan) && !isClose(NumberText.Parse(a.Value), NumberText.Parse(b.Value)))
                return Expected(expected, actual, a.Index, b.Index);
            (atA, atB) = (a.Index + a.Length, b.Index + b.Length);
            (a, b) = (a.NextMatch(), b.NextMatch());
        }
    }

    private static string Normalise(string text) => Guid.Replace(text.Replace("\r\n", "\n", StringComparison.Ordinal), "GUID");

    private static string Excerpt(string text, int at)
    {
        var from = Math.Max(0, at - ExcerptLength);
        var to = Math.Min(text.Length, at + ExcerptLength);
        // One line, and no colour codes that a terminal would obey.
        var excerpt = string.Concat(text[from..to].Select(c => c == '\n' ? '↵' : char.IsControl(c) ? '·' : c));
        return $"“{(from > 0 ? "…" : "")}{excerpt}{(to < text.Length ? "…" : "")}”";
    }

    [GeneratedRegex(@"\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\b")]
    private static partial Regex Guid { get; }

    // The exponent is short, so that no text can ask for a power of ten that fills the memory.
    [GeneratedRegex(@"(?<![\p{L}\p{N}_.#])(?>[-+−]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][-+]?[0-9]{1,4}(?![\p{L}\p{N}_]))?)(?!\.?[0-9])")]
    private static partial Regex NumberInText { get; }

    [GeneratedRegex(@"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]{1,4}(?![0-9]))?")]
    private static partial Regex Coordinate { get; }
}
