namespace Unrolled.Notebooks.Tests.Documents;

/// <summary>The format of IPython 1 and 2: worksheets, input and prompt numbers, pyout and pyerr, headings, short names of MIME types.</summary>
public class Nbformat3Tests
{
    private const string Old = """
        {"nbformat": 3, "nbformat_minor": 0, "orig_nbformat": 2, "metadata": {"name": "old", "signature": "sha256:1", "kept": 1}, "worksheets": [
          {"metadata": {}, "cells": [
            {"cell_type": "heading", "level": 2, "metadata": {}, "source": ["A\n", "title"]},
            {"cell_type": "heading", "level": 9, "metadata": {}, "source": "Deep"},
            {"cell_type": "html", "metadata": {}, "source": "<b>x</b>"},
            {"cell_type": "markdown", "metadata": {}, "source": "text"},
            {"cell_type": "code", "collapsed": true, "input": ["1 +\n", "1"], "language": "csharp", "metadata": {}, "prompt_number": 4, "outputs": [
              {"output_type": "stream", "stream": "stderr", "text": ["s\n"]},
              {"output_type": "pyout", "prompt_number": 4, "metadata": {"png": {"width": 1}}, "text": ["2"], "html": "<i>2</i>", "svg": "<svg/>",
               "png": "cG5n", "jpeg": "anBn", "latex": "$2$", "javascript": "2", "json": ["{\"a\": ", "1.0}"]},
              {"output_type": "display_data", "png": "cG5n", "text": "figure"},
              {"output_type": "pyerr", "ename": "E", "evalue": "v", "traceback": ["t"]}]}]},
          {"cells": [{"cell_type": "code", "input": "second", "language": "csharp", "outputs": []}]}]}
        """;

    [Fact]
    public void Cells_of_all_worksheets_are_read_in_order()
    {
        var cells = TolerantReadingTests.Mended(Old).Cells;
        Assert.Equal(["## A title", "###### Deep", "<b>x</b>", "text", "1 +\n1", "second"], cells.Select(cell => cell.Source));
        Assert.Equal(
            [CellKind.Markdown, CellKind.Markdown, CellKind.Markdown, CellKind.Markdown, CellKind.Code, CellKind.Code], cells.Select(cell => cell.Kind));
        Assert.Equal(["cell-1", "cell-2", "cell-3", "cell-4", "cell-5", "cell-6"], cells.Select(cell => cell.Id));
        Assert.Equal([null, null, null, null, 4, null], cells.Select(cell => cell.ExecutionCount));
    }

    [Fact]
    public void Outputs_get_their_names_of_today()
    {
        var outputs = TolerantReadingTests.Mended(Old).Cells[4].Outputs;
        Assert.Equal(("stderr", "s\n"), (((StreamOutput)outputs[0]).Name, ((StreamOutput)outputs[0]).Text));

        var result = Assert.IsType<DataOutput>(outputs[1]);
        Assert.Equal((true, 4), (result.IsResult, result.ExecutionCount));
        Assert.Equal(
            ["application/javascript", "application/json", "image/jpeg", "image/png", "image/svg+xml", "text/html", "text/latex", "text/plain"], result.Data.Keys);
        Assert.Equal("""{"a":1.0}""", result.Data["application/json"]);

        var display = Assert.IsType<DataOutput>(outputs[2]);
        Assert.Equal((false, "figure", "cG5n"), (display.IsResult, display.Data["text/plain"], display.Data["image/png"]));
        Assert.Equal("E", Assert.IsType<ErrorOutput>(outputs[3]).Name);
    }

    [Fact]
    public void No_old_member_is_left_and_others_are_kept()
    {
        var json = TolerantReadingTests.Mended(Old).Json();
        Assert.Equal(["cells", "metadata", "nbformat", "nbformat_minor"], json.AsObject().Select(member => member.Key));
        Assert.Equal("""{"kept":1}""", json["metadata"]!.ToJsonString());
        Assert.Equal(["cell_type", "execution_count", "id", "metadata", "outputs", "source"], json["cells"]![4]!.AsObject().Select(member => member.Key));
        Assert.Equal("""{"collapsed":true}""", json["cells"]![4]!["metadata"]!.ToJsonString());
        Assert.Equal("""{"image/png":{"width":1}}""", json["cells"]![4]!["outputs"]![1]!["metadata"]!.ToJsonString());
        Assert.Equal(["cell_type", "id", "metadata", "source"], json["cells"]![0]!.AsObject().Select(member => member.Key));
    }

    [Fact]
    public void What_became_of_it_is_told()
    {
        Assert.Equal(
            [
                "nbformat 3.0 became 4.5",
                "the cells of the worksheets became the notebook's",
                "5 cells were in the form of nbformat 3 and were converted",
                "4 outputs were in the form of nbformat 3 and were converted",
                "1 output had wrong or missing members and was mended",
                "1 cell had no readable metadata and got an empty one",
                "1 code cell had no execution count and got null",
                "6 cells had no id and got one",
            ],
            TolerantReadingTests.Mended(Old).Normalised);
    }

    [Fact]
    public void Text_that_should_be_JSON_and_is_not_stays_text()
    {
        var document = TolerantReadingTests.Mended(Samples.Notebook(Samples.CodeCell(outputs: """[{"output_type": "pyout", "prompt_number": 1, "metadata": {}, "json": "{a"}]""")));
        Assert.Equal("\"{a\"", Assert.IsType<DataOutput>(document.Cells[0].Outputs[0]).Data["application/json"]);
    }

    [Fact]
    public void Forms_of_nbformat_3_in_a_file_that_calls_itself_4_are_converted()
    {
        var document = TolerantReadingTests.Mended(Samples.Notebook(
            Samples.CodeCell(outputs: """[{"output_type": "pyout", "prompt_number": 1, "text": "2"}, {"output_type": "display_data", "metadata": {}, "text/plain": "3"}]"""),
            """{"cell_type": "code", "id": "d", "metadata": {}, "input": "x", "prompt_number": 1.0, "outputs": []}"""));
        Assert.Equal(["2", "3"], document.Cells[0].Outputs.Select(output => ((DataOutput)output).Data["text/plain"]));
        Assert.Equal(("x", 1), (document.Cells[1].Source, document.Cells[1].ExecutionCount));
    }

    [Fact]
    public void Worksheets_beside_todays_cells_and_input_beside_todays_source_do_not_replace_them()
    {
        var text = Samples.Notebook(Samples.CodeCell(source: "\"kept\"").Replace("\"id\"", "\"input\": \"other\", \"id\"", StringComparison.Ordinal));
        Assert.Equal("kept", Samples.Parse(text).Cells[0].Source);
    }
}
