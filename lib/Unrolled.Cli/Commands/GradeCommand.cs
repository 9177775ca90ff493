using System.Collections.Immutable;
using System.CommandLine;
using Spectre.Console;
using Unrolled.Cli.Grading;

namespace Unrolled.Cli.Commands;

/// <summary><c>grade</c>: runs a class's notebooks and tells which exercises each of them passes.</summary>
internal static class GradeCommand
{
    public static Command Create(IAnsiConsole console)
    {
        var paths = new Argument<string[]>("paths") { Description = "Students' notebooks, or folders or zip archives of them.", Arity = ArgumentArity.OneOrMore };
        var timeout = NumberOption.Seconds("--timeout", "How long one notebook may run, in seconds.", 600);
        var cellTimeout = NumberOption.Seconds("--cell-timeout", "How long one cell may run, in seconds.", 60);
        // The compiler alone needs more than 200 MB.
        var memory = NumberOption.Count("--memory", "MB", "How much memory one notebook may use, in megabytes.", 256, 1_000_000, 2048);
        var jobs = NumberOption.Count("--jobs", "N", "How many notebooks run at the same time.", 1, 64, 1);
        var shard = new Option<Shard>("--shard")
        {
            Description = "Grade only a share of the notebooks, such as 3/10, the third of ten. Join the JSON files with grade merge.",
            HelpName = "K/N",
            CustomParser = Shard.Parse,
            DefaultValueFactory = _ => Shard.All,
        };
        var resume = new Option<bool>("--resume") { Description = "Keep the grades that the file of --json holds of notebooks that are the same; grade the others." };
        var open = new Option<bool>("--no-sandbox") { Description = "Do not use the sandbox that this machine has, for notebooks that need the network." };
        var command = new Command("grade", """
            Run students' notebooks and tell which exercises each of them passes. Outputs that stand in the files count for nothing.
            Where Linux has bwrap or unshare, students' code runs in a sandbox, and the report says in which. Elsewhere it runs with your
            rights: grade strangers' notebooks in a container or under an account of its own.
            A verdict says that the code in the notebook passes. It does not say who wrote it, and code made to deceive can forge it.
            """)
        {
            paths, timeout, cellTimeout, memory, jobs, shard, resume, open,
        };
        var reports = new GradeReports(command);
        command.Subcommands.Add(GradeMergeCommand.Create(console));
        command.SetAction(async (parsed, cancel) =>
        {
            reports.Check(parsed);
            var json = reports.Json(parsed);
            if (parsed.GetValue(resume) && json is null)
                throw new UsageException("--resume needs --json FILE, the file that holds the grades so far.");
            var (course, roster) = (CourseFolder.Find(), reports.Roster(parsed));
            var named = parsed.GetRequiredValue(paths);
            var handIns = HandIns.Of(HandInFiles.Of(named), roster);
            var limits = new GradeLimits(
                TimeSpan.FromSeconds(parsed.GetValue(timeout)), TimeSpan.FromSeconds(parsed.GetValue(cellTimeout)), parsed.GetValue(memory));
            var sandbox = parsed.GetValue(open) ? Sandbox.None : Sandbox.Find(course, named);
            var run = new ClassRun(new Grader(course, limits, sandbox), parsed.GetValue(shard)!.Of(handIns.Notebooks), Known(json, parsed.GetValue(resume)));
            try
            {
                await run.ToTheEndAsync(parsed.GetValue(jobs), console.Hint, Keep, cancel).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (json is not null)
            {
                console.Hint(Invariant($"Interrupted after {run.Graded.Count} of {run.Count} notebooks. Their grades are in {json}; --resume goes on."));
                throw;
            }

            var book = Book();
            reports.Write(console, parsed, book, course);
            return book.IsComplete ? ExitCode.Pass : ExitCode.Failures;

            Gradebook Book() => Gradebook.Of(run.Graded, handIns.LeftOut, roster.Without(handIns.Notebooks.Select(handIn => handIn.Student)), sandbox.Told);

            void Keep()
            {
                if (json is not null)
                    AtomicFile.Write(json, stream => stream.Write(GradeJson.Of(Book())));
            }
        });
        return command;
    }

    private static ImmutableArray<Graded> Known(string? json, bool resume) => resume && File.Exists(json) ? GradeJson.Read(json).Graded : [];
}
