using Unrolled.Figures;

namespace Unrolled.Exercises;

/// <summary>Feedback as programs read it.</summary>
internal static class VerdictJson
{
    public static string Of(Feedback feedback, Func<string, string, string?, string>? seal = null) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("id", feedback.Id);
        json.WriteString("outcome", Word(feedback.Outcome));
        json.WriteString("diagnosis", feedback.Diagnosis);
        if (seal is not null)
            json.WriteString("seal", seal(feedback.Id, Word(feedback.Outcome), feedback.Diagnosis));
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
