using System.Globalization;
using Spectre.Console;
using Unrolled.Exercises;

namespace Unrolled.Cli.Auditing;

/// <summary><c>exercises --audit</c>: one line for each exercise, and below it every rule that is broken.</summary>
internal static class Audit
{
    public static async Task<int> RunAsync(IAnsiConsole console, CourseFolder course, CancellationToken cancel)
    {
        console.Hint("running the stubs in the chapters …");
        var (stubs, stubProblems) = await NotebookVerdicts.RunAsync(course.Notebooks, course, cancel).ConfigureAwait(false);
        console.Hint("running the solutions …");
        var folder = Path.Combine(course.Notebooks, "solutions");
        var (solutions, solutionProblems) = await NotebookVerdicts.RunAsync(folder, course, cancel).ConfigureAwait(false);
        console.Hint("trying every exercise on itself …");

        var table = new Table().Border(TableBorder.Rounded)
            .AddColumn("exercise")
            .AddColumn(new TableColumn("hints").RightAligned())
            .AddColumn(new TableColumn("mistakes").RightAligned())
            .AddColumn(new TableColumn("recognised").RightAligned())
            .AddColumn("stub").AddColumn("solution")
            .AddColumn(new TableColumn("check").RightAligned())
            .AddColumn("result");
        List<string> broken = [.. stubProblems, .. solutionProblems];
        foreach (var audit in Catalogue.All.Select(ExerciseAudit.Of))
        {
            cancel.ThrowIfCancellationRequested();
            var id = audit.Exercise.Id;
            var (stub, solution) = (stubs.GetValueOrDefault(id, "no cell"), solutions.GetValueOrDefault(id, "no cell"));
            List<string> rules = [.. audit.BrokenRules];
            if (stub != OutcomeWords.NotAttempted)
                rules.Add($"its stub in the chapter must give not-attempted, got {stub}");
            if (solution != (audit.Exercise is WordsExercise ? OutcomeWords.Compare : OutcomeWords.Passed))
                rules.Add($"its solution must pass, got {solution}");
            broken.AddRange(rules.Select(rule => $"{id}: {rule}"));
            table.AddRow(
                new Text($"{audit.Exercise}"),
                Number(audit.Hints), Number(audit.Mistakes), Number(audit.Recognised),
                new Text(stub), new Text(solution),
                new Text(Invariant($"{audit.CheckTime.TotalMilliseconds:0.0} ms")),
                rules.Count == 0 ? new Text("passed", Style.Parse("green")) : new Text("failed", Style.Parse("red")));
        }

        console.Write(table);
        console.Write(new Text(Summary()));
        foreach (var rule in broken)
            console.Error(rule);
        return broken.Count == 0 ? ExitCode.Pass : ExitCode.Failures;
    }

    private static string Summary()
    {
        var words = Catalogue.All.Count(exercise => exercise is WordsExercise);
        return Invariant($"{Catalogue.All.Count - words} exercises and {words} questions in words\n");
    }

    private static Text Number(int number) => new(number.ToString(CultureInfo.InvariantCulture));
}
