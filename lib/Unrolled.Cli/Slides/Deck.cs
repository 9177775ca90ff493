using System.Text.RegularExpressions;

namespace Unrolled.Cli.Slides;

/// <summary>A Marp deck: front matter, then slides separated by lines of three dashes.</summary>
/// <param name="Name">The file's name without its extension.</param>
/// <param name="Text">The whole Markdown.</param>
internal sealed partial record Deck(string Name, string Text)
{
    /// <summary>The slides without the front matter, in their order.</summary>
    public IReadOnlyList<Slide> Slides
    {
        get
        {
            var slides = new List<Slide>();
            var (section, inStepper, generated, inCode) = ("", false, false, false);
            var lines = new List<string>();
            foreach (var line in FrontMatter.Replace(Text, "", 1).Split('\n'))
            {
                inCode ^= line.StartsWith("```", StringComparison.Ordinal);
                if (!inCode && line == "---")
                {
                    slides.Add(new(slides.Count + 1, section, generated, string.Join('\n', lines).Trim('\n')));
                    lines.Clear();
                    generated = inStepper;
                    continue;
                }

                if (SectionMark.Match(line) is { Success: true } mark)
                    section = mark.Groups[1].Value;
                var opens = line.StartsWith("<!-- stepper:", StringComparison.Ordinal);
                generated |= opens;
                inStepper = opens || (inStepper && line != "<!-- /stepper -->");
                lines.Add(line);
            }

            slides.Add(new(slides.Count + 1, section, generated, string.Join('\n', lines).Trim('\n')));
            return slides;
        }
    }

    [GeneratedRegex(@"\A---\n.*?\n---\n", RegexOptions.Singleline)]
    private static partial Regex FrontMatter { get; }

    [GeneratedRegex(@"\A<!-- section: ([a-z0-9-]+) -->\z")]
    private static partial Regex SectionMark { get; }
}

/// <summary>One slide.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Section">The name in the last <c>&lt;!-- section: … --&gt;</c> up to here; "" before the first.</param>
/// <param name="Generated">Whether it is a frame of a stepper.</param>
/// <param name="Text">Its Markdown.</param>
internal sealed record Slide(int Number, string Section, bool Generated, string Text);
