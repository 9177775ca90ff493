using System.Collections.Immutable;
using Unrolled.Figures;

namespace Unrolled.Exercises;

/// <summary>What a check tells the learner. It never holds the right numbers.</summary>
[TypeFormatterSource(typeof(FeedbackFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Text, Feedback.VerdictMimeType])]
public sealed record Feedback
{
    /// <summary>The form in which programs read it: <c>{"id": "3.7", "outcome": "misconception", "diagnosis": "no bias"}</c>.</summary>
    public const string VerdictMimeType = "application/vnd.unrolled.verdict+json";

    private Feedback(Exercise exercise, Outcome outcome, string headline, params ImmutableArray<string> lines) =>
        (Id, Title, Outcome, Headline, Lines) = (exercise.Id, exercise.Title, outcome, headline, lines);

    /// <summary>The exercise, "3.7".</summary>
    public string Id { get; }

    /// <summary>The exercise's title.</summary>
    public string Title { get; }

    /// <summary>What was found.</summary>
    public Outcome Outcome { get; }

    /// <summary>The name of the misconception that was recognised, or null.</summary>
    public string? Diagnosis { get; private init; }

    /// <summary>The outcome in a few words, "passed".</summary>
    public string Headline { get; }

    /// <summary>What the learner should know, in sentences; code stands between backticks.</summary>
    public ImmutableArray<string> Lines { get; private init; }

    /// <summary>The feedback as text.</summary>
    public override string ToString() => FeedbackText.Of(this);

    /// <summary>The feedback as an HTML fragment.</summary>
    public string ToHtml() => FeedbackHtml.Of(this);

    internal Feedback With(string line) => this with { Lines = Lines.Add(line) };

    internal static Feedback Passed(Exercise exercise) =>
        new(exercise, Outcome.Passed, "passed", exercise.Matters, $"Next: {exercise.Next}");

    internal static Feedback NotAttempted(Exercise exercise) => new(exercise, Outcome.NotAttempted, "not attempted yet",
        "Replace `throw new NotAttempted();` by your own code and run the cell again.", Help(exercise));

    internal static Feedback Misconception(Exercise exercise, string name, string diagnosis, string reread) =>
        new(exercise, Outcome.Misconception, "not right yet", diagnosis, $"Reread section {reread}.") { Diagnosis = name };

    internal static Feedback Wrong(Exercise exercise, string what) =>
        new(exercise, Outcome.Wrong, "not right yet", what, "It is none of the mistakes that this exercise knows. " + Help(exercise));

    internal static Feedback Failed(Exercise exercise, string where, Exception error) =>
        new(exercise, Outcome.Failed, "your code threw an exception", $"In {where}: {ErrorText.Of(error)}", Help(exercise));

    internal static Feedback TooSlow(Exercise exercise, string where, Ending ending) => new(exercise, Outcome.TooSlow, "stopped",
        Invariant($"Your code took longer than {LearnerThread.Limit.TotalSeconds} s in {where}. Does every loop come to its end?"),
        ending == Ending.StillRunning ? "It could not be stopped and is still running: restart the kernel." : Help(exercise));

    internal static Feedback ChangedArgument(Exercise exercise, string parameter) =>
        new(exercise, Outcome.ChangedArgument, "right, but it changes what it is given",
            $"Your function changed its argument `{parameter}`. Whoever calls it still needs the old values: work on a copy, or compute a new value.");

    internal static Feedback Compare(Exercise exercise, string modelAnswer) =>
        new(exercise, Outcome.Compare, "compare with this answer", modelAnswer, exercise.Matters, $"Next: {exercise.Next}");

    private static string Help(Exercise exercise) => $"`{exercise.Name}.Hint()` gives a hint.";
}
