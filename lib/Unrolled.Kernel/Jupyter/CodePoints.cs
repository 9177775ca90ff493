namespace Unrolled.Kernel.Jupyter;

/// <summary>Places in a text: Jupyter counts code points (since protocol 5.2), .NET counts UTF-16 units.</summary>
internal static class CodePoints
{
    /// <summary>The UTF-16 offset of a place counted in code points; places outside the text are moved to its ends.</summary>
    public static int ToUtf16(string text, int codePoints)
    {
        var offset = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (codePoints-- <= 0)
                break;
            offset += rune.Utf16SequenceLength;
        }

        return offset;
    }

    /// <summary>How many code points stand before a UTF-16 offset.</summary>
    public static int FromUtf16(string text, int offset)
    {
        var count = 0;
        foreach (var _ in text.AsSpan(0, offset).EnumerateRunes())
            count++;
        return count;
    }
}
