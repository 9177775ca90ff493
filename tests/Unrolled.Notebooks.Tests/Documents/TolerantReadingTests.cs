using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;

namespace Unrolled.Notebooks.Tests.Documents;

/// <summary>What other programs and people leave in notebooks: read, mended and told.</summary>
public class TolerantReadingTests
{
    [Fact]
    public void A_file_in_order_has_nothing_to_tell() => Assert.Empty(Samples.Parse(Samples.Everything).Normalised);

    [Fact]
    public void Unusual_but_valid_tags_are_kept() =>
        Assert.Empty(Samples.Parse(Samples.Notebook(Samples.CodeCell(metadata: """{"tags": [" a b ", "a b", "A b"]}"""))).Normalised);

    [Fact]
    public void What_was_told_is_not_part_of_equality()
    {
        var mended = Mended(Samples.Notebook(Samples.CodeCell(count: "1.0")));
        Assert.Equal(Samples.Parse(Samples.Notebook(Samples.CodeCell(count: "1"))), mended);
        Assert.NotEmpty((mended with { Cells = [] }).Normalised);
    }

    [Fact]
    public void Each_kind_of_change_is_told_once_with_its_count()
    {
        var document = Mended($$"""
            {"nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": [
              {{WithoutId("b")}}, {{WithoutId("c", count: "1.0")}}, {{Samples.CodeCell("x", outputs: "[{}]", count: "2.0")}}]}
            """);
        Assert.Equal(
            [
                "nbformat 4.4 became 4.5",
                "2 execution counts were not written as whole numbers and now are",
                "1 output could not be read and was left out",
                "2 cells had no id and got one",
            ],
            document.Normalised);
    }

    [Theory]
    [InlineData("id", "\"c\"", "\"b\"", "\"b-copy-2\"", "1 cell had the id of another and got its own")]
    [InlineData("id", "\"c\"", "\"a b\"", "\"cell-2\"", "1 cell had an id that is not valid and got another")]
    [InlineData("id", "\"c\"", "\"\"", "\"cell-2\"", "1 cell had an id that is not valid and got another")]
    [InlineData("id", "\"c\"", "7", "\"cell-2\"", "1 cell had an id that is not valid and got another")]
    [InlineData("id", "\"c\"", "null", "\"cell-2\"", "1 cell had no id and got one")]
    [InlineData("source", "\"\"", "null", "\"\"", "1 cell had no source and got an empty one")]
    [InlineData("metadata", "{}", "null", "{}", "1 cell had no readable metadata and got an empty one")]
    [InlineData("metadata", "{}", "[]", "{}", "1 cell had no readable metadata and got an empty one")]
    [InlineData("metadata", "{}", """{"x": [NaN, -Infinity, -1], "y": Infinity}""", """{"x":[null,null,-1],"y":null}""", "3 values NaN or Infinity became null")]
    [InlineData("metadata", "{}", """{"x": 1, "y": 2, "\u0078": {"z": 3, "z": 4}}""", """{"x":{"z":4},"y":2}""", "2 members stood more than once and their last values were taken")]
    [InlineData("execution_count", "null", "1.0", "1", "1 execution count was not written as a whole number and now is")]
    [InlineData("execution_count", "null", "3e0", "3", "1 execution count was not written as a whole number and now is")]
    [InlineData("execution_count", "null", "\"12\"", "12", "1 execution count was not written as a whole number and now is")]
    [InlineData("execution_count", "null", "\"*\"", "null", "1 execution count could not be read and became null")]
    [InlineData("execution_count", "null", "1.5", "null", "1 execution count could not be read and became null")]
    [InlineData("execution_count", "null", "-1", "null", "1 execution count could not be read and became null")]
    [InlineData("execution_count", "null", "true", "null", "1 execution count could not be read and became null")]
    [InlineData("execution_count", "null", "[1]", "null", "1 execution count could not be read and became null")]
    [InlineData("execution_count", "null", "12345678901234567890", "null", "1 execution count could not be read and became null")]
    [InlineData("execution_count", "null", "1e400", "null", "1 execution count could not be read and became null")]
    [InlineData("execution_count", "null", "NaN", "null", "1 value NaN or Infinity became null")]
    [InlineData("outputs", "[]", "null", "[]", "1 code cell had no outputs and got an empty list")]
    [InlineData("outputs", "[]", "{}", "[]", "1 code cell had outputs that are not a list, which were left out")]
    [InlineData("outputs", "[]", "[null, 1, {}, {\"output_type\": 1}]", "[]", "4 outputs could not be read and were left out")]
    public void A_wrong_member_of_a_cell_is_mended(string member, string good, string bad, string mended, string told)
    {
        var cell = Samples.CodeCell().Replace($"\"{member}\": {good}", $"\"{member}\": {bad}", StringComparison.Ordinal);
        var document = Mended(Samples.Notebook(Samples.CodeCell("b"), cell));
        Assert.Equal([told], document.Normalised);
        Assert.Equal(mended, Compact(document.Json()["cells"]![1]![member]));
    }

