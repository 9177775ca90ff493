using System.CommandLine;
using Spectre.Console;
using Unrolled.Exercises;

namespace Unrolled.Cli.Commands;

/// <summary><c>hint</c> and <c>solution</c>: help with one exercise, outside its notebook.</summary>
internal static class HelpCommands
{
    public static Command Hint(IAnsiConsole console)
    {
        var id = Id();
        var number = new Argument<int>("number") { Description = "Which hint, from 1. Default: the first.", DefaultValueFactory = _ => 1 };
        var command = new Command("hint", "Show a hint for an exercise.") { id, number };
        command.SetAction(parsed =>
        {
            var (exercise, wanted) = (Find(parsed.GetRequiredValue(id)), parsed.GetValue(number));
            if (wanted < 1 || wanted > exercise.Hints.Count)
                throw new UsageException(Invariant($"Exercise {exercise.Id} has hints 1 to {exercise.Hints.Count}, got {wanted}."));

            return Show(console, exercise.Hint(wanted));
        });
        return command;
    }

    public static Command Solution(IAnsiConsole console)
    {
        var id = Id();
        var command = new Command("solution", "Show a solution of an exercise, with its explanation.") { id };
        command.SetAction(parsed => Show(console, Find(parsed.GetRequiredValue(id)).Solution()));
        return command;
    }

    private static Argument<string> Id() => new("exercise") { Description = "The exercise's number, such as 3.7." };

    private static Exercise Find(string id) => Catalogue.Find(id) ?? throw new UsageException(
        $"There is no exercise \"{id}\". The exercises are {string.Join(", ", Catalogue.All.Select(exercise => exercise.Id))}.");

    private static int Show(IAnsiConsole console, Note note)
    {
        console.Write(new Text(note.Markdown + "\n"));
        return ExitCode.Pass;
    }
}
