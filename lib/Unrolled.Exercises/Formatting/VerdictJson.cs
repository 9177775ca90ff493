using Unrolled.Figures;

namespace Unrolled.Exercises;

/// <summary>Feedback as programs read it.</summary>
internal static class VerdictJson
{
    public static string Of(Feedback feedback, Func<string, string, string?, string>? seal = null) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("id", feedback.Id);
        json.WriteString("outcome", feedback.Outcome.Word());
        json.WriteString("diagnosis", feedback.Diagnosis);
        if (seal is not null)
            json.WriteString("seal", seal(feedback.Id, feedback.Outcome.Word(), feedback.Diagnosis));
        json.WriteEndObject();
    });
}
