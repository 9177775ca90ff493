using System.CommandLine;
using Spectre.Console;
using Unrolled.Cli.Commands;
using Unrolled.Notebooks;

namespace Unrolled.Cli;

/// <summary>The commands, their exit codes, and the errors they share.</summary>
internal static class CommandLine
{
    // Longer than an interrupted cell may take to be given up, so that its worker and temporary files are gone before this process is.
    private static readonly TimeSpan EndWithin = TimeSpan.FromSeconds(15);

    public static async Task<int> RunAsync(string[] args, IAnsiConsole console)
    {
        var root = new RootCommand("Unrolled: a course workbook on recurrent neural networks. Without a command, runs every chapter.")
        {
            RunCommand.Create(console),
            CheckCommand.Create(console),
            DoctorCommand.Create(console),
            DataCommand.Create(console),
            ExercisesCommand.Create(console),
            GradeCommand.Create(console),
            HelpCommands.Hint(console),
            HelpCommands.Solution(console),
            SlidesCommand.Create(console),
            FiguresCommand.Create(console),
            KernelCommand.Create(console),
        };
        root.SetAction((_, cancel) => RunCommand.RunAllAsync(console, cancel));

        var parsed = root.Parse(args);
        try
        {
            var invocation = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = EndWithin };
            var exitCode = await parsed.InvokeAsync(invocation).ConfigureAwait(false);
            return parsed.Errors.Count > 0 ? ExitCode.Usage : exitCode;
        }
        catch (UsageException e)
        {
            Console.Error.WriteLine(e.Message);
            return ExitCode.Usage;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or NotebookFormatException)
        {
            Console.Error.WriteLine(e.Message);
            return ExitCode.Failures;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("Interrupted. Nothing further was run or written.");
            return ExitCode.Failures;
        }
    }
}
