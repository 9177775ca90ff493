using System.Reflection;

namespace Unrolled.Exercises.Tests;

/// <summary>
/// Right answers to a chapter's exercises, written as different learners would write them; at least two for each exercise answered by
/// value or by property. Derive one class for each chapter and call <c>Right</c> in its constructor; tests find it by itself.
/// </summary>
public abstract class Answers
{
    private readonly List<(Exercise Exercise, Delegate Answer)> _right = [];

    /// <summary>All right answers of all chapters.</summary>
    public static IReadOnlyList<(Exercise Exercise, Delegate Answer)> All { get; } =
    [
        .. Assembly.GetExecutingAssembly().GetTypes().Where(type => type.IsSubclassOf(typeof(Answers)))
            .SelectMany(type => ((Answers)Activator.CreateInstance(type)!)._right),
    ];

    protected void Right<TFunction>(ValueExercise<TFunction> exercise, params TFunction[] answers) where TFunction : Delegate =>
        _right.AddRange(answers.Select(answer => ((Exercise)exercise, (Delegate)answer)));

    protected void Right<T>(PropertyExercise<T> exercise, params Func<T>[] answers) =>
        _right.AddRange(answers.Select(answer => ((Exercise)exercise, (Delegate)answer)));
}
