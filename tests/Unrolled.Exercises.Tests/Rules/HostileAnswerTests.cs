using System.Reflection;
using System.Runtime.CompilerServices;
using MathNet.Numerics.LinearAlgebra;

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

    /// <summary>Those whose answer can be null.</summary>
    public static TheoryData<string> IdsOfReferences => Where(exercise => !Returned(exercise).IsValueType);

    /// <summary>Those whose answer has a shape.</summary>
    public static TheoryData<string> IdsOfShapes => Where(exercise => CanBe(exercise, Spoiled.Shape));

    /// <summary>Those whose answer holds a number that may be NaN.</summary>
    public static TheoryData<string> IdsOfNumbers => Where(exercise => CanBe(exercise, Spoiled.Number));

    /// <summary>Those that are given something to write into.</summary>
    public static TheoryData<string> IdsOfArguments => Where(exercise =>
        exercise is IValueExercise byValue && byValue.MakeCases(1).Any(on => on.Arguments.Any(argument => Spoiled.Overwrite(DeepCopy.Of(argument)))));

    // Nothing falls out of these lists unseen: what an answer can be follows from its type.
    [Fact]
    public void Every_answer_of_a_type_with_a_shape_is_tried_with_a_wrong_one() => Assert.Equal(
        Where(exercise => exercise is IValueExercise && HasShape(Returned(exercise))).Select(row => row.Data), IdsOfShapes.Select(row => row.Data));

    [Fact]
    public void Every_answer_of_a_type_with_numbers_is_tried_with_NaN() => Assert.Equal(
        Where(exercise => exercise is IValueExercise && HasNumbers(Returned(exercise))).Select(row => row.Data), IdsOfNumbers.Select(row => row.Data));

    [Theory]
    [MemberData(nameof(IdsOfReferences))]
    public void Null_is_told(string id)
    {
        var feedback = Check(id, _ => null);
        if (Catalogue.Find(id) is WordsExercise)
            Assert.Equal(Outcome.NotAttempted, feedback.Outcome);
        else
            AssertWrong(feedback, "returned null");
    }

    [Theory]
    [MemberData(nameof(IdsOfShapes))]
    public void A_wrong_shape_is_told_as_one(string id) => AssertWrong(CheckSpoiled(id, Spoiled.Shape), "Expected shape");

    [Theory]
    [MemberData(nameof(IdsOfNumbers))]
    public void NaN_is_told_as_such(string id) => AssertWrong(CheckSpoiled(id, Spoiled.Number), "NaN");

    [Theory]
    [MemberData(nameof(IdsOfArguments))]
    public void Overwritten_arguments_are_told_and_do_no_harm(string id)
    {
        var exercise = Catalogue.Find(id)!;
        var answer = Made.Like(exercise.OwnAnswer, arguments =>
        {
            var result = exercise.OwnAnswer.DynamicInvoke(arguments);
            // One is enough: the answer may be made of the others.
            _ = arguments.Any(Spoiled.Overwrite);
            return result;
        });
        Assert.Equal(Outcome.ChangedArgument, exercise.Check(answer, Patience.Limit).Outcome);
        Assert.NotEqual(Outcome.Failed, exercise.Check(exercise.OwnAnswer, Patience.Limit).Outcome);
    }

    private static Feedback Check(string id, Func<object?[], object?> body, TimeSpan? limit = null)
    {
        var exercise = Catalogue.Find(id)!;
        return exercise.Check(Made.Like(exercise.OwnAnswer, body), limit ?? Patience.Limit);
    }

    private static Feedback CheckSpoiled(string id, Func<object?, object?> spoil)
    {
        var exercise = Catalogue.Find(id)!;
        return exercise.Check(Made.Changed(exercise.OwnAnswer, spoil), Patience.Limit);
    }

    private static TheoryData<string> Where(Func<Exercise, bool> holds) => [.. Catalogue.All.Where(holds).Select(exercise => exercise.Id)];

    private static Type Returned(Exercise exercise) => exercise.OwnAnswer.GetMethodInfo().ReturnType;

    // A set has none, and parameters refuse a wrong one themselves.
    private static bool HasShape(Type type) => type == typeof(Vector<double>) || type == typeof(Matrix<double>) || type == typeof(Sequence)
        || type == typeof(IReadOnlyList<Vector<double>>) || IsTuple(type) && type.GetGenericArguments().Any(HasShape);

    private static bool HasNumbers(Type type) => type == typeof(double) || type == typeof(RnnParameters) || HasShape(type)
        || IsTuple(type) && type.GetGenericArguments().Any(HasNumbers);

    private static bool IsTuple(Type type) => type.IsAssignableTo(typeof(ITuple));

    private static bool CanBe(Exercise exercise, Func<object?, object?> spoil) => exercise is IValueExercise byValue
        && byValue.MakeCases(1).All(on => spoil(exercise.OwnAnswer.DynamicInvoke([.. on.Arguments.Select(DeepCopy.Of)])) is not null);

    // A known misconception may well have that shape, or be NaN.
    private static void AssertWrong(Feedback feedback, string told)
    {
        if (feedback.Outcome == Outcome.Misconception)
            return;
        Assert.Equal(Outcome.Wrong, feedback.Outcome);
        Assert.Contains(told, feedback.ToString(), StringComparison.Ordinal);
    }
}
