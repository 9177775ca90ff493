using Unrolled.Notebooks.Tests.Documents;

namespace Unrolled.Notebooks.Tests.Comparison;

public class NotebookComparerTests
{
    private static readonly DataOutput Two = new(MimeBundle.Empty.With("text/plain", "2"));
    private static readonly DataOutput Three = new(MimeBundle.Empty.With("text/plain", "3"));

    [Fact]
    public void A_notebook_agrees_with_itself()
    {
        var document = Samples.Parse(Samples.Everything);
        Assert.Empty(NotebookComparer.Compare(document, Samples.Parse(Samples.Everything), includeOptional: true));
    }

    [Fact]
    public void A_difference_names_the_code_cell_and_the_output()
    {
        var markdown = """{"cell_type": "markdown", "id": "m", "metadata": {}, "source": ""}""";
        var committed = Samples.Parse(Samples.Notebook(markdown, Samples.CodeCell("a"), markdown.Replace("\"m\"", "\"n\"", StringComparison.Ordinal), Samples.CodeCell("b")));
        NotebookDocument WithResult(DataOutput output) => committed with { Cells = committed.Cells.SetItem(3, committed.Cells[3].WithRun(null, [Two, output])) };

        var difference = Assert.Single(NotebookComparer.Compare(WithResult(Two), WithResult(Three)));

        Assert.Equal(new CellDifference(2, "b", 2, DifferenceKind.Text, "text/plain: expected “2”, got “3”"), difference);
        Assert.Equal("cell 2 (b), output 2: text/plain: expected “2”, got “3”", difference.ToString());
    }

    [Fact]
    public void Every_difference_is_told_not_only_the_first()
    {
        Assert.Equal([1, 2], Compared.Outputs([Two, Two], [Three, Three]).Select(difference => difference.OutputNumber!.Value));
        var (plain, both) = (MimeBundle.Empty.With("text/plain", "1"), MimeBundle.Empty.With("text/plain", "2"));
        Assert.Equal(2, Compared.Outputs([new DataOutput(plain.With("text/html", "1"))], [new DataOutput(both.With("text/html", "2"))]).Length);
    }

    [Fact]
    public void Source_is_compared_exactly()
    {
        var difference = Assert.Single(NotebookComparer.Compare(
            Samples.Parse(Samples.Notebook(Samples.CodeCell(source: "\"x = 0.1;\""))),
            Samples.Parse(Samples.Notebook(Samples.CodeCell(source: "\"x = 0.2;\"")))));
        Assert.Equal((DifferenceKind.Source, "source: expected “x = 0.1;”, got “x = 0.2;”"), (difference.Kind, difference.Message));
    }

    [Fact]
    public void Missing_new_and_moved_cells_are_told()
    {
        var abc = Samples.Parse(Samples.Notebook(Samples.CodeCell("a"), Samples.CodeCell("b"), Samples.CodeCell("c")));
        var cab = abc with { Cells = [abc.Cells[2], abc.Cells[0], abc.Cells[1]] };
        var ac = abc with { Cells = abc.Cells.RemoveAt(1) };

        Assert.Equal("cell 3 (c): expected the committed order of cells, got this one earlier", Assert.Single(NotebookComparer.Compare(abc, cab)).ToString());
        Assert.Equal("cell 2 (b): expected this cell, got none with its id", Assert.Single(NotebookComparer.Compare(abc, ac)).ToString());
        Assert.Equal("cell 2 (b): expected no such cell, got one", Assert.Single(NotebookComparer.Compare(ac, abc)).ToString());
    }

    [Fact]
    public void An_optional_cell_is_compared_only_when_asked_for()
    {
        var (committed, fresh) = (Compared.Notebook([Two], """["optional"]"""), Compared.Notebook([], """["optional"]"""));
        Assert.Empty(NotebookComparer.Compare(committed, fresh));
        Assert.Single(NotebookComparer.Compare(committed, fresh, includeOptional: true));
    }

    [Fact]
    public void In_a_measured_cell_only_the_structure_counts()
    {
        const string Measured = """["measured"]""";
        Assert.Empty(Compared.Outputs([new StreamOutput("stdout", "took 5 ms"), Two], [new StreamOutput("stdout", "took"), new StreamOutput("stdout", " 9 ms"), Three], Measured));
        Assert.Empty(NotebookComparer.Compare(Compared.Notebook([], Measured, 1), Compared.Notebook([], Measured, 2)));

        Assert.Equal(DifferenceKind.Structure, Assert.Single(Compared.Outputs([Two], [Two, Two], Measured)).Kind);
        Assert.Equal(DifferenceKind.Structure, Assert.Single(Compared.Outputs([Two], [new ErrorOutput("E", "v", [])], Measured)).Kind);
        Assert.Equal(DifferenceKind.Structure, Assert.Single(Compared.Outputs([Two], [new DataOutput(MimeBundle.Empty.With("text/html", "2"))], Measured)).Kind);
    }

