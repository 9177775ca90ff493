using System.Text.Json;
using System.Xml.Linq;

namespace Unrolled.Exercises.Tests;

public sealed class FormattingTests
{
    [Fact]
    public void A_programme_reads_id_outcome_and_diagnosis()
    {
        Assert.Equal("""{"id":"90.1","outcome":"misconception","diagnosis":"mean"}""", VerdictJson.Of(Samples.Sum.Check(numbers => numbers.Average())));
        Assert.Equal("""{"id":"90.1","outcome":"passed","diagnosis":null}""", VerdictJson.Of(Samples.Sum.Check(numbers => numbers.Sum())));
        Assert.Equal("""{"id":"90.1","outcome":"not-attempted","diagnosis":null}""", VerdictJson.Of(Samples.Sum.Check(_ => throw new NotAttempted())));
    }

    [Fact]
    public void The_HTML_is_well_formed_marks_code_and_escapes_what_a_learners_exception_says()
    {
        var html = Samples.Sum.Check(_ => throw new InvalidOperationException("<script>alert('&')</script> `x`")).ToHtml();
        XElement.Parse(html);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.Contains("<code>x</code>", html, StringComparison.Ordinal);
        Assert.Contains("<code>Chapter90.Sum.Hint()</code>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("φ \u0001 \ud800")]
    public void Characters_that_no_file_can_hold_do_no_harm(string message)
    {
        var feedback = Samples.Sum.Check(_ => throw new InvalidOperationException(message));
        XElement.Parse(feedback.ToHtml());
        JsonSerializer.Serialize(feedback.ToHtml());
    }

    [Fact]
    public void Each_call_gives_the_next_hint_and_the_last_stays()
    {
        var exercise = new WordsExercise("90.4", "Hints") { Matters = "", Next = "", ModelAnswer = "", Hints = ["first", "second"] };
        Assert.Equal("**Hint 1 of 2** for exercise 90.4: first", exercise.Hint().Markdown);
        Assert.Contains("second", exercise.Hint().Markdown, StringComparison.Ordinal);
        Assert.Contains("That was the last hint.", exercise.Hint().Markdown, StringComparison.Ordinal);
        Assert.Contains("first", exercise.Hint(1).Markdown, StringComparison.Ordinal);
        Assert.Contains("hints 1 to 2, got 3", Assert.Throws<ArgumentOutOfRangeException>(() => exercise.Hint(3)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_solution_is_the_explanation_and_the_code_of_the_solutions_notebook()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Unrolled.slnx")))
            root = root.Parent!;
        using var notebook = JsonDocument.Parse(File.ReadAllText(Path.Combine(root.FullName, "notebooks", "solutions", "02-forward.ipynb")));
        var cells = notebook.RootElement.GetProperty("cells").EnumerateArray()
            .ToDictionary(cell => cell.GetProperty("id").GetString()!, cell => string.Concat(cell.GetProperty("source").EnumerateArray().Select(line => line.GetString())));
        Assert.Equal($"**Solution of exercise 2.1**\n\n{cells["2-1-why"]}\n\n```csharp\n{cells["2-1"]}\n```", Chapter02.OneStep.Solution().Markdown);
    }

    [Fact]
    public void A_missing_solution_is_told() => Assert.Equal("There is no solution of exercise 90.1 yet.", Samples.Sum.Solution().Markdown);
}