    [Theory]
    [InlineData("\"optional\"", "optional")]
    [InlineData("\"optional, measured,\"", "optional", "measured")]
    [InlineData("""["a", 1, null, "b"]""", "a", "b")]
    [InlineData("""["a", "b", "a", ""]""", "a", "b")]
    [InlineData("null")]
    [InlineData("{}")]
    public void Tags_that_are_no_list_of_texts_are_mended(string bad, params string[] tags)
    {
        var document = Mended(Samples.Notebook(Samples.CodeCell(metadata: $$"""{"a": 1e-07, "tags": {{bad}}}""")));
        Assert.Equal(tags, document.Cells[0].Tags);
        Assert.Equal(["1 cell had tags that are not valid and were mended"], document.Normalised);
        Assert.Contains("\"a\": 1e-07", document.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id", "\"cell-1\"", "1 cell had no id and got one")]
    [InlineData("source", "\"\"", "1 cell had no source and got an empty one")]
    [InlineData("metadata", "{}", "1 cell had no readable metadata and got an empty one")]
    [InlineData("execution_count", "null", "1 code cell had no execution count and got null")]
    [InlineData("outputs", "[]", "1 code cell had no outputs and got an empty list")]
    [InlineData("cell_type", "\"code\"", "1 cell had no type and was read as code, as it has outputs")]
    public void A_missing_member_of_a_cell_is_filled_in(string member, string mended, string told)
    {
        var notebook = JsonNode.Parse(Samples.Notebook(Samples.CodeCell()))!;
        notebook["cells"]![0]!.AsObject().Remove(member);
        var document = Mended(notebook.ToJsonString());
        Assert.Equal([told], document.Normalised);
        Assert.Equal(mended, Compact(document.Json()["cells"]![0]![member]));
    }

    [Theory]
    [InlineData("""{"output_type": "stream", "text": "a"}""", """{"name":"stdout","output_type":"stream","text":"a"}""")]
    [InlineData("""{"output_type": "stream", "name": null, "text": ["a", null, "b"]}""", """{"name":"stdout","output_type":"stream","text":["a","b"]}""")]
    [InlineData("""{"output_type": "stream", "name": "stderr", "text": 1.50}""", """{"name":"stderr","output_type":"stream","text":"1.50"}""")]
    [InlineData("""{"output_type": "display_data", "data": {}}""", """{"data":{},"metadata":{},"output_type":"display_data"}""")]
    [InlineData(
        """{"output_type": "display_data", "metadata": [], "data": {"text/html": {}, "text/plain": "a", "image/png": null, "application/json": null}}""",
        """{"data":{"application/json":null,"text/plain":"a"},"metadata":{},"output_type":"display_data"}""")]
    [InlineData(
        """{"output_type": "execute_result", "data": {"text/plain": ["a"]}, "metadata": {}, "execution_count": 2.0, "transient": 1}""",
        """{"data":{"text/plain":["a"]},"execution_count":2,"metadata":{},"output_type":"execute_result","transient":1}""")]
    [InlineData("""{"output_type": "execute_result", "data": {"a/b": true}}""", """{"data":{"a/b":"true"},"execution_count":null,"metadata":{},"output_type":"execute_result"}""")]
    [InlineData("""{"output_type": "error", "ename": "E"}""", """{"ename":"E","evalue":"","output_type":"error","traceback":[]}""")]
    [InlineData(
        """{"output_type": "error", "ename": 1, "evalue": null, "traceback": "a\nb"}""", """{"ename":"","evalue":"","output_type":"error","traceback":["a\nb"]}""")]
    [InlineData(
        """{"output_type": "error", "ename": "E", "evalue": "v", "traceback": ["a", 1]}""", """{"ename":"E","evalue":"v","output_type":"error","traceback":["a"]}""")]
    public void A_wrong_member_of_an_output_is_mended_where_the_meaning_is_plain(string bad, string mended)
    {
        var document = Mended(Samples.Notebook(Samples.CodeCell(outputs: $"[{bad}]")));
        Assert.Equal(["1 output had wrong or missing members and was mended"], document.Normalised);
        Assert.Equal(mended, Compact(document.Json()["cells"]![0]!["outputs"]![0]));
    }

