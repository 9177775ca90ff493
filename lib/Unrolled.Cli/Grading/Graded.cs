using System.Collections.Immutable;
using Unrolled.Exercises;

namespace Unrolled.Cli.Grading;

/// <summary>What became of one student's notebook.</summary>
internal sealed record Graded
{
    /// <summary>The file as it was named.</summary>
    public required string Path { get; init; }

    /// <summary>Whose it is.</summary>
    public required string Student { get; init; }

    /// <summary>By which the same content is known again; empty when it could not be read.</summary>
    public string Content { get; init; } = "";

    /// <summary>The best verdict on each exercise that was checked.</summary>
    public ImmutableSortedDictionary<string, Checked> Checks { get; init; } = ImmutableSortedDictionary<string, Checked>.Empty;

    /// <summary>The ids of the exercises that the notebook has cells for or checks.</summary>
    public ImmutableSortedSet<string> Exercises { get; init; } = [];

    /// <summary>Cells that failed and what else should be known, in sentences.</summary>
    public ImmutableArray<string> Problems { get; init; } = [];

    /// <summary>Why the notebook could not be run at all; null if it could.</summary>
    public string? Unreadable { get; init; }

    /// <summary>The outcome of an exercise; "missing" if it was never checked.</summary>
    public string Outcome(Exercise exercise) => Checks.GetValueOrDefault(exercise.Id)?.Verdict.Outcome ?? Verdict.Missing;

    /// <summary>The outcome with the name of the mistake, where it is known: "misconception: no bias".</summary>
    public string Told(Exercise exercise) => Checks.GetValueOrDefault(exercise.Id)?.Verdict.Diagnosis ?? Outcome(exercise);
}

/// <summary>The checks of one exercise in a notebook.</summary>
/// <param name="Verdict">The best.</param>
/// <param name="Attempts">How many times it was checked.</param>
/// <param name="Answer">The source of the cell that had the best verdict.</param>
internal sealed record Checked(Verdict Verdict, int Attempts, string Answer);
