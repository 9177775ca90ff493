namespace Unrolled.Kernel.Tests.Protocol;

public sealed class EndTests
{
    [Theory]
    [InlineData("")]
    [InlineData("while (true) { }")]
    [InlineData("try { throw new Exception(); } finally { while (true) { } }")]
    public void The_end_of_the_input_ends_the_worker_whatever_runs(string cell)
    {
        using var worker = WorkerProcess.Open();
        worker.RunCell(1, "var opened = true;");
        worker.SendCell(2, cell);
        worker.EndInput();
        Assert.Equal(0, worker.ExitCode());
        Assert.Empty(Directory.GetDirectories(worker.Temporary, "unrolled-*"));
    }

    [Fact]
    public void The_end_of_the_input_before_a_session_is_a_mistake()
    {
        using var worker = new WorkerProcess();
        worker.EndInput();
        Assert.Equal(2, worker.ExitCode());
    }

    [Fact]
    public void A_shutdown_ends_the_worker()
    {
        using var worker = WorkerProcess.Open();
        worker.Send("""{"type": "shutdown"}""");
        Assert.Equal(0, worker.ExitCode());
    }
}
