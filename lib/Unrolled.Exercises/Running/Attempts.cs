namespace Unrolled.Exercises;

/// <summary>What a function did, case by case, until its time was up.</summary>
/// <param name="Cases">All cases.</param>
/// <param name="Done">One attempt for each case that was finished.</param>
/// <param name="Ending">How it ended.</param>
internal sealed record Attempts(IReadOnlyList<TestCase> Cases, IReadOnlyList<Attempt> Done, Ending Ending)
{
    /// <summary>Runs code of our own, on this thread.</summary>
    public static Attempts OfOurs(Delegate function, IReadOnlyList<TestCase> cases) =>
        new(cases, [.. cases.Select(on => Attempt.Of(function, on))], Ending.Completed);

    /// <summary>Runs a learner's code, on a thread of its own.</summary>
    public static Attempts OfLearner(Delegate function, IReadOnlyList<TestCase> cases, TimeSpan limit)
    {
        // An array written once per entry: a thread that could not be stopped may go on writing while this is read.
        var done = new Attempt?[cases.Count];
        Exception? mistake = null;
        var ending = LearnerThread.Run(over =>
        {
            try
            {
                for (var i = 0; i < cases.Count; i++)
                {
                    var attempt = Attempt.Of(function, cases[i]);
                    // What was stopped has not been finished, whatever came of it.
                    if (over.IsCancellationRequested)
                        return;
                    done[i] = attempt;
                }
            }
            catch (Exception e) when (e is ArgumentException or NotSupportedException)
            {
                mistake = e;
            }
        }, limit);
        if (mistake is not null)
            throw Mistake(mistake.Message, mistake);
        return new(cases, [.. done.TakeWhile(attempt => attempt is not null)!], ending);
    }

    /// <summary>What a learner is told who meets a mistake of the course.</summary>
    public static InvalidOperationException Mistake(string what, Exception cause) =>
        new($"The exercise itself is wrong, please report it: {what}", cause);

    /// <summary>Whether this function does in every case what the other one does.</summary>
    public bool AgreeWith(Attempts other, double tolerance) =>
        Done.Count == other.Done.Count && Done.Zip(other.Done, (mine, theirs) => mine.AgreesWith(theirs, tolerance)).All(agree => agree);
}
