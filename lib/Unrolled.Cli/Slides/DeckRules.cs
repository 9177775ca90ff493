using System.Text.RegularExpressions;

namespace Unrolled.Cli.Slides;

/// <summary>What must hold in every deck, besides being fresh.</summary>
internal static partial class DeckRules
{
    /// <summary>The violations, each in one line that names deck and slide.</summary>
    public static IEnumerable<string> Violations(SlideFiles slides, CourseOutputs course)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var deck in slides.Decks)
        {
            var cells = course.Cells.GetValueOrDefault(deck.Name);
            foreach (var slide in deck.Slides)
            {
                var place = Invariant($"{deck.Name}, slide {slide.Number}");
                foreach (Match image in Image.Matches(slide.Text))
                {
                    used.Add(image.Groups["file"].Value);
                    if (!slides.Files.ContainsKey(image.Groups["file"].Value))
                        yield return $"{place}: the figure {image.Groups["file"].Value} does not exist; no notebook draws a figure of this name.";
                    if (image.Groups["alt"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => Keyword.IsMatch(word)))
                        yield return $"{place}: the figure {image.Groups["file"].Value} has no alt text. Write it between the brackets.";
                }

                if (cells is null || slide.Generated)
                    continue;
                foreach (var equation in course.Equations.MissingOn(slide.Text))
                    yield return $"{place}: no notebook has the equation {equation}. Write it as the chapter does, or there too.";
                if (!Timing.IsMatch(slide.Text))
                    yield return $"{place}: the speaker notes name no time. Begin them so: <!-- 2 min. … -->";
                foreach (var cell in CellName.Matches(slide.Text).Where(cell => !cells.Contains(cell.Groups["cell"].Value)))
                    yield return $"{place}: the notes name a cell {cell.Groups["cell"].Value}, which {deck.Name}.ipynb does not have.";
            }
        }

        foreach (var file in slides.Files.Keys.Where(file => file.StartsWith(SlideFiles.FigureFolder, StringComparison.Ordinal) && !used.Contains(file)))
            yield return $"{file} is on no slide.";
    }

    [GeneratedRegex(@"!\[(?<alt>[^\]]*)\]\((?<file>[^)\s]+)\)")]
    private static partial Regex Image { get; }

    // Marp reads these words between the brackets as instructions; they are not alt text.
    [GeneratedRegex(@"\A((w|h|width|height):\S+|bg|left(:\d+%)?|right(:\d+%)?|fit|contain|cover|auto|vertical|\d+%)\z")]
    private static partial Regex Keyword { get; }

    [GeneratedRegex(@"<!--\s*\d+ min")]
    private static partial Regex Timing { get; }

    [GeneratedRegex(@"\bcell `(?<cell>[^`]+)`")]
    private static partial Regex CellName { get; }
}
