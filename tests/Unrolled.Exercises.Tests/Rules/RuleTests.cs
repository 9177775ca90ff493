namespace Unrolled.Exercises.Tests;

/// <summary>What holds for every exercise of the course.</summary>
public sealed class RuleTests
{
    public static TheoryData<string> Ids => [.. Catalogue.All.Select(exercise => exercise.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Its_own_answer_passes(string id)
    {
        var exercise = Catalogue.Find(id)!;
        var feedback = exercise.Check(exercise.OwnAnswer, Patience.Limit);
        Assert.Equal(exercise is WordsExercise ? Outcome.Compare : Outcome.Passed, feedback.Outcome);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Answers_written_differently_pass(string id)
    {
        var exercise = Catalogue.Find(id)!;
        var answers = Answers.All.Where(right => right.Exercise == exercise).ToList();
        Assert.True(exercise is WordsExercise || answers.Count >= 2, $"{exercise} has {answers.Count} right answers in the tests; give two, written differently");
        Assert.All(answers, right => Assert.Equal($"{exercise}: passed", $"{exercise}: {exercise.Check(right.Answer, Patience.Limit).Headline}"));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_wrong_answer_it_knows_is_recognised_by_its_own_name(string id)
    {
        var exercise = Catalogue.Find(id)!;
        Assert.All(exercise.WrongAnswers, wrong => Assert.Equal(wrong.Name, exercise.Check(wrong.Answer, Patience.Limit).Diagnosis));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Its_solution_is_explained(string id)
    {
        var solution = Catalogue.Find(id)!.Solution().Markdown;
        Assert.True(solution.StartsWith("**Solution", StringComparison.Ordinal),
            $"The notebook of solutions needs a cell {id.Replace('.', '-')}-why and a cell {id.Replace('.', '-')}, got: {solution}");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_knows_two_wrong_answers_and_gives_two_hints(string id)
    {
        var exercise = Catalogue.Find(id)!;
        Assert.True(exercise.Hints.Count >= 2, $"{exercise} has {exercise.Hints.Count} hints");
        Assert.True(exercise is WordsExercise || exercise.WrongAnswers.Count() >= 2, $"{exercise} knows {exercise.WrongAnswers.Count()} wrong answers");
        Assert.Equal(exercise.WrongAnswers.Select(wrong => wrong.Name).Distinct(), exercise.WrongAnswers.Select(wrong => wrong.Name));
        Assert.All([exercise.Title, exercise.Matters, exercise.Next, .. exercise.Hints], text => Assert.False(string.IsNullOrWhiteSpace(text)));
    }

    [Fact]
    public void Ids_are_unique_and_stand_in_their_chapter()
    {
        Assert.NotEmpty(Catalogue.All);
        Assert.Equal(Catalogue.All.Select(exercise => exercise.Id).Distinct(), Catalogue.All.Select(exercise => exercise.Id));
        Assert.All(Catalogue.All, exercise => Assert.Equal($"Chapter{exercise.Id.Split('.')[0].PadLeft(2, '0')}", ClassOf(exercise)));
    }

    private static string ClassOf(Exercise exercise) => typeof(Catalogue).Assembly.GetExportedTypes()
        .Single(type => type.GetProperties().Any(p => p.GetMethod is { IsStatic: true } && p.PropertyType.IsAssignableTo(typeof(Exercise)) && p.GetValue(null) == exercise)).Name;
}
