namespace Unrolled.Kernel.Tests.Protocol;

public sealed class OrderTests
{
    [Theory]
    [InlineData("""{"type": "execute", "count": 1, "source": "1"}""")]
    [InlineData("""{"type": "interrupt"}""")]
    public void A_session_is_opened_before_anything_else(string request)
    {
        using var worker = new WorkerProcess();
        worker.Send(request);
        Assert.Equal("The first request must be of type \"start\".", worker.Next().Reason);
    }

    [Fact]
    public void A_session_is_opened_once()
    {
        using var worker = WorkerProcess.Open();
        worker.SendStart(worker.Temporary);
        Assert.StartsWith("The session is open already", worker.Next().Reason, StringComparison.Ordinal);
        Assert.Equal("ok", worker.RunCell(1, "").Single().Status);
    }

    [Fact]
    public void Cells_asked_for_in_one_go_run_in_their_order()
    {
        using var worker = WorkerProcess.Open();
        worker.SendCell(1, "var seen = \"a\";");
        worker.SendCell(2, "seen += \"b\";");
        worker.SendCell(3, "seen");
        Assert.Equal([1, 2], new[] { worker.Next(), worker.Next() }.Select(done => done.Count));
        var last = worker.UntilDone();
        Assert.Contains("\"ab\"", last[0].Text, StringComparison.Ordinal);
        Assert.Equal(3, last[1].Count);
    }

    [Theory]
    [InlineData("there-is-no-such-folder")]
    [InlineData("a-file")]
    public void A_folder_that_cannot_be_used_is_named_and_the_worker_ends(string directory)
    {
        using var worker = new WorkerProcess();
        File.WriteAllText(Path.Combine(worker.Temporary, "a-file"), "");
        worker.SendStart(Path.Combine(worker.Temporary, directory));
        Assert.Contains(directory, worker.Next().Reason, StringComparison.Ordinal);
        Assert.Equal(2, worker.ExitCode());
    }
}