    [Theory]
    [InlineData("""{"output_type": "stream", "name": "stdout"}""")]
    [InlineData("""{"output_type": "stream", "name": "stdout", "text": {}}""")]
    [InlineData("""{"output_type": "display_data"}""")]
    [InlineData("""{"output_type": "display_data", "data": []}""")]
    [InlineData("""{"output_type": "execute_result", "execution_count": 1.0, "data": {"text/plain": null}}""")]
    [InlineData("""{"output_type": "error"}""")]
    [InlineData("""{"name": "stdout", "text": "a"}""")]
    public void An_output_without_a_plain_meaning_is_left_out_and_the_others_stay(string bad)
    {
        const string Good = """{"output_type": "stream", "name": "stdout", "text": "kept"}""";
        var document = Mended(Samples.Notebook(Samples.CodeCell(outputs: $"[{Good}, {bad}, {Good}]")));
        Assert.Equal(["1 output could not be read and was left out"], document.Normalised);
        Assert.Equal(["kept", "kept"], document.Cells[0].Outputs.Select(output => ((StreamOutput)output).Text));
    }

    [Fact]
    public void Copied_ids_are_numbered_and_no_cell_loses_an_id_of_its_own()
    {
        var longest = new string('x', 64);
        string[] ids = ["a", "a", "a-copy-2", "a", longest, longest, "b"];
        var document = Mended(Samples.Notebook([.. ids.Select(id => Samples.CodeCell(id))]));
        Assert.Equal(["a", "a-copy-3", "a-copy-2", "a-copy-4", longest, new string('x', 57) + "-copy-2", "b"], document.Cells.Select(cell => cell.Id));
        Assert.Equal(["3 cells had the id of another and got their own"], document.Normalised);
    }

    [Fact]
    public void An_id_from_a_cells_place_gives_way_to_ids_of_others()
    {
        var document = Mended(Samples.Notebook(Samples.CodeCell("cell-2"), WithoutId("a"), Samples.CodeCell("cell-2-new"), WithoutId("b")));
        Assert.Equal(["cell-2", "cell-2-new-copy-2", "cell-2-new", "cell-4"], document.Cells.Select(cell => cell.Id));
    }

    [Fact]
    public void A_cell_of_an_unknown_type_is_read_as_raw()
    {
        var document = Mended(Samples.Notebook(Samples.CodeCell(source: "\"kept\"").Replace("\"code\"", "\"recipe\"", StringComparison.Ordinal)));
        Assert.Equal((CellKind.Raw, "kept"), (document.Cells[0].Kind, document.Cells[0].Source));
        Assert.Equal(
            ["1 cell had an unknown type and was read as raw", "1 cell that is not code had outputs or a count, which were left out"], document.Normalised);
    }

    [Fact]
    public void A_cell_that_says_nothing_of_its_type_is_read_as_raw()
    {
        var document = Mended(Samples.Notebook("""{"id": "a", "metadata": {}, "source": "kept"}""", """{"id": "b", "cell_type": 1, "metadata": {}, "source": ""}"""));
        Assert.Equal([CellKind.Raw, CellKind.Raw], document.Cells.Select(cell => cell.Kind));
        Assert.Equal(["2 cells had an unknown type and were read as raw"], document.Normalised);
    }

