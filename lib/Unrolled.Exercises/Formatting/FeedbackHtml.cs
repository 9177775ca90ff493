using System.Text.RegularExpressions;
using Unrolled.Figures;

namespace Unrolled.Exercises;

/// <summary>Feedback as HTML: the page's own colours, with a bar at the side that says how it stands.</summary>
internal static partial class FeedbackHtml
{
    public static string Of(Feedback feedback)
    {
        var heading = $"{FeedbackText.Mark(feedback.Outcome)} {feedback.Id} {feedback.Title}: {feedback.Headline}";
        var lines = string.Concat(feedback.Lines.Select(line => $"<p style=\"margin:4px 0\">{Line(line)}</p>\n"));
        return $"<div style=\"border-left:4px solid {Color(feedback.Outcome)};padding:2px 12px\">\n" +
            $"<p style=\"margin:4px 0\"><strong>{Markup.Escaped(heading)}</strong></p>\n{lines}</div>\n";
    }

    // Green, vermilion and grey of the figures; the mark before the heading says the same without colour.
    private static string Color(Outcome outcome) => outcome switch
    {
        Outcome.Passed => "#0b8f63",
        Outcome.NotAttempted or Outcome.Compare => "#8c959f",
        _ => "#e8500a",
    };

    private static string Line(string text) => Code().Replace(Markup.Escaped(text), "<code>$1</code>");

    [GeneratedRegex("`([^`]*)`")]
    private static partial Regex Code();
}
