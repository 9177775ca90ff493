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
