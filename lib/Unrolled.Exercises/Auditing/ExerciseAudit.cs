namespace Unrolled.Exercises;

/// <summary>What an exercise holds, and how it does when it is tried on itself.</summary>
/// <param name="Exercise">The exercise.</param>
/// <param name="Hints">How many hints it gives.</param>
/// <param name="Mistakes">How many wrong answers it knows.</param>
/// <param name="Recognised">How many of them are recognised by their own name.</param>
/// <param name="CheckTime">The processor time that a check of a right answer takes, the median of several.</param>
/// <param name="BrokenRules">What is wrong with the exercise, in sentences; empty when all is well.</param>
public sealed record ExerciseAudit(
    Exercise Exercise, int Hints, int Mistakes, int Recognised, TimeSpan CheckTime, IReadOnlyList<string> BrokenRules)
{
    private const int Checks = 5;
    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan QuickToTrain = TimeSpan.FromSeconds(5);

    /// <summary>Tries an exercise.</summary>
    public static ExerciseAudit Of(Exercise exercise)
    {
        ArgumentNullException.ThrowIfNull(exercise);
        var limit = LearnerThread.Limit;
        var own = exercise.Check(exercise.OwnAnswer, limit).Outcome;
        var wrong = exercise.WrongAnswers.Select(w => (w.Name, Found: exercise.Check(w.Answer, limit).Diagnosis)).ToList();
        var time = Median(Enumerable.Range(0, Checks).Select(_ => TimeOf(() => exercise.Check(exercise.OwnAnswer, limit))));
        var inWords = exercise is WordsExercise;
        // Conditions may run or train what the learner constructed.
        var allowed = exercise is IValueExercise ? Quick : QuickToTrain;
        List<string> broken = [];
        Rule(exercise.Hints.Count >= 2, Invariant($"has {exercise.Hints.Count} hints, needs two at least"));
        Rule(inWords || wrong.Count >= 2, Invariant($"knows {wrong.Count} wrong answers, needs two at least"));
        Rule(own == (inWords ? Outcome.Compare : Outcome.Passed), $"its own answer gives {own}");
        Rule(time <= allowed, Invariant($"a check takes {time.TotalMilliseconds:0} ms, may take {allowed.TotalMilliseconds:0} ms"));
        foreach (var (name, found) in wrong)
            Rule(found == name, $"\"{name}\" is recognised as {(found is null ? "nothing" : $"\"{found}\"")}");
        return new(exercise, exercise.Hints.Count, wrong.Count, wrong.Count(w => w.Found == w.Name), time, broken);

        void Rule(bool holds, string otherwise)
        {
            if (!holds)
                broken.Add(otherwise);
        }
    }

    // Not the time that passes: another program may have the processor meanwhile.
    private static TimeSpan TimeOf(Action action)
    {
        var start = Environment.CpuUsage.TotalTime;
        action();
        return Environment.CpuUsage.TotalTime - start;
    }

    private static TimeSpan Median(IEnumerable<TimeSpan> times) => times.Order().ElementAt(Checks / 2);
}
