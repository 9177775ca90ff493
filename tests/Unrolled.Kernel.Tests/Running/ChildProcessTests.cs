using Unrolled.Notebooks;

namespace Unrolled.Kernel.Tests.Running;

/// <summary>Processes that cells start.</summary>
public sealed class ChildProcessTests
{
    // Tells its process id in a file, and would live for hours.
    private const string StartChild = """
        System.Diagnostics.Process.Start("/bin/sh", "-c \"echo $$ > id; sleep 9999\"");
        while (!System.IO.File.Exists("id") || System.IO.File.ReadAllText("id").Length == 0) System.Threading.Thread.Sleep(10);
        """;

    // The shell ends at once; what it started has lost its parent.
    private const string StartOrphan = """
        System.Diagnostics.Process.Start("/bin/sh", "-c \"sleep 9999 & echo $! > id\"").WaitForExit();
        """;

    [Theory]
    [InlineData(StartChild, "")]
    [InlineData(StartOrphan, "")]
    [InlineData(StartChild, "Environment.Exit(5);")]
    [InlineData(StartChild, "System.Diagnostics.Process.GetCurrentProcess().Kill(); System.Threading.Thread.Sleep(-1);")]
    [InlineData(StartChild, "new System.Threading.Thread(() => System.Threading.Thread.Sleep(-1)).Start();")]
    public async Task They_end_with_the_run(string start, string ending)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Uses a Unix shell.");
        Assert.SkipWhen(OperatingSystem.IsMacOS() && start == StartOrphan, "On macOS nobody adopts them.");
        using var folder = new TemporaryFolder();
        await NotebookRunner.RunAsync(Notebooks.Of(start, ending), Notebooks.Options(folder.Path), null, CancellationToken.None);
        await AssertEndsAsync(folder);
    }

    [Fact]
    public async Task They_end_with_an_interrupt_of_the_cell_that_started_them()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Uses a Unix shell.");
        using var folder = new TemporaryFolder();
        await using var worker = await CellWorker.StartAsync(Notebooks.Options(folder.Path), CancellationToken.None);
        await worker.RunAsync(new ExecuteRequest(1, "var earlier = System.Diagnostics.Process.Start(\"sleep\", \"9999\");"), Patience.Limit, _ => { }, CancellationToken.None);
        using var interrupt = new CancellationTokenSource();
        var cell = worker.RunAsync(new ExecuteRequest(2, StartChild + "Console.Write(1); System.Diagnostics.Process.Start(\"sleep\", \"9999\").WaitForExit();"),
            Patience.Limit, _ => interrupt.Cancel(), interrupt.Token);
        Assert.Equal(CellStatus.Interrupted, await cell);
        await AssertEndsAsync(folder);
        var shown = new List<CellEvent>();
        await worker.RunAsync(new ExecuteRequest(3, "Console.Write(earlier.HasExited);"), Patience.Limit, shown.Add, CancellationToken.None);
        Assert.Equal("False", ((StreamOutput)shown.Single().Output).Text);
    }

    private static async Task AssertEndsAsync(TemporaryFolder folder)
    {
        var id = int.Parse(await File.ReadAllTextAsync(Path.Combine(folder.Path, "id")), System.Globalization.CultureInfo.InvariantCulture);
        Patience.Until(() => !IsRunning(id), "the end of the child process");
    }

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [Fact]
    public async Task What_a_child_prints_without_end_does_not_fill_the_memory()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Uses a Unix shell.");
        var run = await Notebooks.RunAsync(Notebooks.Of("""
            var child = System.Diagnostics.Process.Start("/bin/sh", "-c \"yes yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy | head -c 30000000\"");
            child.WaitForExit();
            """));
        Assert.Null(run.Failure);
        Assert.InRange(run.Shown(1).Length, 5_000_000, 12_000_000);
        Assert.EndsWith("(The rest of what was printed besides the cell is left out.)\n", run.Shown(1), StringComparison.Ordinal);
    }
}
