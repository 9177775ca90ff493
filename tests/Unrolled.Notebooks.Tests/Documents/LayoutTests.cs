using System.Text;
using System.Text.Json.Nodes;

namespace Unrolled.Notebooks.Tests.Documents;

public class LayoutTests
{
    [Fact]
    public void A_notebook_in_Jupyters_layout_keeps_every_byte() =>
        Assert.Equal(Encoding.UTF8.GetString(Samples.Everything), Samples.Parse(Samples.Everything).Text());

    [Fact]
    public void Another_layout_of_the_same_notebook_becomes_Jupyters() =>
        Assert.Equal(Encoding.UTF8.GetString(Samples.Everything), Samples.Parse(Samples.Fixture("everything-other-layout.ipynb")).Text());

    [Fact]
    public void A_byte_order_mark_is_tolerated_and_dropped() =>
        Assert.Equal(Samples.Everything, Samples.Parse([0xEF, 0xBB, 0xBF, .. Samples.Everything]).ToUtf8());

    [Fact]
    public void Lists_200_deep_are_kept()
    {
        var deep = new string('[', 200) + new string(']', 200);
        var document = Samples.Parse($$"""{"cells": [], "metadata": {"deep": {{deep}}}, "nbformat": 4, "nbformat_minor": 5}""");
        Assert.Equal(deep, string.Concat(document.Json()["metadata"]!["deep"]!.ToString().Where(c => !char.IsWhiteSpace(c))));
    }

    [Theory]
    [InlineData("1e-07")]
    [InlineData("1E5")]
    [InlineData("1.0")]
    [InlineData("-0")]
    [InlineData("12345678901234567890")]
    public void The_text_of_a_number_is_kept_as_it_was_read(string number)
    {
        var cell = Samples.CodeCell(metadata: $$"""{"n": {{number}}}""");
        Assert.Contains($"\"n\": {number}\n", Samples.Parse(Samples.Notebook(cell)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void Any_metadata_survives_and_a_second_pass_changes_nothing()
    {
        var random = new Random(20260424);
        for (var i = 0; i < 500; i++)
        {
            var notebook = JsonNode.Parse(Samples.Notebook(Samples.CodeCell()))!;
            notebook["metadata"]!["random"] = RandomJson(random, depth: 5);
            notebook["cells"]![0]!["unknown"] = RandomJson(random, depth: 3);

            var once = Samples.Parse(notebook.ToJsonString()).ToUtf8();

            Assert.True(JsonNode.DeepEquals(notebook, JsonNode.Parse(once)), $"document {i} changed: {notebook.ToJsonString()}");
            Assert.Equal(once, Samples.Parse(once).ToUtf8());
        }
    }

    private static JsonNode? RandomJson(Random random, int depth) => random.Next(depth > 0 ? 7 : 4) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        2 => random.NextDouble() * Math.Pow(10, random.Next(-30, 30)),
        3 => RandomText(random),
        4 => new JsonArray([.. Enumerable.Range(0, random.Next(5)).Select(_ => RandomJson(random, depth - 1))]),
        _ => new JsonObject(Enumerable.Range(0, random.Next(5)).Select(i =>
            KeyValuePair.Create(RandomText(random) + i, RandomJson(random, depth - 1)))),
    };

    private static string RandomText(Random random)
    {
        string[] pieces = ["a", "Z", "\"", "\\", "/", "\n", "\r", "\t", "\b", "\f", "\0", "\u001b", "\u007f", "\u00a0", "\u2028", "\uff37", "é", "😀", "𝑊"];
        return string.Concat(random.GetItems(pieces, random.Next(8)));
    }
}
