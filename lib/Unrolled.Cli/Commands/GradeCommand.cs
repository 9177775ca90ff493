using System.CommandLine;
using Spectre.Console;
using Unrolled.Cli.Grading;
using Unrolled.Notebooks;

namespace Unrolled.Cli.Commands;

/// <summary><c>grade</c>: runs a class's notebooks and tells which exercises each of them passes.</summary>
internal static class GradeCommand
{
    public static Command Create(IAnsiConsole console)
    {
        var paths = new Argument<string[]>("paths") { Description = "Students' notebooks, or folders of them.", Arity = ArgumentArity.OneOrMore };
        var timeout = NumberOption.Seconds("--timeout", "How long one notebook may run, in seconds.", 600);
        var cellTimeout = NumberOption.Seconds("--cell-timeout", "How long one cell may run, in seconds.", 60);
        // The compiler alone needs more than 200 MB.
        var memory = NumberOption.Count("--memory", "MB", "How much memory one notebook may use, in megabytes.", 256, 1_000_000, 2048);
        var jobs = NumberOption.Count("--jobs", "N", "How many notebooks run at the same time.", 1, 64, 1);
        var json = new Option<string?>("--json") { Description = "Also write the grades to this file as JSON.", HelpName = "FILE" };
        var junit = new Option<string?>("--junit") { Description = "Also write the grades to this file as JUnit XML.", HelpName = "FILE" };
        var command = new Command("grade", """
            Run students' notebooks and tell which exercises each of them passes. Outputs that stand in the files count for nothing.
            Students' code runs here with your rights: grade strangers' notebooks in a container or under an account of its own.
            A verdict says that the code in the notebook passes. It does not say who wrote it, and code made to deceive can forge it.
            """)
        {
            paths, timeout, cellTimeout, memory, jobs, json, junit,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            string?[] files = [parsed.GetValue(json), parsed.GetValue(junit)];
            if (files.OfType<string>().FirstOrDefault(file => !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file)))) is { } nowhere)
                throw new UsageException($"The folder of {nowhere} does not exist. Make it first, or name another file.");
            var limits = new GradeLimits(
                TimeSpan.FromSeconds(parsed.GetValue(timeout)), TimeSpan.FromSeconds(parsed.GetValue(cellTimeout)), parsed.GetValue(memory));
            var book = await GradeAsync(console, parsed.GetRequiredValue(paths), limits, parsed.GetValue(jobs), cancel).ConfigureAwait(false);
            GradeTable.Show(console, book);
            Write(files[0], GradeJson.Of(book));
            Write(files[1], GradeJUnit.Of(book));
            return book.Rows.All(row => row.Graded.Unreadable is null) ? ExitCode.Pass : ExitCode.Failures;
        });
        return command;
    }

    private static async Task<Gradebook> GradeAsync(IAnsiConsole console, string[] paths, GradeLimits limits, int jobs, CancellationToken cancel)
    {
        var grader = new Grader(CourseFolder.Find(), limits);
        var notebooks = StudentNotebook.Find(paths);
        var graded = new Graded[notebooks.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancel };
        await Parallel.ForAsync(0, notebooks.Count, options, async (i, stop) =>
        {
            console.Hint($"grading {notebooks[i]} …");
            graded[i] = await grader.GradeAsync(notebooks[i], stop).ConfigureAwait(false);
        }).ConfigureAwait(false);
        return Gradebook.Of(graded);
    }

    private static void Write(string? path, byte[] content)
    {
        if (path is not null)
            AtomicFile.Write(path, stream => stream.Write(content));
    }
}
