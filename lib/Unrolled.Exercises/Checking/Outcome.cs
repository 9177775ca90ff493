namespace Unrolled.Exercises;

/// <summary>What a check found.</summary>
public enum Outcome
{
    /// <summary>Right in every case.</summary>
    Passed,

    /// <summary>The stub stands there as it came.</summary>
    NotAttempted,

    /// <summary>Wrong, in a way the course knows.</summary>
    Misconception,

    /// <summary>Wrong, in a way the course does not know.</summary>
    Wrong,

    /// <summary>The learner's code threw an exception.</summary>
    Failed,

    /// <summary>It took longer than a check may.</summary>
    TooSlow,

    /// <summary>Right, but it changed what it was given.</summary>
    ChangedArgument,

    /// <summary>A question in words: the learner compares.</summary>
    Compare,
}

/// <summary>The words by which programs name outcomes.</summary>
public static class OutcomeWords
{
    /// <summary>The word of <see cref="Outcome.Passed"/>.</summary>
    public const string Passed = "passed";

    /// <summary>The word of <see cref="Outcome.NotAttempted"/>.</summary>
    public const string NotAttempted = "not-attempted";

    /// <summary>The word of <see cref="Outcome.Misconception"/>.</summary>
    public const string Misconception = "misconception";

    /// <summary>The word of <see cref="Outcome.Wrong"/>.</summary>
    public const string Wrong = "wrong";

    /// <summary>The word of <see cref="Outcome.Failed"/>.</summary>
    public const string Failed = "failed";

    /// <summary>The word of <see cref="Outcome.TooSlow"/>.</summary>
    public const string TooSlow = "too-slow";

    /// <summary>The word of <see cref="Outcome.ChangedArgument"/>.</summary>
    public const string ChangedArgument = "changed-argument";

    /// <summary>The word of <see cref="Outcome.Compare"/>.</summary>
    public const string Compare = "compare";

    /// <summary>All of them, from the best. A learner who left a failed attempt beside a right one has passed.</summary>
    public static IReadOnlyList<string> FromBest { get; } = [Passed, Compare, ChangedArgument, Misconception, Wrong, Failed, TooSlow, NotAttempted];

    /// <summary>The word of an outcome.</summary>
    public static string Word(this Outcome outcome) => outcome switch
    {
        Outcome.Passed => Passed,
        Outcome.NotAttempted => NotAttempted,
        Outcome.Misconception => Misconception,
        Outcome.Wrong => Wrong,
        Outcome.Failed => Failed,
        Outcome.TooSlow => TooSlow,
        Outcome.ChangedArgument => ChangedArgument,
        Outcome.Compare => Compare,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "There is no word for this outcome."),
    };
}
