using System.Globalization;

namespace Unrolled.Exercises;

/// <summary>One exercise of the course, whatever the kind of its answer.</summary>
public abstract class Exercise
{
    private int _hintsGiven;

    private protected Exercise(string id, string title, string property) => (Id, Title, Property) = (id, title, property);

    /// <summary>Chapter and number, "3.7".</summary>
    public string Id { get; }

    /// <summary>What the exercise is about, in a few words.</summary>
    public string Title { get; }

    /// <summary>The chapter's number.</summary>
    public int Chapter => int.Parse(Id.Split('.')[0], CultureInfo.InvariantCulture);

    /// <summary>The place among the chapter's exercises, from 1.</summary>
    public int Number => int.Parse(Id.Split('.')[1], CultureInfo.InvariantCulture);

    /// <summary>One sentence on why the result matters; shown to those who passed.</summary>
    public required string Matters { get; init; }

    /// <summary>What to do after it: the next exercise, or a section worth reading again.</summary>
    public required string Next { get; init; }

    /// <summary>Hints in Markdown, from a nudge to almost the answer; at least two.</summary>
    public required IReadOnlyList<string> Hints { get; init; }

    /// <summary>How a notebook cell names this exercise: "Chapter03.GradientWhh".</summary>
    public string Name => Invariant($"Chapter{Chapter:00}.{Property}");

    private string Property { get; }

    /// <summary>The next hint at each call; after the last one, the last again.</summary>
    public Note Hint() => Hint(_hintsGiven = Math.Min(_hintsGiven + 1, Hints.Count));

    /// <summary>A certain hint.</summary>
    /// <param name="number">From 1 to the number of hints.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such hint.</exception>
    public Note Hint(int number)
    {
        if (number < 1 || number > Hints.Count)
            throw new ArgumentOutOfRangeException(nameof(number), Invariant($"Exercise {Id} has hints 1 to {Hints.Count}, got {number}."));
        var next = number < Hints.Count ? "" : Invariant($"\n\nThat was the last hint. `{Name}.Solution()` shows a solution.");
        return new Note(Invariant($"**Hint {number} of {Hints.Count}** for exercise {Id}: {Hints[number - 1]}{next}"));
    }

    /// <summary>A solution with its explanation.</summary>
    public Note Solution() => Solutions.Of(this);

    /// <inheritdoc/>
    public override string ToString() => $"{Id} {Title}";

    /// <summary>The answer that the exercise itself holds, as something that can be checked.</summary>
    internal abstract Delegate OwnAnswer { get; }

    /// <summary>The wrong answers that the exercise knows, each with the name it must be recognised by.</summary>
    internal abstract IEnumerable<(string Name, Delegate Answer)> WrongAnswers { get; }

    /// <summary>Checks an answer whose type only the exercise knows, and remembers nothing.</summary>
    internal abstract Feedback Check(Delegate answer, TimeSpan limit);

    /// <summary>Runs a check together with the learner's code that it calls, and tells how that ended.</summary>
    /// <param name="step">What is done first, as feedback names it.</param>
    /// <param name="check">The check; what it is given takes the name of each further step.</param>
    /// <param name="limit">How long it may take.</param>
    private protected Feedback OnLearnersThread(string step, Func<Action<string>, Feedback> check, TimeSpan limit)
    {
        Feedback? feedback = null;
        var ending = LearnerThread.Run(() =>
        {
            try
            {
                feedback = check(next => step = next);
            }
            catch (NotAttempted)
            {
                feedback = Feedback.NotAttempted(this);
            }
            catch (Exception e)
            {
                feedback = Feedback.Failed(this, step, e);
            }
        }, limit);
        return ending == Ending.Completed ? feedback! : Feedback.TooSlow(this, step, ending);
    }

    /// <summary>Checks a learner's answer and remembers that it passed. Whether that can be written must not decide about the check.</summary>
    private protected Feedback CheckAndRemember(Delegate answer)
    {
        var feedback = Check(answer, LearnerThread.Limit);
        Seal.Tell(feedback);
        if (feedback.Outcome is not (Outcome.Passed or Outcome.Compare))
            return feedback;
        try
        {
            Progress.Of(Directory.GetCurrentDirectory())?.Add(Id);
            return feedback;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return feedback.With($"This could not be remembered in your progress file: {e.Message}");
        }
    }
}
