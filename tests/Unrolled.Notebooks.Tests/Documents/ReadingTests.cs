namespace Unrolled.Notebooks.Tests.Documents;

public class ReadingTests
{
    [Fact]
    public void Every_kind_of_cell_is_read()
    {
        var cells = Samples.Parse(Samples.Everything).Cells;
        Assert.Equal([CellKind.Markdown, CellKind.Code, CellKind.Raw, CellKind.Code], cells.Select(cell => cell.Kind));
        Assert.Equal(["intro", "first", "Raw_1", "empty"], cells.Select(cell => cell.Id));
        Assert.Equal([null, 1, null, null], cells.Select(cell => cell.ExecutionCount));
        Assert.Equal(["measured", "parameters"], cells[1].Tags);
        Assert.Empty(cells[0].Tags);
    }

    [Fact]
    public void Source_is_the_same_text_whether_it_stands_as_string_or_as_lines()
    {
        var asString = Samples.CodeCell("a", source: """ "x\ny" """);
        var asLines = Samples.CodeCell("b", source: """["x\n", "y"]""");
        Assert.Equal(["x\ny", "x\ny"], Samples.Parse(Samples.Notebook(asString, asLines)).Cells.Select(cell => cell.Source));
    }

    [Fact]
    public void Every_kind_of_output_is_read()
    {
        var outputs = Samples.Parse(Samples.Everything).Cells[1].Outputs;
        Assert.Equal(6, outputs.Length);

        var stream = Assert.IsType<StreamOutput>(outputs[0]);
        Assert.Equal("stdout", stream.Name);
        Assert.StartsWith("one\ntwo\rthree\n\u001b[31mred", stream.Text, StringComparison.Ordinal);

        var display = Assert.IsType<DataOutput>(outputs[2]);
        Assert.False(display.IsResult);
        Assert.Equal(["application/vnd.plotly.v1+json", "image/svg+xml", "text/plain"], display.Data.Keys);
        Assert.Equal("<figure>", display.Data["text/plain"]);

        var result = Assert.IsType<DataOutput>(outputs[3]);
        Assert.True(result.IsResult);
        Assert.Equal(1, result.ExecutionCount);

        var error = Assert.IsType<ErrorOutput>(outputs[4]);
        Assert.Equal(("DivideByZeroException", "Attempted to divide by zero."), (error.Name, error.Value));
        Assert.Equal(["cell 2, line 1", "\u001b[0;31mat f()"], error.Traceback);

        Assert.Equal("update_display_data", Assert.IsType<UnknownOutput>(outputs[5]).Type);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void An_older_minor_version_becomes_4_5_with_the_same_ids_every_time(int minor)
    {
        var old = Samples.Notebook(
            """{"cell_type": "markdown", "metadata": {}, "source": "a"}""",
            """{"cell_type": "raw", "id": "cell-3", "metadata": {}, "source": "b"}""",
            """{"cell_type": "raw", "metadata": {}, "source": "c"}""").Replace("_minor\": 5", $"_minor\": {minor}", StringComparison.Ordinal);

        var document = Samples.Parse(old);

        Assert.Equal(["cell-1", "cell-3", "cell-3-new"], document.Cells.Select(cell => cell.Id));
        Assert.Equal(5, document.Json()["nbformat_minor"]!.GetValue<int>());
        Assert.Equal(document, Samples.Parse(old));
        Assert.Equal(document, Samples.Parse(document.ToUtf8()));
    }

    [Fact]
    public void A_later_minor_version_is_kept_as_it_is()
    {
        var document = Samples.Parse(Samples.Notebook(Samples.CodeCell()).Replace("_minor\": 5", "_minor\": 7", StringComparison.Ordinal));
        Assert.Equal(7, document.Json()["nbformat_minor"]!.GetValue<int>());
    }

    [Fact]
    public void Documents_and_cells_are_equal_by_value()
    {
        var (one, same) = (Samples.Parse(Samples.Everything), Samples.Parse(Samples.Everything));
        Assert.Equal(one, same);
        Assert.Equal(one.Cells, same.Cells);
        Assert.Equal(one.Cells[1].Outputs, same.Cells[1].Outputs);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(one, one with { Cells = one.Cells.RemoveAt(0) });
        Assert.NotEqual(one.Cells[1], one.Cells[1].WithRun(2, one.Cells[1].Outputs));
    }
}
