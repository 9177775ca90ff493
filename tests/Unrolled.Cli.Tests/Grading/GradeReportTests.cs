using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Unrolled.Cli.Grading;
using Unrolled.Exercises;

namespace Unrolled.Cli.Tests.Grading;

/// <summary>The files that grades are written to. Whatever stands in them that a student wrote is text and nothing else.</summary>
public sealed class GradeReportTests
{
    public static TheoryData<string> Hostile =>
    [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "</pre></td></table><h1>all passed</h1>",
        "=HYPERLINK(\"http://example.org\";\"marks\")",
        "+1+1", "-1", "@SUM(A1)", "\t=1", "\r=1",
        "\u001b[31mred\u001b]8;;x\u0007",
        "a\u202Egnp.exe",
        "comma, \"quote\"\nnew line",
        "[red]markup[/]",
        "half \uD83D a pair",
        "\u0001 control",
        "]]><![CDATA[",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void What_a_student_wrote_is_text_in_the_page(string text)
    {
        var page = Page(Book(text));
        Assert.DoesNotContain(page.Descendants(), element => element.Name.LocalName is "script" or "img" or "iframe" or "a" or "h3");
        Assert.DoesNotContain(page.Descendants().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        Assert.Single(page.Descendants("h1"));
        Assert.Contains(page.Descendants("tr").Elements("th"), cell => cell.Value == Printable.Of(text));
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void No_name_is_a_formula_in_the_gradebook(string text)
    {
        var csv = Encoding.UTF8.GetString(GradeCsv.Of(Book(text)));
        Assert.Equal("student,2.1,2.2,2.3,2.4,2.5,2.6,2.7,2.8,total", csv.Split('\n')[0]);
        var field = csv[(csv.IndexOf('\n', StringComparison.Ordinal) + 1)..].TrimStart('"');
        Assert.DoesNotContain(field[0], "=+-@\t\r");
        Assert.DoesNotContain('\u001b', csv);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Grades_that_were_written_are_read_again(string text)
    {
        using var folder = new Workspace();
        var book = Book(text);
        File.WriteAllBytes(folder.PathOf("g.json"), GradeJson.Of(book));
        var (graded, leftOut, sandbox) = GradeJson.Read(folder.PathOf("g.json"));
        var again = Gradebook.Of(graded, leftOut, [], sandbox);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(GradeJson.Of(book)), JsonNode.Parse(GradeJson.Of(again))));
        Assert.Equal(GradeCsv.Of(book), GradeCsv.Of(again));
        Assert.Equal(Page(book).ToString(), Page(again).ToString());
        Assert.Equal(GradeJUnit.Of(book), GradeJUnit.Of(again));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"version\":1}")]
    [InlineData("[1]")]
    [InlineData("{\"version\":2,\"sandbox\":\"\",\"notebooks\":[{\"path\":null}],\"leftOut\":[]}")]
    public void A_file_that_holds_no_grades_is_refused(string content)
    {
        using var folder = new Workspace();
        Assert.Contains("g.json", Assert.Throws<UsageException>(() => GradeJson.Read(folder.Write("g.json", content))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_student_has_one_line_with_the_best_of_all_notebooks()
    {
        var book = BookOf(
            Graded("an", "a/1.ipynb", ("2.1", "wrong", null), ("2.4", "passed", null)),
            Graded("an", "a/2.ipynb", ("2.1", "passed", null), ("2.2", "misconception", "no bias")),
            Graded("binh", "b/1.ipynb", ("3.1", "passed", null)));
        var lines = Encoding.UTF8.GetString(GradeCsv.Of(book)).Split('\n');
        Assert.StartsWith("an,1,0,0,1,0,0,0,0,,", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",2", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("binh,,,,,,,,,1,", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Who_handed_in_nothing_is_in_the_reports()
    {
        var book = Gradebook.Of([Graded("an", "an.ipynb", ("2.1", "passed", null))], [], new Roster(["an", "Zoë"]).Without(["an"]), "none");
        Assert.Equal(["Zoë"], book.Absent);
        Assert.Contains("\nZoë,,,,,,,,,0\n", Encoding.UTF8.GetString(GradeCsv.Of(book)), StringComparison.Ordinal);
        Assert.Contains("handed in nothing", Page(book).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_has_the_hardest_exercise_first_with_its_misconceptions()
    {
        var book = BookOf(
            Graded("an", "1", ("2.1", "misconception", "no bias"), ("2.2", "passed", null)),
            Graded("binh", "2", ("2.1", "misconception", "no bias"), ("2.2", "passed", null)),
            Graded("chi", "3", ("2.1", "misconception", "wrong order"), ("2.2", "passed", null), ("2.3", "passed", null)));
        var rows = Page(book).Descendants("table").First().Element("tbody")!.Elements("tr").ToList();
        Assert.Equal(["2.1", "2.2"], rows.Where(row => row.Element("th")!.Value[..3] is "2.1" or "2.2").Select(row => row.Element("th")!.Value[..3]));
        Assert.Contains("no bias (2), wrong order (1)", rows.Single(row => row.Element("th")!.Value.StartsWith("2.1", StringComparison.Ordinal)).Value, StringComparison.Ordinal);
        Assert.Equal(["2.1", "2.3", "2.2", "2.4"], rows.Take(4).Select(row => row.Element("th")!.Value[..3]));
    }

    [Fact]
    public void Answers_that_are_the_same_but_for_names_are_shown_side_by_side()
    {
        const string Long = "Vector<double> F(Vector<double> x) { var sum = 0.0; foreach (var v in x) { sum += v * v; } return x / Math.Sqrt(sum); /* norm */ }";
        var renamed = Long.Replace("sum", "total", StringComparison.Ordinal).Replace("v ", "e  ", StringComparison.Ordinal).Replace("norm", "mine", StringComparison.Ordinal).Replace("v;", "e;", StringComparison.Ordinal);
        var other = Long.Replace("v * v", "Math.Abs(v)", StringComparison.Ordinal);
        var book = BookOf(Answered("an", Long), Answered("binh", renamed), Answered("chi", other), Answered("dung", "F(1)"), Answered("em", "F(1)"));
        var alike = Assert.Single(Alike.In(book, _ => ""));
        Assert.Equal(["an", "binh"], alike.Answers.Select(answer => answer.Student));
        Assert.Empty(Alike.In(book, _ => Long));
        Assert.Contains("There can be many reasons", Page(book, [alike]).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_course_gives_a_stub_for_every_exercise()
    {
        var stubs = Alike.StubsOf(CourseFolder.Find());
        Assert.All(Catalogue.All, exercise => Assert.Contains("Check(", stubs(exercise), StringComparison.Ordinal));
    }

    private static Gradebook Book(string text) => Gradebook.Of(
        [Graded(text, $"class/{text}", ("2.1", "failed", text), ("2.2", "passed", null)) with { Problems = [text], Unreadable = text }],
        [new LeftOut(text, text)], [], "none");

    private static Gradebook BookOf(params Graded[] graded) => Gradebook.Of(graded, [], [], "none");

    private static Graded Answered(string student, string answer) => new()
    {
        Path = student,
        Student = student,
        Exercises = ["2.1"],
        Checks = ImmutableSortedDictionary<string, Checked>.Empty.Add("2.1", new Checked(new Verdict("2.1", "passed", null, null), 1, answer)),
    };

    private static Graded Graded(string student, string path, params (string Id, string Outcome, string? Diagnosis)[] outcomes) => new()
    {
        Path = path,
        Student = student,
        Content = "c",
        Exercises = [.. outcomes.Select(outcome => outcome.Id)],
        Checks = outcomes.ToImmutableSortedDictionary(outcome => outcome.Id, outcome => new Checked(new Verdict(outcome.Id, outcome.Outcome, outcome.Diagnosis, null), 1, "code")),
    };

    private static XElement Page(Gradebook book, params IReadOnlyList<Alike> alike)
    {
        var html = Encoding.UTF8.GetString(GradeHtml.Of(book, alike));
        Assert.StartsWith("<!doctype html>\n", html, StringComparison.Ordinal);
        return XElement.Parse(html[html.IndexOf('\n', StringComparison.Ordinal)..]);
    }
}
