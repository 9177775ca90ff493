using System.Text.Json.Nodes;

namespace Unrolled.Notebooks.Tests.Documents;

public class RunResultTests
{
    [Fact]
    public void A_run_replaces_outputs_and_execution_count_and_nothing_else()
    {
        var document = Samples.Parse(Samples.Everything);
        var expected = document.Json();
        expected["cells"]![1]!["execution_count"] = 7;
        expected["cells"]![1]!["outputs"] = JsonNode.Parse("""[{"name": "stdout", "output_type": "stream", "text": ["a\n", "b"]}]""");

        var run = document with { Cells = document.Cells.SetItem(1, document.Cells[1].WithRun(7, [new StreamOutput("stdout", "a\nb")])) };

        Assert.Equal(expected.ToJsonString(), run.Json().ToJsonString());
        Assert.Equal(7, run.Cells[1].ExecutionCount);
        Assert.Equal([new StreamOutput("stdout", "a\nb")], run.Cells[1].Outputs);
    }

    [Fact]
    public void The_outputs_that_were_read_can_be_set_again_without_loss()
    {
        var document = Samples.Parse(Samples.Everything);
        var same = document.Cells.Select(cell => cell.Kind is CellKind.Code ? cell.WithRun(cell.ExecutionCount, cell.Outputs) : cell);
        Assert.Equal(Samples.Everything, (document with { Cells = [.. same] }).ToUtf8());
    }

    [Fact]
    public void Only_a_code_cell_can_have_run()
    {
        var markdown = Samples.Parse(Samples.Everything).Cells[0];
        var error = Assert.Throws<InvalidOperationException>(() => markdown.WithRun(1, []));
        Assert.Contains("intro", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void New_outputs_are_written_as_nbformat_has_them()
    {
        var data = MimeBundle.Empty.With("text/plain", "a\nb").With("application/json", """{"x": 1.0}""");
        Assert.Equal(
            """
            [{"name":"stderr","output_type":"stream","text":["one\n","two"]},
            {"data":{"application/json":{"x":1.0},"text/plain":["a\n","b"]},"metadata":{},"output_type":"display_data"},
            {"data":{},"execution_count":2,"metadata":{},"output_type":"execute_result"},
            {"ename":"E","evalue":"v","output_type":"error","traceback":["t"]}]
            """.ReplaceLineEndings(""),
            Written(new StreamOutput("stderr", "one\ntwo"), new DataOutput(data), new DataOutput(MimeBundle.Empty, 2), new ErrorOutput("E", "v", ["t"])));
    }

    [Theory]
    [InlineData("", "[]")]
    [InlineData("a", """["a"]""")]
    [InlineData("a\n", """["a\n"]""")]
    [InlineData("\n\na", """["\n","\n","a"]""")]
    [InlineData("a\r\nb\rc\fd", """["a\r\n","b\r","c\f","d"]""")]
    [InlineData("a\u2028b\u0085c\u001cd", """["a\u2028","b\u0085","c\u001C","d"]""")]
    public void Text_is_cut_into_lines_where_Jupyter_cuts_it(string text, string lines) =>
        Assert.Equal(lines, JsonNode.Parse(Written(new StreamOutput("stdout", text)))![0]!["text"]!.ToJsonString());

    [Fact]
    public void Half_a_surrogate_pair_in_an_output_is_replaced_so_that_the_notebook_can_be_written() =>
        Assert.Equal("a\uFFFDb", new StreamOutput("stdout", "a\ud83db").Text);

    private static string Written(params CellOutput[] outputs)
    {
        var document = Samples.Parse(Samples.Notebook(Samples.CodeCell()));
        var written = document with { Cells = [document.Cells[0].WithRun(1, outputs)] };
        return written.Json()["cells"]![0]!["outputs"]!.ToJsonString();
    }
}
