namespace Unrolled.Exercises;

/// <summary>Stands in an exercise's stub until the learner writes an answer: <c>throw new NotAttempted();</c></summary>
// Read in notebooks as a sentence, "throw new NotAttempted()", hence the name without the suffix.
#pragma warning disable CA1710
public sealed class NotAttempted : Exception
#pragma warning restore CA1710
{
    /// <summary>Says what to do next.</summary>
    public NotAttempted() : base("This exercise has no answer yet. Replace this line by your own code and run the cell again.")
    {
    }
}
