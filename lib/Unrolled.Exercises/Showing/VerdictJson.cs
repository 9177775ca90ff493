using Unrolled.Figures;

namespace Unrolled.Exercises;

/// <summary>Feedback as programs read it: <c>{"id": "3.7", "outcome": "misconception", "diagnosis": "no bias"}</c>.</summary>
internal static class VerdictJson
{
    public static string Of(Feedback feedback) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("id", feedback.Id);
        json.WriteString("outcome", Word(feedback.Outcome));
        json.WriteString("diagnosis", feedback.Diagnosis);
        json.WriteEndObject();
    });

    private static string Word(Outcome outcome) => outcome switch
    {
        Outcome.NotAttempted => "not-attempted",
        Outcome.TooSlow => "too-slow",
        Outcome.ChangedArgument => "changed-argument",
        _ => outcome.ToString().ToLowerInvariant(),
    };
}