    [Fact]
    public void Outputs_of_a_cell_that_became_text_are_left_out()
    {
        var document = Mended(Samples.Notebook(Samples.CodeCell().Replace("\"code\"", "\"markdown\"", StringComparison.Ordinal)));
        Assert.Equal(["1 cell that is not code had outputs or a count, which were left out"], document.Normalised);
    }

    [Fact]
    public void Cells_that_are_null_are_left_out()
    {
        var document = Mended(Samples.Notebook("null", Samples.CodeCell(), "null"));
        Assert.Equal("c", Assert.Single(document.Cells).Id);
        Assert.Equal(["2 cells were null and were left out"], document.Normalised);
    }

    [Theory]
    [InlineData("4", "0", "nbformat 4.0 became 4.5")]
    [InlineData("4", "1", "nbformat 4.1 became 4.5")]
    [InlineData("4", "2", "nbformat 4.2 became 4.5")]
    [InlineData("4", "3", "nbformat 4.3 became 4.5")]
    [InlineData("4", "4", "nbformat 4.4 became 4.5")]
    [InlineData("4", "null", "nbformat 4 without a readable minor version became 4.5")]
    [InlineData("4", "-3", "nbformat 4 without a readable minor version became 4.5")]
    [InlineData("4", "\"five\"", "nbformat 4 without a readable minor version became 4.5")]
    [InlineData("4", "5.0", "the version 4.5 was not written in whole numbers and now is")]
    [InlineData("4", "\"5\"", "the version 4.5 was not written in whole numbers and now is")]
    [InlineData("4.0", "5", "the version 4.5 was not written in whole numbers and now is")]
    [InlineData("\"4\"", "2", "nbformat 4.2 became 4.5")]
    [InlineData("3", "0", "nbformat 3.0 became 4.5")]
    public void Any_version_that_means_3_or_4_becomes_4_5(string major, string minor, string told)
    {
        var document = Mended($$"""{"cells": [{{Samples.CodeCell()}}], "metadata": {}, "nbformat": {{major}}, "nbformat_minor": {{minor}}}""");
        Assert.Equal([told], document.Normalised);
        Assert.Equal(5, document.Json()["nbformat_minor"]!.GetValue<int>());
    }

    [Fact]
    public void A_missing_minor_version_and_missing_metadata_are_filled_in() =>
        Assert.Equal(
            ["nbformat 4 without a readable minor version became 4.5", "the notebook had no readable metadata and got an empty one"],
            Mended("""{"nbformat": 4, "cells": []}""").Normalised);

    [Fact]
    public void A_later_minor_version_is_kept_and_its_cells_are_mended()
    {
        var document = Mended(Samples.Notebook(WithoutId("a")).Replace("_minor\": 5", "_minor\": 7", StringComparison.Ordinal));
        Assert.Equal(["1 cell had no id and got one"], document.Normalised);
        Assert.Equal(7, document.Json()["nbformat_minor"]!.GetValue<int>());
    }

    [Theory]
    [InlineData(@"half \ud83d pair", "half \uFFFD pair", 1)]
    [InlineData(@"\ude00\ud83d", "\uFFFD\uFFFD", 2)]
    [InlineData(@"\ud83d\ud83d\ude00", "\uFFFD😀", 1)]
    [InlineData(@"\uD83D\n\\\uDe00 \\ud83d \""NaN", "\uFFFD\n\\\uFFFD \\ud83d \"NaN", 2)]
    [InlineData(@"\ud83d😀\u00e9", "\uFFFD😀é", 1)]
    public void Half_a_surrogate_pair_becomes_the_replacement_character(string json, string text, int count)
    {
        var output = $$"""[{"output_type": "stream", "name": "stdout", "text": "{{json}}"}]""";
        var document = Mended(Samples.Notebook(Samples.CodeCell(outputs: output)));
        Assert.Equal(text, ((StreamOutput)document.Cells[0].Outputs[0]).Text);
        Assert.Equal([count == 1 ? "1 half of a surrogate pair became U+FFFD" : $"{count} halves of surrogate pairs became U+FFFD"], document.Normalised);
    }

