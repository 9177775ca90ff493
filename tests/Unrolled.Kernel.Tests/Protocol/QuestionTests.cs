using System.Text.Json.Nodes;

namespace Unrolled.Kernel.Tests.Protocol;

public sealed class QuestionTests
{
    private const string Endless = "Console.WriteLine(\"running\"); while (true) { }";

    [Fact]
    public void A_completion_is_answered_with_its_id_range_and_items()
    {
        using var worker = WorkerProcess.Open();
        worker.Send("""{"type": "complete", "id": 7, "code": "var x = Math.Ab", "position": 15}""");
        Assert.Equal("""{"type":"completions","id":7,"start":13,"end":15,"items":[{"text":"Abs","kind":"method","signature":"double Math.Abs(double value) (+ 7 overloads)"}]}""", worker.NextLine());
    }

    [Fact]
    public void An_inspection_is_answered_as_text_and_markdown()
    {
        using var worker = WorkerProcess.Open();
        Ask(worker, "inspect", 8, "Math.Sqrt(1)", 6);
        var answer = worker.Next();
        Assert.Equal(("inspection", 8, true), (answer.Type, answer.Id, answer.Json.GetProperty("found").GetBoolean()));
        Assert.StartsWith("double Math.Sqrt(double d)", answer.Json.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("```csharp\ndouble Math.Sqrt(double d)\n```", answer.Json.GetProperty("markdown").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_is_named_an_inspection_finds_nothing()
    {
        using var worker = WorkerProcess.Open();
        Ask(worker, "inspect", 9, "   ", 1);
        Assert.Equal("""{"type":"inspection","id":9,"found":false}""", worker.NextLine());
    }

    [Fact]
    public void Questions_are_answered_in_order_while_a_cell_runs_and_see_the_cells_before_it()
    {
        using var worker = WorkerProcess.Open();
        worker.RunCell(1, "var finished = 1;");
        worker.SendCell(2, "var unfinished = 2; " + Endless);
        Assert.Contains("running", worker.Next().Text, StringComparison.Ordinal);
        for (var id = 0; id < 20; id++)
            Ask(worker, id % 2 == 0 ? "complete" : "inspect", id, id % 4 == 2 ? "unfini" : "fini", 4);
        for (var id = 0; id < 20; id++)
        {
            var answer = worker.Next();
            Assert.Equal((id, id % 2 == 0 ? "completions" : "inspection"), (answer.Id, answer.Type));
            if (id % 2 == 0)
                Assert.Equal(id % 4 == 2 ? [] : ["finished"], answer.Json.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("text").GetString()));
        }

        worker.Send("""{"type": "interrupt"}""");
        Assert.Equal("interrupted", worker.UntilDone()[^1].Status);
    }

    [Theory]
    [InlineData("complete")]
    [InlineData("inspect")]
    public void A_position_outside_the_code_is_refused_by_the_questions_id(string type)
    {
        using var worker = WorkerProcess.Open();
        Ask(worker, type, 3, "abc", 4);
        var answer = worker.Next();
        Assert.Equal(("refused", 3), (answer.Type, answer.Id));
        Assert.Contains("0 to 3", answer.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_before_the_session_is_open_is_refused_by_its_id()
    {
        using var worker = new WorkerProcess();
        Ask(worker, "complete", 5, "", 0);
        Assert.Equal(("refused", 5), (worker.Next() is var answer ? answer.Type : "", answer.Id));
    }

    private static void Ask(WorkerProcess worker, string type, int id, string code, int position) =>
        worker.Send(new JsonObject { ["type"] = type, ["id"] = id, ["code"] = code, ["position"] = position }.ToJsonString());
}
