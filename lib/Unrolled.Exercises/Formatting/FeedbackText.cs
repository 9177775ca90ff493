namespace Unrolled.Exercises;

/// <summary>Feedback as text, a sentence to a line.</summary>
internal static class FeedbackText
{
    public static string Of(Feedback feedback) =>
        string.Join('\n', feedback.Lines.Prepend($"{Mark(feedback.Outcome)} {feedback.Id} {feedback.Title}: {feedback.Headline}"));

    /// <summary>A sign that can be told apart without colours.</summary>
    public static string Mark(Outcome outcome) => outcome switch
    {
        Outcome.Passed => "✓",
        Outcome.NotAttempted => "○",
        Outcome.Compare => "≟",
        _ => "✗",
    };
}
