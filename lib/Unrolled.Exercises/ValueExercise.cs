using System.Runtime.CompilerServices;
using MathNet.Numerics.Random;

namespace Unrolled.Exercises;

/// <summary>An exercise whose answer is a function, judged by the values it returns.</summary>
/// <remarks>
/// <para><b>Authoring.</b> A chapter's exercises are the public static properties of the static partial class <c>Chapter0N</c> in
/// <c>Chapters/Chapter0N/</c>, one file to an exercise or two. <c>Chapters/Chapter02/OneStep.cs</c> is one to copy.</para>
/// <para><b>The function</b> is a public delegate, nested in the chapter's class. Its parameters' names show in the learner's editor and in
/// feedback. It may take and return <c>double</c>, <c>Complex</c>, <c>int</c>, <c>bool</c>, <c>string</c>, enums,
/// <c>Vector&lt;double&gt;</c>, <c>Matrix&lt;double&gt;</c>, <see cref="Sequence"/>, and arrays, lists, tuples and records of these; it
/// may also return a set. A record counts as the properties named like the parameters of its constructor: <see cref="RnnParameters"/>,
/// gradients, a trace. As argument it may also take what nobody can change: <see cref="Activation"/>, <see cref="SequenceLoss"/>, a
/// delegate. Names in the returned tuple are used in feedback: <c>(Vector&lt;double&gt; h_t, Vector&lt;double&gt; o_t)</c>.</para>
/// <para><b>Cases</b> come from the generator they are given and nothing else, each with a label that says its shape. Take several shapes:
/// n_x ≠ n_h ≠ n_q, and all equal; state and biases not zero. The arguments stand in the order of the delegate's parameters, with the very
/// types it names. Misconceptions must differ there from the truth and from each other in at least one case; a case in which some of them
/// happen to be right is allowed.</para>
/// <para><b>Misconceptions</b> are wrong functions. One is diagnosed where the learner's function does the same in every case: the same
/// values, NaN included; the same wrong shape; an exception of the same type. So one that throws where shapes differ is recognised all
/// the same, provided there is a case in which it returns something wrong. Never put a right number into a diagnosis.</para>
/// <para><b>Numbers</b> agree within <see cref="Tolerance"/> times the largest entry of their vector, matrix or list; ints, words and
/// sets must be equal. <b>Answers</b>: give two or more, written differently, in a test class derived from <c>Answers</c>.</para>
/// </remarks>
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