    [Fact]
    public void Half_a_surrogate_pair_in_a_name_is_mended_too()
    {
        var document = Mended(Samples.Notebook(Samples.CodeCell(metadata: """{"\ud83d": 1, "\ude00": 2}""")));
        Assert.Equal("""{"\uFFFD":2}""", document.Json()["cells"]![0]!["metadata"]!.ToJsonString());
        Assert.Equal(
            ["2 halves of surrogate pairs became U+FFFD", "1 member stood more than once and its last value was taken"], document.Normalised);
    }

    [Fact]
    public void Of_members_with_one_name_the_last_counts_also_for_the_version_and_the_cells()
    {
        var document = Mended($$"""
            {"nbformat": 5, "cells": [], "cells": [{{Samples.CodeCell()}}], "metadata": {}, "nbformat_minor": 5, "nbformat": 4}
            """);
        Assert.Single(document.Cells);
        Assert.Equal(["2 members stood more than once and their last values were taken"], document.Normalised);
    }

    [Fact]
    public void The_words_of_Python_in_text_and_the_numbers_beside_them_stay_as_they_are()
    {
        var document = Mended(Samples.Notebook(Samples.CodeCell(source: """ "NaN, -Infinity, \"Infinity\"" """, metadata: """{"a": NaN, "b": 1e-07, "c": -0, "d": "\u2028"}""")));
        Assert.Equal("NaN, -Infinity, \"Infinity\"", document.Cells[0].Source);
        Assert.Contains("\"b\": 1e-07,\n    \"c\": -0,\n    \"d\": \"\u2028\"", document.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_is_told() =>
        Assert.Equal(["the byte order mark was left out"], Mended([0xEF, 0xBB, 0xBF, .. Samples.Everything]).Normalised);

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_file_in_UTF_16_is_read(string encoding)
    {
        var text = Encoding.GetEncoding(encoding);
        var document = Mended([.. text.GetPreamble(), .. text.GetBytes(Encoding.UTF8.GetString(Samples.Everything))]);
        Assert.Equal(Samples.Everything, document.ToUtf8());
        Assert.Equal(["the text was in UTF-16 and became UTF-8"], document.Normalised);
    }

    [Fact]
    public void Many_defects_in_one_file_are_mended_together()
    {
        var document = Mended(Encoding.UTF8.GetBytes($$"""
            {{'\uFEFF'}}{"nbformat": 4, "nbformat": 4, "nbformat_minor": 5, "metadata": {"x": NaN}, "cells": [
              {"cell_type": "code", "source": ["int x = 1;\n", "x"], "execution_count": 1.0},
              {"cell_type": "code", "id": "2-8", "metadata": null, "source": "x", "outputs": [{"output_type": "stream", "name": "stdout", "text": "\udc00"}, null]},
              {"cell_type": "code", "id": "2-8", "metadata": {}, "source": "x", "outputs": null, "execution_count": null}]}
            """));
        Assert.Equal(["int x = 1;\nx", "x", "x"], document.Cells.Select(cell => cell.Source));
        Assert.Equal(["cell-1", "2-8", "2-8-copy-2"], document.Cells.Select(cell => cell.Id));
        Assert.Equal(11, document.Normalised.Length);
    }

    internal static NotebookDocument Mended(string json) => Mended(Encoding.UTF8.GetBytes(json));

    /// <summary>Reads a file that is not in order; what becomes of it is valid and would be read as in order.</summary>
    internal static NotebookDocument Mended(byte[] file)
    {
        var document = Samples.Parse(file);
        Assert.NotEmpty(document.Normalised);
        Assert.Empty(Nbformat.Violations(document.Json()));
        var again = Samples.Parse(document.ToUtf8());
        Assert.Empty(again.Normalised);
        Assert.Equal(document, again);
        return document;
    }

    private static string WithoutId(string source, string count = "null") =>
        $$"""{"cell_type": "code", "metadata": {}, "source": "{{source}}", "outputs": [], "execution_count": {{count}}}""";

    private static string Compact(JsonNode? node) => node is null ? "null" : node.ToJsonString(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