    [Fact]
    public void How_a_stream_was_cut_does_not_matter_but_its_order_does()
    {
        StreamOutput Out(string text) => new("stdout", text);
        StreamOutput Error(string text) => new("stderr", text);
        Assert.Empty(Compared.Outputs([Out("a"), Out("b\n"), Error("c")], [Out("ab\n"), Error("c")]));
        Assert.Empty(Compared.Outputs([Out("loss 0.1234")], [Out("loss 0.1235")]));

        Assert.Equal(DifferenceKind.Text, Assert.Single(Compared.Outputs([Out("ab")], [Out("ac")])).Kind);
        Assert.Equal(DifferenceKind.Structure, Assert.Single(Compared.Outputs([Out("a"), Error("b")], [Error("b"), Out("a")])).Kind);
        Assert.Equal(DifferenceKind.Structure, Assert.Single(Compared.Outputs([Out("a"), Error("b"), Out("c")], [Out("ac"), Error("b")])).Kind);
    }

    [Fact]
    public void Execution_counts_are_compared_where_both_sides_have_one()
    {
        static DataOutput Result(int count) => new(MimeBundle.Empty, count);
        Assert.Empty(NotebookComparer.Compare(Compared.Notebook([], executionCount: 1), Compared.Notebook([])));
        Assert.Empty(NotebookComparer.Compare(Compared.Notebook([]), Compared.Notebook([], executionCount: 1)));
        Assert.Equal(
            "cell 1 (c): expected execution count 1, got 2",
            Assert.Single(NotebookComparer.Compare(Compared.Notebook([], executionCount: 1), Compared.Notebook([], executionCount: 2))).ToString());
        Assert.Equal("cell 1 (c), output 1: expected execution count 1, got 2", Assert.Single(Compared.Outputs([Result(1)], [Result(2)])).ToString());
    }

    [Fact]
    public void Number_and_kinds_of_outputs_and_MIME_types_are_compared()
    {
        var html = new DataOutput(MimeBundle.Empty.With("text/html", "2").With("text/plain", "2"));
        Assert.Equal("cell 1 (c): expected display (text/plain), got no outputs", Assert.Single(Compared.Outputs([Two], [])).ToString());
        Assert.Equal("cell 1 (c): expected display (text/plain), got display (text/html, text/plain)", Assert.Single(Compared.Outputs([Two], [html])).ToString());
        Assert.Equal("cell 1 (c): expected display (text/plain), got result (text/plain)", Assert.Single(Compared.Outputs([Two], [new DataOutput(Two.Data, 1)])).ToString());
        Assert.Equal(
            "cell 1 (c): expected stdout, got stdout, error (E: first line)",
            Assert.Single(Compared.Outputs([new StreamOutput("stdout", "")], [new StreamOutput("stdout", ""), new ErrorOutput("E", "first line\nsecond", [])])).ToString());
    }

    [Fact]
    public void Errors_are_compared_by_name_and_value_and_not_by_traceback()
    {
        var error = new ErrorOutput("E", "v", ["at line 1"]);
        Assert.Empty(Compared.Outputs([error], [new ErrorOutput("E", "v", ["at line 2"])]));
        Assert.Equal("cell 1 (c), output 1: expected “E: v”, got “F: v”", Assert.Single(Compared.Outputs([error], [new ErrorOutput("F", "v", [])])).ToString());
        Assert.Equal(DifferenceKind.Error, Assert.Single(Compared.Outputs([error], [new ErrorOutput("E", "w", [])])).Kind);
    }

    [Fact]
    public void Anything_else_is_compared_byte_for_byte()
    {
        Assert.Empty(Compared.Forms("image/png", "iVBO", "iVBO"));
        Assert.Equal(DifferenceKind.Data, Compared.AssertDifferent("image/png", "iVBO0.11", "iVBO0.12").Kind);
        Assert.Equal(DifferenceKind.Data, Compared.AssertDifferent("text/csv", "a\n", "a\r\n").Kind);

        static NotebookDocument Unknown(string member) =>
            Samples.Parse(Samples.Notebook(Samples.CodeCell(outputs: $$"""[{"output_type": "hologram", "x": {{member}}}]""")));
        Assert.Empty(NotebookComparer.Compare(Unknown("1"), Unknown("1")));
        Assert.Equal(DifferenceKind.Data, Assert.Single(NotebookComparer.Compare(Unknown("1.0"), Unknown("1"))).Kind);
    }
}
