using System.Diagnostics;
using System.Globalization;

namespace Unrolled.Kernel.Tests.Running;

/// <summary>A child process inherits the worker's streams; the runner must not wait for it.</summary>
public sealed class ChildProcessTests
{
    private const string StartChild = """
        var command = OperatingSystem.IsWindows() ? ("ping", "-n 100 localhost") : ("sleep", "100");
        var child = System.Diagnostics.Process.Start(command.Item1, command.Item2);
        Console.Write(child.Id);
        """;

    [Theory]
    [InlineData("", null)]
    [InlineData("System.Threading.Thread.Sleep(500); Environment.Exit(5);", "WorkerLost")]
    public async Task A_run_ends_though_a_child_process_lives_on(string ending, string? error)
    {
        var run = await Notebooks.RunAsync(Notebooks.Of(StartChild, ending));
        using var child = Process.GetProcessById(int.Parse(run.Shown(1), CultureInfo.InvariantCulture));
        var lived = !child.HasExited;
        child.Kill();
        Assert.True(lived);
        Assert.Equal(error, run.Failure?.Error.Name);
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
        Assert.EndsWith("(The rest of what child processes printed is left out.)\n", run.Shown(1), StringComparison.Ordinal);
    }
}
