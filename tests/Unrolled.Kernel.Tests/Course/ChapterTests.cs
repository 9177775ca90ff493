using System.Text.Json;
using Unrolled.Notebooks;

namespace Unrolled.Kernel.Tests.Course;

/// <summary>Every chapter is run once, with the solutions in its exercises.</summary>
public sealed class ChapterTests
{
    private const string Verdict = "application/vnd.unrolled.verdict+json";

    public static TheoryData<string> Chapters => [.. CommittedChapter.Names];

    [Theory]
    [MemberData(nameof(Chapters))]
    public async Task With_its_solutions_a_chapter_passes_every_exercise_and_any_change_by_hand_is_found(string name)
    {
        var chapter = new CommittedChapter(name);
        var options = Running.Notebooks.Options(Path.Combine(Repository.Root, "notebooks"));
        var run = await NotebookRunner.RunAsync(chapter.Solved(), options, null, TestContext.Current.CancellationToken);
        Assert.Null(run.Failure);

        Assert.NotEmpty(chapter.Exercises);
        Assert.All(chapter.Exercises, id => Assert.Contains(Outcome(run.Document, id), new[] { "passed", "compare" }));
        Assert.All(chapter.Exercises, id => Assert.Equal("not-attempted", Outcome(chapter.Document, id)));

        // All else in the chapter is as committed, and a change by hand is not.
        Assert.Equal(chapter.Exercises, Differing(chapter.Document, run.Document));
        var (altered, cells) = chapter.Altered();
        Assert.Equal(chapter.Exercises.Concat(cells).Order(StringComparer.Ordinal), Differing(altered, run.Document).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Differing(NotebookDocument committed, NotebookDocument fresh) =>
        NotebookComparer.Compare(committed, fresh).Select(difference => difference.CellId).Distinct();

    private static string? Outcome(NotebookDocument document, string cell) =>
        JsonDocument.Parse(document.Cells.Single(c => c.Id == cell).Outputs.OfType<DataOutput>().Single().Data[Verdict]).RootElement.GetProperty("outcome").GetString();
}
