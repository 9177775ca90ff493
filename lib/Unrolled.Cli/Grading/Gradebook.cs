using Unrolled.Exercises;

namespace Unrolled.Cli.Grading;

/// <summary>A class's notebooks, each with the exercises it is graded by.</summary>
/// <param name="Rows">A row for each notebook.</param>
/// <param name="LeftOut">What was handed in and could not be graded.</param>
/// <param name="Absent">The names of the roster from whom nothing came.</param>
/// <param name="Sandbox">How students' code was kept in, in words.</param>
internal sealed record Gradebook(IReadOnlyList<GradedRow> Rows, IReadOnlyList<LeftOut> LeftOut, IReadOnlyList<string> Absent, string Sandbox)
{
    /// <summary>A notebook is graded by all exercises of its chapters; one that holds none, by those of the whole class.</summary>
    public static Gradebook Of(IEnumerable<Graded> graded, IReadOnlyList<LeftOut> leftOut, IEnumerable<string> absent, string sandbox)
    {
        List<Graded> all = [.. graded];
        var everybody = all.SelectMany(g => g.Exercises).ToHashSet();
        return new(
            [.. all.Select(g => new GradedRow(g, InChaptersOf(g.Exercises.Count > 0 ? g.Exercises : everybody)))],
            leftOut,
            [.. absent],
            sandbox);
    }

    /// <summary>Every exercise that somebody is graded by and that is judged, in the course's order.</summary>
    public IReadOnlyList<Exercise> Judged => [.. Catalogue.All.Where(exercise => exercise is not WordsExercise && Rows.Any(row => row.All.Contains(exercise)))];

    /// <summary>The notebooks of each student, in the order of the names.</summary>
    public IReadOnlyList<Student> Students =>
        [.. Rows.GroupBy(row => row.Graded.Student).OrderBy(rows => rows.Key, StringComparer.Ordinal).Select(rows => new Student(rows.Key, [.. rows]))];

    /// <summary>Whether everything that was handed in was graded.</summary>
    public bool IsComplete => LeftOut.Count == 0 && Rows.All(row => row.Graded.Unreadable is null);

    private static List<Exercise> InChaptersOf(IEnumerable<string> ids)
    {
        var chapters = ids.Select(id => Catalogue.Find(id)!.Chapter).ToHashSet();
        return [.. Catalogue.All.Where(exercise => chapters.Contains(exercise.Chapter))];
    }
}

/// <summary>One notebook and what it is graded by. Questions in words are counted apart: nobody has judged them.</summary>
internal sealed record GradedRow(Graded Graded, IReadOnlyList<Exercise> All)
{
    public IEnumerable<Exercise> Judged => All.Where(exercise => exercise is not WordsExercise);

    public IEnumerable<Exercise> InWords => All.Where(exercise => exercise is WordsExercise);

    public int Passed => Judged.Count(exercise => Graded.Outcome(exercise) == OutcomeWords.Passed);

    public int Answered => InWords.Count(exercise => Graded.Outcome(exercise) == OutcomeWords.Compare);
}

/// <summary>All that one student handed in.</summary>
internal sealed record Student(string Name, IReadOnlyList<GradedRow> Rows)
{
    /// <summary>Whether any of the notebooks is graded by an exercise.</summary>
    public bool Has(Exercise exercise) => Rows.Any(row => row.All.Contains(exercise));

    /// <summary>The best of the checks of an exercise; null when there was none.</summary>
    public Checked? Best(Exercise exercise) =>
        Rows.Select(row => row.Graded.Checks.GetValueOrDefault(exercise.Id)).OfType<Checked>().MinBy(check => check.Verdict.Rank);

    /// <summary>Whether an exercise was passed.</summary>
    public bool Passed(Exercise exercise) => Best(exercise)?.Verdict.Passed == true;
}
