namespace Unrolled.Exercises;

/// <summary>A property that a construction must have.</summary>
/// <typeparam name="T">What is constructed.</typeparam>
/// <param name="Name">The property in a few words, unique in its exercise: "ρ is below 1".</param>
/// <param name="Diagnosis">One sentence to the learner where it does not hold.</param>
/// <param name="Reread">The section that explains it, "4.4".</param>
/// <param name="Holds">Whether it holds; it may run the construction.</param>
/// <param name="Wrong">A construction, as a learner might build it, that fails at this condition and at none before.</param>
public sealed record Condition<T>(string Name, string Diagnosis, string Reread, Func<T, bool> Holds, Func<T> Wrong);
