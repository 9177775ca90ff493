namespace Unrolled.Exercises;

/// <summary>A wrong answer that learners really give.</summary>
/// <typeparam name="TFunction">The function that the exercise asks for.</typeparam>
/// <param name="Name">A few words, unique in its exercise: "no bias".</param>
/// <param name="Diagnosis">One sentence to the learner on what went wrong, without any number: "You left b_h out of a_t."</param>
/// <param name="Reread">The section that explains it, "2.1".</param>
/// <param name="Wrong">The wrong answer as code.</param>
public sealed record Misconception<TFunction>(string Name, string Diagnosis, string Reread, TFunction Wrong) where TFunction : Delegate;
