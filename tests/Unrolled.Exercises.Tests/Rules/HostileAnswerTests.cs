using System.Reflection;

namespace Unrolled.Exercises.Tests;

/// <summary>Whatever a learner's code does, a check of any exercise ends with clear feedback.</summary>
public sealed class HostileAnswerTests
{
    public static TheoryData<string> Ids => [.. Catalogue.All.Select(exercise => exercise.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_stub_is_not_attempted(string id) =>
        Assert.Equal(Outcome.NotAttempted, Check(id, _ => throw new NotAttempted()).Outcome);

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_exception_is_told_with_its_message(string id)
    {
        var feedback = Check(id, _ => throw new InvalidOperationException("told to the learner"));
        Assert.Equal(Outcome.Failed, feedback.Outcome);
        Assert.Contains("InvalidOperationException: told to the learner", feedback.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_endless_loop_is_stopped(string id)
    {
        var looping = true;
        var feedback = Check(id, _ =>
        {
            while (looping)
            {
            }

            return null;
        }, TimeSpan.FromMilliseconds(100));
        looping = false;
        Assert.Equal(Outcome.TooSlow, feedback.Outcome);
        Assert.DoesNotContain("still running", feedback.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Null_is_told(string id)
    {
        if (ReturnType(id).IsValueType)
            return;
        var feedback = Check(id, _ => null);
        if (Catalogue.Find(id) is WordsExercise)
            Assert.Equal(Outcome.NotAttempted, feedback.Outcome);
        else
            AssertWrong(feedback, "returned null");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_wrong_shape_is_told_as_one(string id)
    {
        if (Spoil(id, Spoiled.Shape) is not { } answer)
            return;
        AssertWrong(Catalogue.Find(id)!.Check(answer, Patience.Limit), "Expected shape");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void NaN_is_told_as_such(string id)
    {
        if (Spoil(id, Spoiled.Number) is not { } answer)
            return;
        AssertWrong(Catalogue.Find(id)!.Check(answer, Patience.Limit), "NaN");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Overwritten_arguments_are_told_and_do_no_harm(string id)
    {
        var exercise = Catalogue.Find(id)!;
        var overwritten = false;
        var answer = Made.Like(exercise.OwnAnswer, arguments =>
        {
            var result = exercise.OwnAnswer.DynamicInvoke(arguments);
            overwritten |= arguments.Any(Spoiled.Overwrite);
            return result;
        });
        var feedback = exercise.Check(answer, Patience.Limit);
        if (overwritten)
            Assert.Equal(Outcome.ChangedArgument, feedback.Outcome);
        Assert.NotEqual(Outcome.Failed, exercise.Check(exercise.OwnAnswer, Patience.Limit).Outcome);
    }

    private static Feedback Check(string id, Func<object?[], object?> body, TimeSpan? limit = null)
    {
        var exercise = Catalogue.Find(id)!;
        return exercise.Check(Made.Like(exercise.OwnAnswer, body), limit ?? Patience.Limit);
    }

    // Null where none of the exercise's answers can be wrong in this way.
    private static Delegate? Spoil(string id, Func<object?, object?> spoil)
    {
        var exercise = Catalogue.Find(id)!;
        var possible = exercise is IValueExercise byValue && byValue.MakeCases(1).All(on => spoil(exercise.OwnAnswer.DynamicInvoke([.. on.Arguments])) is not null);
        return possible ? Made.Changed(exercise.OwnAnswer, spoil) : null;
    }

    // A known misconception may well have that shape, or be NaN.
    private static void AssertWrong(Feedback feedback, string told)
    {
        if (feedback.Outcome == Outcome.Misconception)
            return;
        Assert.Equal(Outcome.Wrong, feedback.Outcome);
        Assert.Contains(told, feedback.ToString(), StringComparison.Ordinal);
    }

    private static Type ReturnType(string id) => Catalogue.Find(id)!.OwnAnswer.GetMethodInfo().ReturnType;
}
