using Unrolled.Exercises;

namespace Unrolled.Cli.Grading;

/// <summary>A class's notebooks, each with the exercises it is graded by.</summary>
internal sealed record Gradebook(IReadOnlyList<GradedRow> Rows)
{
    /// <summary>A notebook is graded by all exercises of its chapters; one that holds none, by those of the whole class.</summary>
    public static Gradebook Of(IReadOnlyList<Graded> graded)
    {
        var everybody = graded.SelectMany(g => g.Exercises).ToHashSet();
        return new([.. graded.Select(g => new GradedRow(g, InChaptersOf(g.Exercises.Count > 0 ? g.Exercises : everybody)))]);
    }

    private static List<Exercise> InChaptersOf(IReadOnlySet<string> ids)
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

    public int Passed => Judged.Count(exercise => Graded.Outcome(exercise) == "passed");

    public int Answered => InWords.Count(exercise => Graded.Outcome(exercise) == "compare");
}
