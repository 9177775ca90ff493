namespace Unrolled.Kernel.Tests.Protocol;

public sealed class InputTests
{
    [Fact]
    public void A_front_end_that_can_is_asked_and_its_answers_reach_the_cell()
    {
        using var worker = new WorkerProcess();
        worker.SendStart(worker.Temporary, input: true);
        worker.Next();
        worker.SendCell(1, "Console.Write(\"Your name? \"); var name = Console.ReadLine(); var secret = await Kernel.GetPasswordAsync(\"And?\"); name + secret");
        var shown = worker.Next();
        Assert.Contains("Your name? ", shown.Text, StringComparison.Ordinal);
        Assert.Equal(("input", "", false), Asked(worker.Next()));
        worker.Send("""{"type": "input", "text": "Ada"}""");
        Assert.Equal(("input", "And?", true), Asked(worker.Next()));
        worker.Send("""{"type": "input", "text": "!"}""");
        Assert.Contains("Ada!", worker.UntilDone()[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_user_who_gives_no_answer_gives_null()
    {
        using var worker = new WorkerProcess();
        worker.SendStart(worker.Temporary, input: true);
        worker.Next();
        worker.SendCell(1, "Console.ReadLine() is null ? \"nothing\" : \"something\"");
        worker.Next();
        worker.Send("""{"type": "input", "text": null}""");
        Assert.Contains("nothing", worker.UntilDone()[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_that_waits_for_an_answer_can_be_interrupted_and_a_late_answer_is_nobodys()
    {
        using var worker = new WorkerProcess();
        worker.SendStart(worker.Temporary, input: true);
        worker.Next();
        worker.SendCell(1, "Console.ReadLine()");
        worker.Next();
        worker.Send("""{"type": "interrupt"}""");
        Assert.Equal("interrupted", worker.UntilDone()[^1].Status);
        worker.Send("""{"type": "input", "text": "too late"}""");
        worker.SendCell(2, "Console.ReadLine()");
        worker.Next();
        worker.Send("""{"type": "input", "text": "in time"}""");
        Assert.Contains("in time", worker.UntilDone()[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Console.ReadLine();")]
    [InlineData("Console.Read();")]
    [InlineData("Console.In.ReadToEnd();")]
    [InlineData("await Kernel.GetInputAsync(\"x\");")]
    [InlineData("Task.Run(() => Console.ReadLine()).Wait();")]
    public void Where_nobody_can_be_asked_the_error_names_the_cell(string source)
    {
        using var worker = WorkerProcess.Open();
        var cell = worker.RunCell(7, source);
        Assert.Equal("failed", cell[^1].Status);
        Assert.Contains("cell 7 asks for input", cell[0].Text, StringComparison.Ordinal);
    }

    private static (string, string, bool) Asked(Message message) =>
        (message.Type, message.Json.GetProperty("prompt").GetString()!, message.Json.GetProperty("password").GetBoolean());
}
