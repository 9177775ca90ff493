namespace Unrolled.Kernel.Tests.Protocol;

public sealed class StrayOutputTests
{
    private const string Child = """
        var shell = OperatingSystem.IsWindows() ? ("cmd", "/c ") : ("sh", "-c ");
        void Say(string command) => System.Diagnostics.Process.Start(shell.Item1, shell.Item2 + '"' + command + '"').WaitForExit();
        """;

    [Theory]
    [InlineData("echo stray", "stray")]
    [InlineData("printf stray", "stray")]
    public void What_a_child_process_writes_stays_a_line_of_its_own(string command, string line)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() && command.StartsWith("printf", StringComparison.Ordinal), "Windows has no printf.");
        using var worker = WorkerProcess.Open();
        worker.RunCell(1, Child);
        worker.SendCell(2, $"Say(\"{command}\");");
        Assert.Equal(line, worker.NextLine().Trim());
        Assert.Equal("ok", worker.Next().Status);
    }

    [Fact]
    public void Console_text_that_belongs_to_no_cell_is_not_mistaken_for_a_message()
    {
        using var worker = WorkerProcess.Open();
        var cell = worker.RunCell(1, """
            using System.Threading;
            var outside = new Thread(() => Console.WriteLine("from nowhere"));
            outside.UnsafeStart();
            outside.Join();
            """);
        Assert.Equal("ok", Assert.Single(cell).Status);
        worker.EndInput();
        Assert.Contains("from nowhere", worker.Errors(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_thread_that_throws_when_no_cell_runs_is_told_by_the_next_cell()
    {
        using var worker = WorkerProcess.Open();
        var (go, gone) = (Path.Combine(worker.Folder, "go"), Path.Combine(worker.Folder, "gone"));
        worker.RunCell(1, $$"""
            using System.IO;
            using System.Threading;
            var thread = new Thread(() => { while (!File.Exists(@"{{go}}")) Thread.Sleep(10); throw new Exception("late"); });
            thread.Start();
            new Thread(() => { thread.Join(); File.WriteAllText(@"{{gone}}", ""); }).Start();
            """);
        File.WriteAllText(go, "");
        Patience.Until(() => File.Exists(gone), "the end of the thread");
        var next = worker.RunCell(2, "thread.Join(); \"gone\"");
        Assert.Contains("Exception: late", next[0].Text, StringComparison.Ordinal);
        Assert.Contains("\"gone\"", next[1].Text, StringComparison.Ordinal);
    }
}
