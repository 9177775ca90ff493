using Unrolled.Notebooks;

namespace Unrolled.Kernel.Tests.Running;

/// <summary>Cells that take their process down: the caller lives, says what happened, and leaves nothing behind.</summary>
public sealed class LostWorkerTests
{
    // A library that a session loads might be copied, and stay behind.
    private static readonly string LoadCourse = $"#r \"{Path.Combine(Repository.Course, "Unrolled.dll")}\"\nConsole.Write(typeof(Unrolled.Rnn).Name);";

    public static TheoryData<string, string> Ending => new()
    {
        { "exit code 0", "Environment.Exit(0);" },
        { "exit code 5", "Environment.Exit(5);" },
        { "a crash", "int Deep(int n) => n + Deep(n + 1); Deep(0)" },
        { "a crash", "Environment.FailFast(\"enough\");" },
        { "a kill from outside", "System.Diagnostics.Process.GetCurrentProcess().Kill(); System.Threading.Thread.Sleep(-1);" },
    };

    [Theory]
    [MemberData(nameof(Ending))]
    public async Task A_worker_that_ends_within_a_cell_fails_that_cell_and_the_loss_is_told(string how, string source)
    {
        using var temporary = new WatchedFolder();
        var run = await Notebooks.RunAsync(Notebooks.Of(LoadCourse, source, "Console.Write(\"never\");"), temporary.Use);
        Assert.Equal((2, "c2", "WorkerLost"), (run.Failure!.Cell, run.Failure.Id, run.Failure.Error.Name));
        Assert.Contains(how, run.Failure.Error.Value, StringComparison.Ordinal);
        Assert.Contains("All variables are lost", run.Failure.Error.Value, StringComparison.Ordinal);
        Assert.Equal("before", run.Shown(3));
        temporary.AssertEmpty();
    }

    [Fact]
    public async Task A_cell_that_no_interrupt_stops_is_killed_at_its_limit_and_the_loss_is_told()
    {
        using var temporary = new WatchedFolder();
        var run = await Notebooks.RunAsync(
            Notebooks.Of(LoadCourse, "try { throw new Exception(); } finally { while (true) { } }"), o => temporary.Use(o) with { CellTimeLimit = TimeSpan.FromSeconds(6) });
        Assert.Equal("TimeLimit", run.Failure!.Error.Name);
        var told = run.Document.Cells[1].Outputs.OfType<ErrorOutput>().Select(e => e.Value);
        Assert.Contains(told, value => value.Contains("All variables are lost", StringComparison.Ordinal));
        temporary.AssertEmpty();
    }

    [Fact]
    public async Task A_run_that_ends_well_leaves_no_temporary_files()
    {
        using var temporary = new WatchedFolder();
        var run = await Notebooks.RunAsync(Notebooks.Of(LoadCourse), temporary.Use);
        Assert.Null(run.Failure);
        temporary.AssertEmpty();
    }
}
