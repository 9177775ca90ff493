namespace Unrolled.Exercises;

/// <summary>Turns what a learner's function did into feedback.</summary>
internal static class ValueCheck
{
    /// <summary>The feedback on a function judged by its values.</summary>
    /// <param name="exercise">The exercise.</param>
    /// <param name="right">What the right function does.</param>
    /// <param name="given">What the learner's function does.</param>
    public static Feedback Of<TFunction>(ValueExercise<TFunction> exercise, Attempts right, Attempts given) where TFunction : Delegate
    {
        if (given.Done.Any(attempt => attempt.Error is NotAttempted))
            return Feedback.NotAttempted(exercise);
        if (given.Ending != Ending.Completed && given.Done.Count < given.Cases.Count)
            return Feedback.TooSlow(exercise, Where(given, given.Done.Count), given.Ending);
        if (given.AgreeWith(right, exercise.Tolerance))
            return given.Done.SelectMany(attempt => attempt.Changed).FirstOrDefault() is { } changed
                ? Feedback.ChangedArgument(exercise, changed)
                : Feedback.Passed(exercise);

        var wrong = Enumerable.Range(0, given.Done.Count).Where(i => !given.Done[i].AgreesWith(right.Done[i], exercise.Tolerance)).ToList();
        if (Diagnosed(exercise, right, given) is { } misconception)
            return Feedback.Misconception(exercise, misconception.Name, misconception.Diagnosis, misconception.Reread);
        var (first, where) = (given.Done[wrong[0]], Where(given, wrong[0]));
        if (first.Error is { } error)
            return Feedback.Failed(exercise, where, error);
        var difference = Difference.Between(right.Done[wrong[0]].Answer!, first.Answer!, exercise.Tolerance)!.Told;
        return Feedback.Wrong(exercise, Invariant($"Wrong in {wrong.Count} of {given.Cases.Count} cases. The first is {where}: {difference}"));
    }

    // Given only where one misconception alone explains everything: a guess would send the learner the wrong way.
    private static Misconception<TFunction>? Diagnosed<TFunction>(ValueExercise<TFunction> exercise, Attempts right, Attempts given)
        where TFunction : Delegate
    {
        // An exception alone explains too little.
        if (!given.Done.Zip(right.Done).Any(pair => pair.First.Answer is not null && !pair.First.AgreesWith(pair.Second, exercise.Tolerance)))
            return null;
        var agreeing = exercise.Misconceptions.Where(m => given.AgreeWith(Attempts.OfOurs(m.Wrong, given.Cases), exercise.Tolerance)).ToList();
        return agreeing.Count == 1 ? agreeing[0] : null;
    }

    private static string Where(Attempts given, int i) => Invariant($"case {i + 1} of {given.Cases.Count} ({given.Cases[i].Label})");
}
