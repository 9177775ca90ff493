using Unrolled.Notebooks;

namespace Unrolled.Kernel.Tests.Running;

public sealed class RunnerTests
{
    [Theory]
    [InlineData(false, "before", 1)]
    [InlineData(true, "fresh", 0)]
    public async Task Optional_cells_keep_their_outputs_unless_asked_for(bool optional, string shown, int skipped)
    {
        var document = Notebooks.Of([("Console.Write(\"first\");", null), ("Console.Write(\"fresh\");", "optional"), ("Console.Write(\"last\");", null)]);
        var run = await Notebooks.RunAsync(document, o => o with { Optional = optional });
        Assert.Equal(["first", shown, "last"], [run.Shown(1), run.Shown(2), run.Shown(3)]);
        Assert.Equal(skipped, run.CellsSkipped);
        Assert.Equal(3, run.CellsRun + run.CellsSkipped);
    }

    [Fact]
    public async Task A_later_cell_replaces_what_an_earlier_one_displayed()
    {
        var run = await Notebooks.RunAsync(Notebooks.Of("var shown = display(\"first\", \"text/plain\");", "shown.Update(\"second\"); Console.Write(\"third\");"));
        Assert.Equal(["second", "third"], [run.Shown(1), run.Shown(2)]);
    }

    [Fact]
    public async Task Cells_after_a_failure_do_not_run_and_keep_their_outputs()
    {
        var run = await Notebooks.RunAsync(Notebooks.Of("Console.Write(\"first\");", "throw new Exception(\"told\");", "Console.Write(\"never\");"));
        Assert.Equal((2, "c2", "told"), (run.Failure!.Cell, run.Failure.Id, run.Failure.Error.Value));
        Assert.Equal(["first", "", "before"], [run.Shown(1), run.Shown(2), run.Shown(3)]);
        Assert.Equal(2, run.CellsRun);
    }

    [Fact]
    public async Task A_cancelled_run_stops_its_cell_and_gives_no_document()
    {
        using var folder = new TemporaryFolder();
        using var cancel = new CancellationTokenSource();
        var started = Path.Combine(folder.Path, "started");
        var document = Notebooks.Of("System.IO.File.WriteAllText(\"started\", \"\"); while (true) { }");
        var run = NotebookRunner.RunAsync(document, Notebooks.Options(folder.Path), null, cancel.Token);
        Patience.Until(() => File.Exists(started), "the start of the cell");
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    [Fact]
    public async Task A_cell_that_is_cancelled_before_it_is_asked_for_does_not_run_on()
    {
        using var folder = new TemporaryFolder();
        await using var worker = await CellWorker.StartAsync(Notebooks.Options(folder.Path), CancellationToken.None);
        var status = await worker.RunAsync(new ExecuteRequest(1, "while (true) { }"), Patience.Limit, _ => { }, new CancellationToken(canceled: true));
        Assert.Equal((CellStatus.Interrupted, true), (status, worker.IsAlive));
    }

    [Fact]
    public async Task A_missing_kernel_is_named_with_what_to_do()
    {
        var error = await Assert.ThrowsAsync<FileNotFoundException>(
            () => Notebooks.RunAsync(Notebooks.Of(""), o => o with { KernelPath = Path.Combine(o.Directory, "Kernel.dll") }));
        Assert.Contains("Kernel.dll does not exist. Run dotnet build", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "exit code")]
    [InlineData(false, "there-is-no-such-folder")]
    public async Task A_worker_that_does_not_start_is_told(bool folderExists, string expected)
    {
        using var folder = new TemporaryFolder();
        var notAKernel = Path.Combine(folder.Path, "Kernel.dll");
        File.WriteAllText(notAKernel, "not an assembly");
        var options = Notebooks.Options(folderExists ? folder.Path : Path.Combine(folder.Path, "there-is-no-such-folder")) with { KernelPath = notAKernel };
        var error = await Assert.ThrowsAsync<WorkerException>(() => NotebookRunner.RunAsync(Notebooks.Of(""), options, null, CancellationToken.None));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }
}
