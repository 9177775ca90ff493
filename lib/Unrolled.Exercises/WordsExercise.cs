using System.Runtime.CompilerServices;

namespace Unrolled.Exercises;

/// <summary>A question to answer in words. Nothing is judged: the learner compares with a model answer.</summary>
public sealed class WordsExercise : Exercise
{
    internal WordsExercise(string id, string title, [CallerMemberName] string property = "") : base(id, title, property)
    {
    }

    /// <summary>A good answer in a few sentences, as plain text.</summary>
    public required string ModelAnswer { internal get; init; }

    /// <summary>Shows a model answer beside which to read your own.</summary>
    /// <param name="answer">The function that returns your answer.</param>
    public Feedback Check(Func<string> answer) => CheckAndRemember(answer);

    internal override Delegate OwnAnswer => () => ModelAnswer;

    internal override IEnumerable<(string Name, Delegate Answer)> WrongAnswers => [];

    internal override Feedback Check(Delegate answer, TimeSpan limit)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return OnLearnersThread("your answer", _ => string.IsNullOrWhiteSpace(((Func<string?>)answer)())
            ? Feedback.NotAttempted(this)
            : Feedback.Compare(this, ModelAnswer), limit);
    }
}
