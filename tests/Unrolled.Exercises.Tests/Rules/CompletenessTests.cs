namespace Unrolled.Exercises.Tests;

/// <summary>The exercises that the curriculum promises: 51, and a question in words for each of the six chapters.</summary>
public sealed class CompletenessTests
{
    // For each exercise of a chapter, in the curriculum's order, how many mistakes it must know at least.
    private static readonly int[][] Mistakes =
    [
        [2, 3, 2, 2, 2, 2, 2, 2],
        [4, 3, 3, 3, 2, 3, 3, 2],
        [2, 2, 2, 2, 2, 2, 2, 2, 2, 2],
        [3, 3, 3, 2, 3, 3, 2, 2, 2],
        [3, 4, 3, 3, 2, 2, 2, 2],
        [5, 3, 3, 2, 2, 2, 2, 3],
    ];

    public static TheoryData<int> Chapters => [.. Enumerable.Range(1, Mistakes.Length)];

    [Fact]
    public void There_are_no_exercises_but_these()
    {
        var listed = Mistakes.Sum(chapter => chapter.Length) + Mistakes.Length;
        Assert.True(listed == Catalogue.All.Count, $"The course has {Catalogue.All.Count} exercises, {nameof(Mistakes)} above lists {listed}: give each new one a number in its chapter's row.");
    }

    [Theory]
    [MemberData(nameof(Chapters))]
    public void A_chapter_has_all_its_exercises_and_then_its_question_in_words(int chapter)
    {
        var exercises = Catalogue.All.Where(exercise => exercise.Chapter == chapter).ToList();
        Assert.Equal(Enumerable.Range(1, Mistakes[chapter - 1].Length + 1), exercises.Select(exercise => exercise.Number));
        Assert.IsType<WordsExercise>(Assert.Single(exercises, exercise => exercise is WordsExercise));
        Assert.All(exercises.Zip(Mistakes[chapter - 1]), pair =>
            Assert.True(pair.First.WrongAnswers.Count() >= pair.Second, $"{pair.First} knows {pair.First.WrongAnswers.Count()} mistakes, the curriculum has {pair.Second}"));
    }
}
