namespace Unrolled.Notebooks.Tests.Session;

[Collection(OneAtATime.Name)]
public sealed class InterruptTests : IDisposable
{
    private readonly SessionHarness _session = new();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("a loop", "while (true) { }")]
    [InlineData("a loop that catches everything", "while (true) { try { while (true) { } } catch (Exception) { } }")]
    [InlineData("sleep", "Thread.Sleep(Timeout.Infinite);")]
    [InlineData("a lock held elsewhere", "var gate = new object(); var held = new ManualResetEventSlim(); new Thread(() => { lock (gate) { held.Set(); Thread.Sleep(-1); } }) { IsBackground = true }.Start(); held.Wait(); lock (gate) { }")]
    [InlineData("an endless await", "await Task.Delay(Timeout.Infinite);")]
    [InlineData("a loop after an await", "await Task.Delay(10); while (true) { }")]
    [InlineData("a value whose text never ends", "class Endless { public override string ToString() { while (true) { } } }\nnew Endless()")]
    [InlineData("a wait for a looping task", "var on = true; Task.Run(() => { while (on) Thread.Sleep(10); }).Wait();")]
    [InlineData("a loop that allocates", "var list = new List<int[]>(); while (true) list = [new int[100]];")]
    [InlineData("a loop of jumps", "var n = 0; again: n++; goto again;")]
    [InlineData("a loop in a function in a class", "class C { int n; public void Run() { for (;;) n = new int[9].Length; } }\nnew C().Run();")]
    [InlineData("a loop in the library that calls a lambda", "Enumerable.Repeat(1, int.MaxValue).SelectMany(i => Enumerable.Repeat(i, int.MaxValue)).Any(i => i > 1);")]
    [InlineData("a loop in the library that calls a function", "bool Never(int i) => i > 1; Enumerable.Repeat(1, int.MaxValue).SelectMany(i => new int[99]).Any(Never);")]
    [InlineData("parallel loops", "System.Threading.Tasks.Parallel.For(0, 8, i => { while (true) _ = new int[9]; });")]
    [InlineData("an endless sequence that is shown", "IEnumerable<int> Endless() { while (true) if (new int[9].Length < 0) yield return 1; }\nEndless()")]
    [InlineData("exceptions without end", "while (true) try { throw new Exception(); } catch (Exception) { }")]
    [InlineData("a task that cancels itself", "while (true) { try { await Task.Delay(1, new CancellationToken(true)); } catch (OperationCanceledException) { } }")]
    [InlineData("waits that are caught", "while (true) { try { Thread.Sleep(-1); } catch (ThreadInterruptedException) { } }")]
    [InlineData("an await of a looping task", "var on = true; await Task.Run(() => { while (on) Thread.Sleep(10); });")]
    public void A_cell_can_be_interrupted_and_earlier_variables_survive(string what, string source)
    {
        _session.Run("using System.Threading; var kept = 11;");
        var run = _session.Run(source, interruptAfter: TimeSpan.FromMilliseconds(400));
        Assert.True(run.Status == CellStatus.Interrupted, $"{what}: {run.Status}");
        Assert.Equal("Interrupted", run.Error.Name);
        Assert.Equal("11", _session.ValueOf("kept"));
    }

    // An interrupt can hit a thread between taking a lock and noting that it has it. The console's own writers lock.
    [Theory]
    [InlineData("Console.WriteLine(new string('f', 100));")]
    [InlineData("Console.Error.Write('e');")]
    [InlineData("await Console.Out.WriteLineAsync(\"a\");")]
    [InlineData("display(1);")]
    [InlineData("Parallel.For(0, 8, _ => Console.Write(1));")]
    public void Cells_show_their_output_after_many_that_were_interrupted_while_they_showed_theirs(string printing)
    {
        using var session = new SessionHarness(maxOutputCharacters: 1_000_000_000);
        session.Run("using System.Threading.Tasks;");
        for (var i = 0; i < 30; i++)
        {
            var endless = session.Run($"while (true) {{ {printing} }}", interruptAfter: TimeSpan.FromMilliseconds(20 + i));
            Assert.True(endless.Status == CellStatus.Interrupted, $"{endless.Status} {endless.Error}");
            var next = session.Run("Console.Write(\"out\"); Console.Error.Write(\"error\"); display(\"value\");", interruptAfter: Patience.Limit);
            Assert.Equal(CellStatus.Ok, next.Status);
            Assert.Contains("out", next.Text("stdout"), StringComparison.Ordinal);
            Assert.Contains("error", next.Text("stderr"), StringComparison.Ordinal);
            Assert.Equal("value", Assert.Single(next.Data).Data["text/plain"]);
        }
    }

    [Fact]
    public void A_cell_that_does_not_stop_is_given_up_and_the_loss_is_told()
    {
        _session.Run("using System.Threading; var stop = false;");
        var run = _session.RunAndInterrupt(
            "try { Thread.Sleep(1); } finally { Console.Write(1); while (!Volatile.Read(ref stop)) { try { Thread.Sleep(50); } catch (Exception) { } } }");
        Assert.Equal(CellStatus.Stuck, run.Status);
        Assert.Contains("All variables are lost", run.Error.Value, StringComparison.Ordinal);
        _session.Run("stop = true;");
    }

    [Fact]
    public void An_interrupt_of_a_compile_leaves_the_session_as_it_was()
    {
        _session.Run("var kept = 11;");
        using var already = new CancellationTokenSource();
        already.Cancel();
        Assert.Equal(CellStatus.Interrupted, _session.Session.Run(new CellRequest(99, "kept = 12;"), _ => { }, already.Token));
        Assert.Equal("11", _session.ValueOf("kept"));
    }
}
