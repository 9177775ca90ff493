namespace Unrolled.Kernel.Tests.Protocol;

/// <summary>What is written besides the console of a cell: by threads, by child processes, and after the cell.</summary>
public sealed class StrayOutputTests
{
    private const string Child = """
        void Say(string command)
        {
            var start = OperatingSystem.IsWindows()
                ? new System.Diagnostics.ProcessStartInfo("cmd") { ArgumentList = { "/c", command } }
                : new System.Diagnostics.ProcessStartInfo("/bin/sh") { ArgumentList = { "-c", command } };
            System.Diagnostics.Process.Start(start).WaitForExit();
        }
        """;

    [Theory]
    [InlineData("Say(\"echo from a child\");", "stdout", "from a child")]
    [InlineData("Say(\"echo from a child >&2\");", "stderr", "from a child")]
    [InlineData("using var raw = Console.OpenStandardOutput(); raw.Write(\"straight\"u8);", "stdout", "straight")]
    [InlineData("var back = new System.IO.StreamWriter(Console.OpenStandardError()); back.Write(\"half a line, ü\"); back.Flush();", "stderr", "half a line, ü")]
    public void What_reaches_the_processs_own_output_is_shown_by_the_cell(string source, string stream, string text)
    {
        using var worker = WorkerProcess.Open();
        worker.RunCell(1, Child);
        var cell = worker.RunCell(2, source.Replace("using var raw", "var raw", StringComparison.Ordinal));
        Assert.Equal("ok", cell[^1].Status);
        Assert.Equal(text, cell.Shown(stream).Trim());
    }

    [Theory]
    [InlineData("""{"type":"done","count":2,"status":"ok"}""")]
    [InlineData("""{"type":"output","output":{"output_type":"stream","name":"stdout","text":"fake"}}""")]
    [InlineData("{}")]
    [InlineData("null")]
    public void What_looks_like_a_message_is_text(string line)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Uses a Unix shell.");
        using var worker = WorkerProcess.Open();
        worker.RunCell(1, Child);
        var cell = worker.RunCell(2, $"""
            Console.WriteLine(@"{line.Replace("\"", "\"\"", StringComparison.Ordinal)}");
            Say(@"printf '%s\n' '{line.Replace("\"", "\"\"", StringComparison.Ordinal)}'");
            """);
        Assert.Equal(2, cell[^1].Count);
        Assert.Equal($"{line}\n{line}\n", cell.Shown("stdout"));
    }

    [Fact]
    public void A_child_process_cannot_read_the_requests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Uses a Unix shell.");
        using var worker = WorkerProcess.Open();
        worker.RunCell(1, Child);
        worker.SendCell(2, "Say(\"cat\");");
        worker.SendCell(3, "\"not eaten\"");
        Assert.Equal("", worker.UntilDone().Shown("stdout"));
        Assert.Contains("not eaten", worker.UntilDone()[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_thread_of_unknown_origin_prints_at_the_cell_that_runs()
    {
        using var worker = WorkerProcess.Open();
        var cell = worker.RunCell(1, """
            using System.Threading;
            var outside = new Thread(() => Console.WriteLine("from nowhere"));
            outside.UnsafeStart();
            outside.Join();
            """);
        Assert.Equal("from nowhere\n", cell.Shown("stdout"));
    }

    [Fact]
    public void A_task_that_outlives_its_cell_prints_between_cells_and_then_at_the_cell_that_runs()
    {
        using var worker = WorkerProcess.Open();
        var go = Path.Combine(worker.Folder, "go");
        worker.RunCell(1, $$"""
            using System.Threading;
            var (first, second) = (new SemaphoreSlim(0), new SemaphoreSlim(0));
            var epochs = Task.Run(async () =>
            {
                while (!System.IO.File.Exists(@"{{go}}"))
                    await Task.Delay(10);
                Console.WriteLine("epoch 1");
                await first.WaitAsync();
                Console.WriteLine("epoch 2");
                second.Release();
            });
            """);
        File.WriteAllText(go, "");
        Assert.Contains("epoch 1", worker.Next().Text, StringComparison.Ordinal);
        Assert.Equal("epoch 2\n", worker.RunCell(2, "first.Release(); second.Wait();").Shown("stdout"));
    }

    [Fact]
    public void Ten_thousand_lines_of_four_threads_are_all_there_in_the_order_of_each()
    {
        using var worker = WorkerProcess.Open();
        var cell = worker.RunCell(1, """
            using System.Threading;
            var threads = Enumerable.Range(0, 4).Select(name => new Thread(() =>
            {
                for (var line = 0; line < 2500; line++)
                {
                    Console.WriteLine($"{name} {line}");
                    if (line % 50 == 0)
                        Thread.Sleep(20);
                }
            })).ToList();
            threads.ForEach(t => t.Start());
            threads.ForEach(t => t.Join());
            """);
        Assert.Equal("ok", cell[^1].Status);
        var lines = cell.Shown("stdout").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).ToList();
        Assert.Equal(10_000, lines.Count);
        foreach (var thread in lines.GroupBy(line => line[0], line => int.Parse(line[1], System.Globalization.CultureInfo.InvariantCulture)))
            Assert.Equal(Enumerable.Range(0, 2500), thread);
    }

    [Fact]
    public void A_loop_that_prints_and_waits_shows_each_line()
    {
        using var worker = WorkerProcess.Open();
        worker.SendCell(1, $$"""
            for (var i = 0; i < 10; i++)
            {
                Console.WriteLine(i);
                while (!System.IO.File.Exists(@"{{worker.Folder}}/seen-" + i))
                    System.Threading.Thread.Sleep(1);
            }
            """);
        // The cell goes on only when its line has been seen.
        for (var i = 0; i < 10; i++)
        {
            Assert.Contains($"\"{i}\\n\"", worker.Next().Text, StringComparison.Ordinal);
            File.WriteAllText(Path.Combine(worker.Folder, $"seen-{i}"), "");
        }

        Assert.Equal("ok", worker.UntilDone()[^1].Status);
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
        // A cell of its own would be running when the thread throws.
        File.WriteAllText(go, "");
        Patience.Until(() => File.Exists(gone), "the end of the thread");
        var next = worker.RunCell(2, "thread.Join(); \"gone\"");
        Assert.Contains("Exception: late", next[0].Text, StringComparison.Ordinal);
        Assert.Contains("\"gone\"", next[1].Text, StringComparison.Ordinal);
    }
}
