using System.Text;
using System.Xml.Linq;
using Unrolled.Exercises;

namespace Unrolled.Cli.Grading;

/// <summary>The class at a glance, as one page that needs nothing else.</summary>
/// <remarks>Built as a tree of elements: what a student wrote can be text in it and nothing more. No script is in the page.</remarks>
internal static class GradeHtml
{
    private const string NeverChecked = "never checked";

    public static byte[] Of(Gradebook book, IReadOnlyList<Alike> alike)
    {
        var page = new XElement("html", new XAttribute("lang", "en"),
            new XElement("head",
                new XElement("meta", new XAttribute("charset", "utf-8")),
                new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
                new XElement("title", "Grades"),
                new XElement("style", Style)),
            new XElement("body",
                new XElement("h1", "The class at a glance"),
                Summary(book),
                Section("Exercises, the hardest first", Exercises(book)),
                Section("Students", Legend(), Students(book)),
                Section("To look at", Problems(book)),
                Section("Answers that are the same but for names", Same(alike))));
        foreach (var text in page.DescendantNodes().OfType<XText>())
            text.Value = Printable.Of(text.Value);
        foreach (var attribute in page.Descendants().Attributes())
            attribute.Value = Printable.Of(attribute.Value);
        return Encoding.UTF8.GetBytes($"<!doctype html>\n{page.ToString(SaveOptions.DisableFormatting)}\n");
    }

    private static XElement Summary(Gradebook book) => new("p", Invariant(
        $"{book.Students.Count} students handed in {book.Rows.Count} notebooks. {book.Judged.Count} exercises are judged. Sandbox of students' code: {book.Sandbox}."));

    private static IEnumerable<XElement> Section(string heading, params IEnumerable<XElement?> content)
    {
        XElement[] there = [.. content.OfType<XElement>()];
        return there.Length == 0 ? [] : [new XElement("h2", heading), .. there];
    }

    private static XElement Exercises(Gradebook book)
    {
        var rows =
            from exercise in book.Judged
            let students = book.Students.Where(student => student.Has(exercise)).ToList()
            let passed = students.Count(student => student.Passed(exercise))
            let mistakes = students.Select(student => student.Best(exercise)?.Verdict.Diagnosis).OfType<string>().CountBy(name => name).OrderByDescending(e => e.Value).ThenBy(e => e.Key, StringComparer.Ordinal)
            let others = students.Select(student => student.Best(exercise)?.Verdict is { } verdict ? (verdict.Diagnosis is null && !verdict.Passed ? verdict.Outcome : null) : NeverChecked)
                .OfType<string>().CountBy(outcome => outcome).OrderByDescending(e => e.Value).ThenBy(e => e.Key, StringComparer.Ordinal)
            // What nobody has checked is not hard but yet to come.
            orderby students.All(student => student.Best(exercise) is null), (double)passed / students.Count, exercise.Chapter, exercise.Number
            select new XElement("tr",
                new XElement("th", new XAttribute("scope", "row"), $"{exercise}"),
                new XElement("td", new XAttribute("class", "number"), Invariant($"{passed} of {students.Count}")),
                new XElement("td", Bar(passed, students.Count)),
                new XElement("td", Counted(mistakes)),
                new XElement("td", Counted(others)));
        return Table(["exercise", "passed", "", "misconceptions", "otherwise"], rows);
    }

    private static XElement Bar(int some, int all) => new("span", new XAttribute("class", "bar"), new XAttribute("aria-hidden", "true"),
        new XElement("span", new XAttribute("style", Invariant($"width:{100.0 * some / all:0.#}%")), ""));

    private static string Counted(IEnumerable<KeyValuePair<string, int>> counts) => string.Join(", ", counts.Select(e => Invariant($"{e.Key} ({e.Value})")));

    private static XElement Legend() => new("p",
        $"✓ passed, ≠ a known misconception, ✗ wrong in another way, too slow or with an exception, ○ left as it came, · {NeverChecked}. Each mark tells more when you point at it.");

