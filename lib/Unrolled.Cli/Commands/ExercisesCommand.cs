using System.Collections.Immutable;
using System.CommandLine;
using Spectre.Console;
using Unrolled.Cli.Auditing;
using Unrolled.Exercises;
using Progress = Unrolled.Exercises.Progress;

namespace Unrolled.Cli.Commands;

/// <summary><c>exercises</c>: the learner's score; <c>--audit</c> tries every exercise on itself.</summary>
internal static class ExercisesCommand
{
    public static Command Create(IAnsiConsole console)
    {
        var audit = new Option<bool>("--audit")
        {
            Description = "Try every exercise on itself, with its stub and its solution, and tell every rule that is broken.",
        };
        var command = new Command("exercises", "List the exercises and which of them you have passed.") { audit };
        command.SetAction((parsed, cancel) => parsed.GetValue(audit)
            ? Audit.RunAsync(console, CourseFolder.Find(), cancel)
            : Task.FromResult(Show(console, new Progress(CourseFolder.Find().Root).Passed())));
        return command;
    }

    private static int Show(IAnsiConsole console, ImmutableSortedSet<string> passed)
    {
        foreach (var chapter in Catalogue.All.GroupBy(exercise => exercise.Chapter))
        {
            var table = new Table().Border(TableBorder.Rounded)
                .AddColumn(Invariant($"chapter {chapter.Key:00}"))
                .AddColumn(Score(chapter, passed)).AddColumn("state");
            foreach (var exercise in chapter)
                table.AddRow(new Text(exercise.Id), new Text(exercise.Title), State(passed.Contains(exercise.Id)));
            console.Write(table);
        }

        console.Write(new Text($"{Score(Catalogue.All, passed)}. A hint: hint 2.1; a solution: solution 2.1.\n"));
        return ExitCode.Pass;
    }

    private static string Score(IEnumerable<Exercise> exercises, ImmutableSortedSet<string> passed) => Invariant($"{exercises.Count(exercise => passed.Contains(exercise.Id))} of {exercises.Count()} passed");

    private static Text State(bool passed) => passed ? new Text("✓ passed", Style.Parse("green")) : new Text("○ open");
}
