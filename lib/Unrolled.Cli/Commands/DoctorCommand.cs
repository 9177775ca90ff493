using System.CommandLine;
using Spectre.Console;

namespace Unrolled.Cli.Commands;

/// <summary><c>doctor</c>: what this machine has and lacks, and the command that mends it.</summary>
internal static class DoctorCommand
{
    public static Command Create(IAnsiConsole console)
    {
        var command = new Command("doctor", "Tell what this machine has and lacks for the course, and how to mend it.");
        command.SetAction(async (_, cancel) =>
        {
            var findings = await Doctor.ExamineAsync(CourseFolder.Find(), cancel).ConfigureAwait(false);
            var table = new Table().Border(TableBorder.Rounded).AddColumns("what", "state", "how to mend it");
            foreach (var finding in findings)
                table.AddRow(new Text(finding.What), State(finding), new Text(finding.Mend));
            console.Write(table);
            return findings.Any(f => f is { Ok: false, Needed: true }) ? ExitCode.Failures : ExitCode.Pass;
        });
        return command;
    }

    private static Text State(Finding finding) => finding switch
    {
        { Ok: true } => new Text(finding.State, Style.Parse("green")),
        { Needed: true } => new Text(finding.State, Style.Parse("red")),
        _ => new Text(finding.State + " (optional)", Style.Parse("yellow")),
    };
}