    private static XElement Students(Gradebook book) => Table(
        ["student", "passed", .. book.Judged.Select(exercise => exercise.Id)],
        book.Students.Select(student => new XElement("tr",
            new XElement("th", new XAttribute("scope", "row"), student.Name),
            new XElement("td", new XAttribute("class", "number"), Invariant($"{book.Judged.Count(student.Passed)} of {book.Judged.Count(student.Has)}")),
            book.Judged.Select(exercise => Mark(student, exercise))))
        .Concat(book.Absent.Select(name => new XElement("tr",
            new XElement("th", new XAttribute("scope", "row"), name),
            new XElement("td", new XAttribute("colspan", book.Judged.Count + 1), "handed in nothing")))));

    private static XElement Mark(Student student, Exercise exercise)
    {
        var (sign, kind, told) = student.Best(exercise) is { } check ? Mark(check)
            : student.Has(exercise) ? ("·", "none", NeverChecked)
            : ("", "none", "not handed in");
        return new("td", new XAttribute("class", kind), new XAttribute("title", $"{exercise}: {told}"), sign);
    }

    private static (string Sign, string Kind, string Told) Mark(Checked check)
    {
        var told = Invariant($"{check.Verdict.Diagnosis ?? check.Verdict.Outcome}, attempts: {check.Attempts}");
        return check.Verdict.Outcome switch
        {
            OutcomeWords.Passed => ("✓", "passed", told),
            OutcomeWords.Misconception => ("≠", "failed", told),
            OutcomeWords.NotAttempted => ("○", "none", told),
            _ => ("✗", "failed", told),
        };
    }

    private static XElement? Problems(Gradebook book)
    {
        var lines = book.LeftOut.Select(left => (left.Path, left.Why))
            .Concat(book.Rows.SelectMany(row => row.Graded.Problems.Prepend(row.Graded.Unreadable).OfType<string>().Select(problem => (row.Graded.Path, problem)))).ToList();
        return lines.Count == 0 ? null : Table(["file", "what happened"], lines.Select(line => new XElement("tr",
            new XElement("th", new XAttribute("scope", "row"), line.Item1), new XElement("td", line.Item2))));
    }

    private static IEnumerable<XElement> Same(IReadOnlyList<Alike> alike)
    {
        if (alike.Count > 0)
            yield return new XElement("p", "There can be many reasons: a page that both read, work in pairs, a hint from the teacher. Read them and ask.");
        foreach (var group in alike)
        {
            yield return new XElement("details",
                new XElement("summary", $"{group.Exercise}: {string.Join(", ", group.Answers.Select(answer => answer.Student))}"),
                new XElement("div", new XAttribute("class", "beside"), group.Answers.Select(answer =>
                    new XElement("figure", new XElement("figcaption", answer.Student), new XElement("pre", answer.Answer)))));
        }
    }

    private static XElement Table(IEnumerable<string> columns, IEnumerable<XElement> rows) => new("div", new XAttribute("class", "wide"), new XElement("table",
        new XElement("thead", new XElement("tr", columns.Select(column => new XElement("th", new XAttribute("scope", "col"), column)))),
        new XElement("tbody", rows)));

    // Two hues that people who can't tell red from green see apart; a sign says the same.
    private const string Style = """
        :root { color-scheme: light dark; --ink: #1f2328; --paper: #ffffff; --line: #d0d7de; --soft: #f6f8fa; --pass: #0b6e4f; --fail: #b3400a; --quiet: #59636e; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --paper: #0d1117; --line: #3d444d; --soft: #161b22; --pass: #4fc08d; --fail: #ff9259; --quiet: #9198a1; } }
        body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 2rem auto; max-width: 75rem; padding: 0 1rem; }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; }
        th, td { text-align: left; padding: .25rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; font-weight: normal; overflow-wrap: anywhere; }
        thead th { font-weight: 600; position: sticky; top: 0; background: var(--paper); white-space: nowrap; }
        tbody th { min-width: 9rem; }
        .number { white-space: nowrap; text-align: right; }
        .passed { color: var(--pass); } .failed { color: var(--fail); } .none { color: var(--quiet); }
        .bar { display: block; width: 8rem; height: .8rem; margin-top: .35rem; background: var(--soft); border: 1px solid var(--line); }
        .bar span { display: block; height: 100%; background: var(--pass); }
        .beside { display: flex; flex-wrap: wrap; gap: 1rem; }
        figure { margin: .5rem 0; flex: 1 1 20rem; min-width: 0; } figcaption { font-weight: 600; }
        pre { background: var(--soft); border: 1px solid var(--line); padding: .6rem; overflow-x: auto; }
        """;
}
