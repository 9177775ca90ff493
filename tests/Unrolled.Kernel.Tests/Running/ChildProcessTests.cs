using Unrolled.Notebooks;

namespace Unrolled.Kernel.Tests.Running;

/// <summary>A child process inherits the worker's streams; the runner must not wait for it.</summary>
public sealed class ChildProcessTests
{
    // Waits for the file "go", though not longer than its folder is there, and answers with the file "gone".
    private const string StartChild = """
        System.Diagnostics.Process.Start("/bin/sh", "-c \"until [ -e go ]; do [ -d $PWD ] || exit; sleep 0.1; done; echo > gone\"");
        """;

    [Theory]
    [InlineData("", null)]
    [InlineData("System.Threading.Thread.Sleep(500); Environment.Exit(5);", "WorkerLost")]
    public async Task A_run_ends_though_a_child_process_lives_on(string ending, string? error)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Uses a Unix shell.");
        using var folder = new TemporaryFolder();
        var run = await NotebookRunner.RunAsync(Notebooks.Of(StartChild, ending), Notebooks.Options(folder.Path), null, CancellationToken.None)
            .WaitAsync(Patience.Limit);
        Assert.Equal(error, run.Failure?.Error.Name);
        var gone = Path.Combine(folder.Path, "gone");
        Assert.False(File.Exists(gone));
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "go"), "");
        Patience.Until(() => File.Exists(gone), "the child's end");
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

    // A worker of its own: other tests close the output that child processes inherit.
    [Fact]
    public async Task What_a_child_process_prints_is_text_even_if_it_looks_like_a_message()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Uses a Unix shell.");
        await using var worker = new SurvivedCellTests.SharedWorker();
        await worker.InitializeAsync();
        string[] lines =
        [
            "{}", "null", "[1, 2]", "{\"type\": \"output\"}", "{\"type\": \"output\", \"output\": {}}",
            "{\"type\": \"output\", \"output\": {\"output_type\": \"stream\"}}",
        ];
        foreach (var line in lines)
        {
            var source = $$"""
                var start = new System.Diagnostics.ProcessStartInfo("/bin/sh") { ArgumentList = { "-c", {{"\"printf '%s\\n' \\\"$1\\\"\""}}, "sh", @"{{line.Replace("\"", "\"\"", StringComparison.Ordinal)}}" } };
                System.Diagnostics.Process.Start(start).WaitForExit();
                """;
            Assert.Equal((CellStatus.Ok, null), await worker.RunAsync(source));
            Assert.Equal(line + "\n", worker.Printed);
        }

        await worker.AssertGoesOnAsync();
    }
}
