using Unrolled.Exercises;

namespace Unrolled.Cli.Grading;

/// <summary>What became of one student's notebook.</summary>
/// <param name="Path">The file as it was named.</param>
/// <param name="Verdicts">The best verdict on each exercise that was checked.</param>
/// <param name="Exercises">The ids of the exercises that the notebook has cells for or checks.</param>
/// <param name="Problems">Cells that failed, in sentences.</param>
/// <param name="Unreadable">Why the notebook could not be run at all; null if it could.</param>
internal sealed record Graded(
    string Path, IReadOnlyDictionary<string, Verdict> Verdicts, IReadOnlySet<string> Exercises, IReadOnlyList<string> Problems, string? Unreadable)
{
    public static Graded Failed(string path, string why) => new(path, new Dictionary<string, Verdict>(), new HashSet<string>(), [], why);

    /// <summary>The outcome of an exercise; "missing" if it was never checked.</summary>
    public string Outcome(Exercise exercise) => Verdicts.TryGetValue(exercise.Id, out var verdict) ? verdict.Outcome : "missing";

    /// <summary>The outcome with the name of the mistake, where it is known: "misconception: no bias".</summary>
    public string Told(Exercise exercise) =>
        Verdicts.GetValueOrDefault(exercise.Id)?.Diagnosis is { } diagnosis ? diagnosis : Outcome(exercise);
}
