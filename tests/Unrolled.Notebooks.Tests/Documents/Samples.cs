using System.Text;
using System.Text.Json.Nodes;

namespace Unrolled.Notebooks.Tests.Documents;

/// <summary>Fixtures and small documents that the tests share.</summary>
internal static class Samples
{
    /// <summary>Written by Python's json module: every cell and output type, unknown members, and the characters and numbers that writers get wrong.</summary>
    public static byte[] Everything => Fixture("everything.ipynb");

    public static byte[] Fixture(string file) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Documents", "Fixtures", file));

    public static NotebookDocument Parse(string json) => NotebookDocument.Parse(Encoding.UTF8.GetBytes(json), "sample.ipynb");

    public static NotebookDocument Parse(byte[] utf8) => NotebookDocument.Parse(utf8, "sample.ipynb");

    /// <summary>A notebook of the given cells, which are JSON texts.</summary>
    public static string Notebook(params string[] cells) =>
        $$"""{"cells": [{{string.Join(",", cells)}}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}""";

    public static string CodeCell(string id = "c", string outputs = "[]", string source = "\"\"", string metadata = "{}", string count = "null") =>
        $$"""{"cell_type": "code", "id": "{{id}}", "metadata": {{metadata}}, "source": {{source}}, "outputs": {{outputs}}, "execution_count": {{count}}}""";

    public static string Text(this NotebookDocument document) => Encoding.UTF8.GetString(document.ToUtf8());

    public static JsonNode Json(this NotebookDocument document) => JsonNode.Parse(document.ToUtf8(), documentOptions: new() { MaxDepth = 512 })!;
}
