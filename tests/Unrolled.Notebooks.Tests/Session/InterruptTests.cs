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
    [InlineData("an await of a looping task", "var on = true; await Task.Run(() => { while (on) Thread.Sleep(10); });")]
    public void A_cell_can_be_interrupted_and_earlier_variables_survive(string what, string source)
    {
        _session.Run("using System.Threading; var kept = 11;");
        var run = _session.Run(source, interruptAfter: TimeSpan.FromMilliseconds(400));
        Assert.True(run.Status == CellStatus.Interrupted, $"{what}: {run.Status}");
        Assert.Equal("Interrupted", run.Error.Name);
        Assert.Equal("11", _session.ValueOf("kept"));
    }

    [Fact]
    public void A_cell_that_does_not_stop_is_given_up_and_the_loss_is_told()
    {
        _session.Run("using System.Threading; var stop = false;");
        var run = _session.RunAndInterrupt(
            "try { Thread.Sleep(1); } finally { Console.Write(1); while (!Volatile.Read(ref stop)) { try { Thread.Sleep(50); } catch (ThreadInterruptedException) { } } }");
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
