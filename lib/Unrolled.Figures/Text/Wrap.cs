using System.Collections.Immutable;

namespace Unrolled.Figures;

/// <summary>Breaks a label into lines that fit, between words where it can and inside a word where it must.</summary>
internal static class Wrap
{
    public static ImmutableArray<string> Lines(string text, double width, double size, bool bold = false)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        var line = "";
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : line + " " + word;
            if (Fits(longer))
            {
                line = longer;
                continue;
            }

            if (line.Length > 0) lines.Add(line);
            line = word;
            while (!Fits(line))
            {
                var head = Head(line);
                if (head == line.Length) break;
                lines.Add(line[..head]);
                line = line[head..];
            }
        }

        if (line.Length > 0) lines.Add(line);
        return lines.ToImmutable();

        bool Fits(string s) => RichText.Parse(s).Width(size, bold) <= width;

        // The longest beginning that fits, at least one character, never half a surrogate pair.
        int Head(string word)
        {
            var length = 0;
            var room = width;
            foreach (var rune in word.EnumerateRunes())
            {
                room -= TextMetrics.Width(rune.ToString(), size, bold);
                if (room < 0 && length > 0) break;
                length += rune.Utf16SequenceLength;
            }

            return length;
        }
    }
}
