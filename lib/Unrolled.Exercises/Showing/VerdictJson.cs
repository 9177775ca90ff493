using Unrolled.Figures;

namespace Unrolled.Exercises;

/// <summary>Feedback as programs read it; with a seal where a key is set.</summary>
internal static class VerdictJson
{
    public static string Of(Feedback feedback) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("id", feedback.Id);
        json.WriteString("outcome", Word(feedback.Outcome));
        json.WriteString("diagnosis", feedback.Diagnosis);
        if (Seal.Of(feedback.Id, Word(feedback.Outcome), feedback.Diagnosis) is { } seal)
            json.WriteString("seal", seal);
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
