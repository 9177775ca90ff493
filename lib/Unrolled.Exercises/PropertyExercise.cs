using System.Runtime.CompilerServices;

namespace Unrolled.Exercises;

/// <summary>An exercise whose answer is a construction: anything will do that has certain properties.</summary>
/// <remarks><c>CONTRIBUTING.md</c> tells how to write one: in which order conditions are asked, and what each needs.</remarks>
/// <typeparam name="T">What is constructed; of a type that the function of a <see cref="ValueExercise{TFunction}"/> may return.</typeparam>
public sealed class PropertyExercise<T> : Exercise
{
    internal PropertyExercise(string id, string title, [CallerMemberName] string property = "") : base(id, title, property)
    {
    }

    /// <summary>What must hold, in the order in which it is asked.</summary>
    public required IReadOnlyList<Condition<T>> Conditions { internal get; init; }

    /// <summary>A construction that passes.</summary>
    public required Func<T> Reference { internal get; init; }

    /// <summary>Runs your construction and says whether it has the properties asked for.</summary>
    /// <param name="construct">The function you wrote.</param>
    public Feedback Check(Func<T> construct) => CheckAndRemember(construct);

    internal override Delegate OwnAnswer => Reference;

    internal override IEnumerable<(string Name, Delegate Answer)> WrongAnswers => Conditions.Select(c => (c.Name, (Delegate)c.Wrong));

    internal override Feedback Check(Delegate answer, TimeSpan limit)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return OnLearnersThread("building it", at =>
        {
            var construction = ((Func<T>)answer)();
            if (Refused(construction) is { } refused)
                return refused;
            foreach (var condition in Conditions)
            {
                at($"trying whether {condition.Name}");
                if (!condition.Holds(construction))
                    return Feedback.Misconception(this, condition.Name, condition.Diagnosis, condition.Reread);
            }

            return Feedback.Passed(this);
        }, limit);
    }

    private Feedback? Refused(T construction)
    {
        if (construction is null)
            return Feedback.Wrong(this, "Your function returned null.");
        var numbers = Answer.Of(construction).Parts.SelectMany(part => part.Numbers);
        return numbers.All(double.IsFinite) ? null : Feedback.Wrong(this, "What your function returned holds a number that is NaN or infinite.");
    }
}
