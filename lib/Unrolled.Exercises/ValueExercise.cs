using System.Runtime.CompilerServices;
using MathNet.Numerics.Random;

namespace Unrolled.Exercises;

/// <summary>An exercise whose answer is a function, judged by the values it returns.</summary>
/// <remarks><c>CONTRIBUTING.md</c> tells how to write one: which types a function may take, what cases and misconceptions must be.</remarks>
/// <typeparam name="TFunction">The delegate that the learner writes.</typeparam>
public sealed class ValueExercise<TFunction> : Exercise, IValueExercise where TFunction : Delegate
{
    // Not public: who could make an exercise could make one that passes, and hand in its verdict.
    internal ValueExercise(string id, string title, [CallerMemberName] string property = "") : base(id, title, property)
    {
    }

    /// <summary>Makes the cases on which answers are compared.</summary>
    public required Func<MersenneTwister, IReadOnlyList<TestCase>> Cases { internal get; init; }

    /// <summary>The right function.</summary>
    public required TFunction Reference { internal get; init; }

    /// <summary>The wrong functions that learners really write; at least two.</summary>
    public required IReadOnlyList<Misconception<TFunction>> Misconceptions { internal get; init; }

    /// <summary>How far a number may be off, relative to the largest of its vector, matrix or list.</summary>
    public double Tolerance { internal get; init; } = 1e-9;

    /// <summary>Runs your function on random cases and says how it did; it never tells the right numbers.</summary>
    /// <param name="answer">The function you wrote.</param>
    public Feedback Check(TFunction answer) => CheckAndRemember(answer);

    internal override Delegate OwnAnswer => Reference;

    internal override IEnumerable<(string Name, Delegate Answer)> WrongAnswers => Misconceptions.Select(m => (m.Name, (Delegate)m.Wrong));

    internal override Feedback Check(Delegate answer, TimeSpan limit)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var cases = Cases(new MersenneTwister(Seed));
        var right = Attempts.OfOurs(Reference, cases);
        if (right.Done.Select(attempt => attempt.Error).FirstOrDefault(error => error is not null) is { } error)
            throw Attempts.Mistake($"its reference threw {error.GetType().Name}: {error.Message}", error);
        return ValueCheck.Of(this, right, Attempts.OfLearner(answer, cases, limit));
    }

    IReadOnlyList<TestCase> IValueExercise.MakeCases(int seed) => Cases(new MersenneTwister(seed));

    Feedback IValueExercise.FeedbackOn(Attempts right, Attempts given) => ValueCheck.Of(this, right, given);

    // The same cases at every run: feedback that stands in a notebook must be the same on every machine.
    private int Seed => 100 * Chapter + Number;
}

/// <summary>The two halves of a check, for tests that put something between them.</summary>
internal interface IValueExercise
{
    IReadOnlyList<TestCase> MakeCases(int seed);

    Feedback FeedbackOn(Attempts right, Attempts given);
}
