namespace Unrolled.Kernel.Tests.Protocol;

public sealed class InterruptTests
{
    private const string Interrupt = """{"type": "interrupt"}""";
    private const string Endless = "while (true) { }";

    [Fact]
    public void Nothing_happens_when_no_cell_runs_not_even_to_the_next_one()
    {
        using var worker = WorkerProcess.Open();
        worker.Send(Interrupt);
        Assert.Equal("ok", worker.RunCell(1, "System.Threading.Thread.Sleep(300);").Single().Status);
    }

    [Fact]
    public void A_running_cell_is_interrupted_and_the_session_goes_on()
    {
        using var worker = WorkerProcess.Open();
        worker.RunCell(1, "var kept = 11;");
        worker.SendCell(2, $"Console.WriteLine(\"running\"); {Endless}");
        Assert.Contains("running", worker.Next().Text, StringComparison.Ordinal);
        worker.Send(Interrupt);
        Assert.Equal("interrupted", worker.UntilDone()[^1].Status);
        Assert.Contains("\"11\"", worker.RunCell(3, "kept.ToString()")[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupt_right_behind_its_cell_is_not_lost_and_reaches_all_cells_asked_for_before()
    {
        using var worker = WorkerProcess.Open();
        worker.SendCell(1, Endless);
        worker.SendCell(2, Endless);
        worker.Send(Interrupt);
        worker.SendCell(3, "");
        Assert.Equal(["interrupted", "interrupted", "ok"], new[] { worker.UntilDone(), worker.UntilDone(), worker.UntilDone() }.Select(cell => cell[^1].Status));
    }

    [Fact]
    public void A_cell_that_does_not_stop_ends_the_worker_after_telling_the_loss()
    {
        using var worker = WorkerProcess.Open();
        worker.SendCell(1, $"try {{ Console.WriteLine(\"running\"); throw new Exception(); }} finally {{ {Endless} }}");
        worker.Next();
        worker.Send(Interrupt);
        var messages = worker.UntilDone();
        Assert.Contains("All variables are lost", messages[0].Text, StringComparison.Ordinal);
        Assert.Equal("stuck", messages[^1].Status);
        Assert.Equal(3, worker.ExitCode());
    }
}
