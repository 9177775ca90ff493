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
    public async Task A_cell_that_no_interrupt_stops_is_given_up_with_its_worker_and_the_loss_is_told()
    {
        using var folder = new TemporaryFolder();
        using var interrupt = new CancellationTokenSource();
        await using var worker = await CellWorker.StartAsync(Notebooks.Options(folder.Path), CancellationToken.None);
        var told = new List<string>();
        var run = worker.RunAsync(new ExecuteRequest(1, "try { throw new Exception(); } finally { System.IO.File.WriteAllText(\"stuck\", \"\"); while (true) { } }"), Patience.Limit,
            output => told.Add(((ErrorOutput)output.Output).Value), interrupt.Token);
        Patience.Until(() => File.Exists(Path.Combine(folder.Path, "stuck")), "the finally block");
        await interrupt.CancelAsync();
        Assert.Equal(CellStatus.Stuck, await run);
        Assert.Contains(told, value => value.Contains("All variables are lost", StringComparison.Ordinal));
    }

    // Force may end the process with the cell; by what it is told, that is no crash of the cell's.
    [Theory]
    [InlineData("3; try { while (true) { } } finally { Environment.FailFast(\"\"); }")]
    [InlineData("new System.Numerics.BigInteger(3); System.Numerics.BigInteger.Pow(three, 20_000_000).ToString();")]
    [InlineData("Enumerable.Repeat(1, int.MaxValue).SelectMany(i => new int[9]).SkipWhile(0.Equals).SkipWhile(1.Equals).SkipWhile(0.Equals).Count();")]
    public async Task A_library_that_computes_without_end_is_stopped_or_given_up_with_its_worker(string source)
    {
        using var folder = new TemporaryFolder();
        using var interrupt = new CancellationTokenSource();
        await using var worker = await CellWorker.StartAsync(Notebooks.Options(folder.Path), CancellationToken.None);
        var told = new List<CellEvent>();
        var run = worker.RunAsync(new ExecuteRequest(1, $"System.IO.File.WriteAllText(\"begun\", \"\"); var three = {source}"), Patience.Limit, told.Add, interrupt.Token);
        Patience.Until(() => run.IsCompleted || File.Exists(Path.Combine(folder.Path, "begun")), "the computation");
        await interrupt.CancelAsync();
        Assert.True(await run is CellStatus.Interrupted or CellStatus.Stuck);
        Assert.Contains("interrupted", Assert.Single(told.Select(e => e.Output).OfType<ErrorOutput>()).Value, StringComparison.Ordinal);
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
