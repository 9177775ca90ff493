using System.Text.Json;
using Unrolled.Exercises;
using Unrolled.Notebooks;

namespace Unrolled.Cli;

/// <summary>What a check said, as it stands among a cell's outputs.</summary>
/// <param name="Id">The exercise, "3.7".</param>
/// <param name="Outcome">"passed", "misconception" …</param>
/// <param name="Diagnosis">The misconception that was recognised, or null.</param>
/// <param name="Seal">Proof that a check gave it, where one was asked for.</param>
internal sealed record Verdict(string Id, string Outcome, string? Diagnosis, string? Seal)
{
    /// <summary>The outcome of an exercise that was never checked.</summary>
    public const string Missing = "missing";

    public bool Passed => Outcome == OutcomeWords.Passed;

    /// <summary>A place in the order from best to worst.</summary>
    public int Rank => OutcomeWords.FromBest.TakeWhile(word => word != Outcome).Count();

    /// <summary>The verdict in an output, or null if it holds none.</summary>
    public static Verdict? In(CellOutput output) =>
        output is DataOutput data && data.Data.TryGetValue(Feedback.VerdictMimeType, out var json) ? Read(json) : null;

    // Anyone can display anything in this form.
    private static Verdict? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Verdict>(json, JsonSerializerOptions.Web) is { Id: not null, Outcome: not null } verdict ? verdict : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
