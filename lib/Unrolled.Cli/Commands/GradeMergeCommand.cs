using System.CommandLine;
using Spectre.Console;
using Unrolled.Cli.Grading;

namespace Unrolled.Cli.Commands;

/// <summary><c>grade merge</c>: joins the grades of several runs into one report.</summary>
internal static class GradeMergeCommand
{
    public static Command Create(IAnsiConsole console)
    {
        var files = new Argument<string[]>("files") { Description = "Files that grade --json wrote.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("merge", "Join the grades of several runs, such as those of --shard, into one report. Nothing is run.") { files };
        var reports = new GradeReports(command);
        command.SetAction(parsed =>
        {
            reports.Check(parsed);
            var read = parsed.GetRequiredValue(files).Select(GradeJson.Read).ToList();
            // A notebook that was graded twice counts once, as it was graded last.
            var graded = read.SelectMany(file => file.Graded).GroupBy(g => g.Path).Select(same => same.Last()).OrderBy(g => g.Path, StringComparer.Ordinal).ToList();
            var book = Gradebook.Of(
                graded, [.. read.SelectMany(file => file.LeftOut).Distinct()], reports.Roster(parsed).Without(graded.Select(g => g.Student)), string.Join("; ", read.Select(file => file.Sandbox).Distinct()));
            reports.Write(console, parsed, book, CourseFolder.Find());
            return book.IsComplete ? ExitCode.Pass : ExitCode.Failures;
        });
        return command;
    }
}
