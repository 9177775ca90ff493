using Spectre.Console;
using Unrolled.Exercises;

namespace Unrolled.Cli.Grading;

/// <summary>The grades on the screen, and below them what went wrong in the notebooks.</summary>
internal static class GradeTable
{
    public static void Show(IAnsiConsole console, Gradebook book)
    {
        var table = new Table().Border(TableBorder.Rounded)
            .AddColumn("notebook")
            .AddColumn(new TableColumn("passed").RightAligned())
            .AddColumn(new TableColumn("in words").RightAligned())
            .AddColumn("not passed");
        foreach (var row in book.Rows)
        {
            table.AddRow(
                Plain(row.Graded.Path), Of(row.Passed, row.Judged.Count()), Of(row.Answered, row.InWords.Count()),
                row.Graded.Unreadable is not null ? new Text("could not be run", Style.Parse("red")) : Plain(NotPassed(row)));
        }

        console.Write(table);
        foreach (var graded in book.Rows.Select(row => row.Graded).Where(g => g.Unreadable is not null || g.Problems.Length > 0))
        {
            console.Error($"{Printable.Of(graded.Path)}:");
            foreach (var line in graded.Problems.Prepend(graded.Unreadable).OfType<string>())
                console.Write(Plain($"  {line}\n"));
        }

        foreach (var left in book.LeftOut)
            console.Error(Printable.Of($"{left.Path}: {left.Why}"));
        if (book.Absent.Count > 0)
            console.Error($"Nothing came from: {Printable.Of(string.Join(", ", book.Absent))}.");
        console.Hint($"sandbox: {book.Sandbox}");
    }

    private static Text Plain(string text) => new(Printable.Of(text));

    private static Text Of(int some, int all) => new(Invariant($"{some} of {all}"));

    // The same outcome said once: "2.2 no bias; 2.3, 2.4 not-attempted".
    private static string NotPassed(GradedRow row) => string.Join("; ", row.Judged
        .Select(exercise => (exercise.Id, Told: row.Graded.Told(exercise)))
        .Where(e => e.Told != OutcomeWords.Passed).GroupBy(e => e.Told)
        .Select(group => $"{string.Join(", ", group.Select(e => e.Id))} {group.Key}"));
}
