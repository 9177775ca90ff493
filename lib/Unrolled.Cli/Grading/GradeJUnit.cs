using System.Text;
using System.Xml;
using System.Xml.Linq;
using Unrolled.Exercises;

namespace Unrolled.Cli.Grading;

/// <summary>The grades as JUnit XML, which build servers and course platforms show: a suite for each notebook, a test for each exercise.</summary>
internal static class GradeJUnit
{
    public static byte[] Of(Gradebook book)
    {
        var document = new XDocument(new XElement("testsuites", book.Rows.Select(Suite)));
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false) }))
            document.Save(writer);
        return stream.ToArray();
    }

    private static XElement Suite(GradedRow row)
    {
        XElement[] tests = row.Graded.Unreadable is { } why
            ? [Test(row, "notebook", new XElement("error", new XAttribute("message", Printable.Of(why))))]
            : [.. row.All.Select(exercise => Test(row, $"{exercise}", State(row, exercise)))];
        return new("testsuite",
            new XAttribute("name", Printable.Of(row.Graded.Path)),
            new XAttribute("tests", tests.Length),
            Count("failures", "failure"), Count("errors", "error"), Count("skipped", "skipped"),
            tests,
            row.Graded.Problems.Length > 0 ? new XElement("system-err", Printable.Of(string.Join('\n', row.Graded.Problems))) : null);

        XAttribute Count(string name, string kind) => new(name, tests.Count(test => test.Element(kind) is not null));
    }

    private static XElement Test(GradedRow row, string name, XElement? state) =>
        new("testcase", new XAttribute("classname", Printable.Of(row.Graded.Path)), new XAttribute("name", name), state);

    private static XElement? State(GradedRow row, Exercise exercise)
    {
        var outcome = row.Graded.Outcome(exercise);
        return outcome switch
        {
            OutcomeWords.Passed => null,
            OutcomeWords.Compare => new("skipped", new XAttribute("message", "answered in words; to be read")),
            OutcomeWords.NotAttempted or Verdict.Missing => new("skipped", new XAttribute("message", outcome)),
            OutcomeWords.Failed or OutcomeWords.TooSlow => new("error", new XAttribute("message", outcome)),
            _ => new("failure", new XAttribute("message", row.Graded.Told(exercise))),
        };
    }
}
