using System.CommandLine;
using Spectre.Console;
using Unrolled.Cli.Grading;

namespace Unrolled.Cli.Commands;

/// <summary>The files that grades are written to, and the names of the class: options that <c>grade</c> and <c>grade merge</c> share.</summary>
internal sealed class GradeReports
{
    private readonly Option<string?> _json = File("--json", "as JSON, from which grade --resume and grade merge go on");
    private readonly Option<string?> _junit = File("--junit", "as JUnit XML");
    private readonly Option<string?> _csv = File("--csv", "as CSV for a gradebook, a line for each student");
    private readonly Option<string?> _html = File("--html", "as a page: the class at a glance");
    private readonly Option<string?> _roster = new("--roster")
    {
        Description = "A CSV file with the students' names, one first in each line. The reports then list who handed in nothing.",
        HelpName = "FILE",
    };

    public GradeReports(Command command)
    {
        foreach (var option in (Option[])[_json, _junit, _csv, _html, _roster])
            command.Options.Add(option);
    }

    /// <summary>The file for JSON, or null.</summary>
    public string? Json(ParseResult parsed) => parsed.GetValue(_json);

    /// <summary>The names given.</summary>
    /// <exception cref="UsageException">The file can't be read.</exception>
    public Roster Roster(ParseResult parsed) => parsed.GetValue(_roster) is { } path ? Grading.Roster.Read(path) : Grading.Roster.None;

    /// <exception cref="UsageException">A report could not be written where it should.</exception>
    public void Check(ParseResult parsed)
    {
        foreach (var option in (Option<string?>[])[_json, _junit, _csv, _html])
        {
            if (parsed.GetValue(option) is { } file && !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file))))
                throw new UsageException($"The folder of {file} ({option.Name}) does not exist. Make it first, or name another file.");
        }
    }

    /// <summary>Shows the table and writes every report that was asked for.</summary>
    public void Write(IAnsiConsole console, ParseResult parsed, Gradebook book, CourseFolder course)
    {
        GradeTable.Show(console, book);
        Write(parsed.GetValue(_json), () => GradeJson.Of(book));
        Write(parsed.GetValue(_junit), () => GradeJUnit.Of(book));
        Write(parsed.GetValue(_csv), () => GradeCsv.Of(book));
        Write(parsed.GetValue(_html), () => GradeHtml.Of(book, Alike.In(book, Alike.StubsOf(course))));
    }

    private static Option<string?> File(string name, string how) => new(name) { Description = $"Also write the grades to this file {how}.", HelpName = "FILE" };

    private static void Write(string? path, Func<byte[]> content)
    {
        if (path is not null)
        {
            var bytes = content();
            AtomicFile.Write(path, stream => stream.Write(bytes));
        }
    }
}
