using System.Text.Json.Nodes;

namespace Unrolled.Cli.Tests;

/// <summary>A folder outside the repository with a reader's own notebooks; it goes with the test.</summary>
public sealed class Workspace : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tests-of-unrolled-");

    public string Folder => _folder.FullName;

    public string PathOf(string file) => Path.Combine(Folder, file);

    public string Write(string file, string content)
    {
        File.WriteAllText(PathOf(file), content);
        return PathOf(file);
    }

    /// <summary>A notebook of code cells with ids c1, c2 …, each with the committed output "before".</summary>
    public string WriteNotebook(string file, params string[] sources) => Write(file, Notebook(sources));

    public static string Notebook(params string[] sources) => TaggedNotebook(null, sources);

    public static string TaggedNotebook(string? tag, params string[] sources) => new JsonObject
    {
        ["cells"] = new JsonArray([.. sources.Select((source, i) => new JsonObject
        {
            ["cell_type"] = "code",
            ["execution_count"] = 1,
            ["id"] = $"c{i + 1}",
            ["metadata"] = tag is null ? [] : new JsonObject { ["tags"] = new JsonArray(tag) },
            ["outputs"] = new JsonArray(new JsonObject { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = "before" }),
            ["source"] = source,
        })]),
        ["metadata"] = new JsonObject(),
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    }.ToJsonString();

    public void Dispose() => _folder.Delete(recursive: true);
}
