using System.Text.Json.Nodes;
using Unrolled.Notebooks;

namespace Unrolled.Kernel.Tests.Running;

/// <summary>Notebooks made for a test, and their runs.</summary>
internal static class Notebooks
{
    public static NotebookDocument Of(params string[] sources) => Of(sources.Select(source => (source, tag: (string?)null)));

    /// <summary>A notebook whose cells, ids c1, c2 …, may have a tag. Each has "before" as its committed output.</summary>
    public static NotebookDocument Of(IEnumerable<(string Source, string? Tag)> cells)
    {
        var json = new JsonObject
        {
            ["cells"] = new JsonArray([.. cells.Select((cell, i) => Cell($"c{i + 1}", cell.Source, cell.Tag))]),
            ["metadata"] = new JsonObject(),
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        };
        return NotebookDocument.Parse(System.Text.Encoding.UTF8.GetBytes(json.ToJsonString()), "test.ipynb");
    }

    public static async Task<NotebookRun> RunAsync(NotebookDocument document, Func<RunOptions, RunOptions>? change = null)
    {
        using var folder = new TemporaryFolder();
        var options = Options(folder.Path);
        return await NotebookRunner.RunAsync(document, change is null ? options : change(options), null, CancellationToken.None);
    }

    /// <summary>A test of the limit itself sets its own.</summary>
    public static RunOptions Options(string folder) =>
        new() { KernelPath = Repository.Kernel, Directory = folder, CellTimeLimit = Patience.Limit };

    /// <summary>What cell number <paramref name="cell"/> shows: the text of its streams and its values.</summary>
    public static string Shown(this NotebookRun run, int cell) => string.Concat(run.Document.Cells[cell - 1].Outputs.Select(output => output switch
    {
        StreamOutput stream => stream.Text,
        DataOutput data => data.Data["text/plain"],
        _ => "",
    }));

    private static JsonObject Cell(string id, string source, string? tag) => new()
    {
        ["cell_type"] = "code",
        ["id"] = id,
        ["metadata"] = tag is null ? [] : new JsonObject { ["tags"] = new JsonArray(tag) },
        ["source"] = source,
        ["outputs"] = new JsonArray(new JsonObject { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = "before" }),
        ["execution_count"] = null,
    };
}
