using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Unrolled.Notebooks;

namespace Unrolled.Cli.Grading;

/// <summary>Finds and reads what students handed in.</summary>
internal static class StudentNotebook
{
    /// <summary>The notebooks named, and those in folders named, with their subfolders.</summary>
    /// <exception cref="UsageException">A path does not exist, or there is no notebook.</exception>
    public static IReadOnlyList<string> Find(IReadOnlyList<string> paths)
    {
        if (paths.FirstOrDefault(path => !Path.Exists(path)) is { } missing)
            throw new UsageException($"{missing} does not exist. Name students' notebooks, or folders of them.");
        List<string> found = [.. paths.SelectMany(path => Directory.Exists(path) ? In(path) : [path]).DistinctBy(Path.GetFullPath)];
        return found.Count > 0 ? found : throw new UsageException($"There are no notebooks (.ipynb) in {string.Join(", ", paths)}.");
    }

    /// <summary>Reads a notebook. A cell that was copied with its id gets another one; Jupyter itself never writes two alike.</summary>
    /// <exception cref="NotebookFormatException">The file is no notebook.</exception>
    public static NotebookDocument Read(string path)
    {
        try
        {
            return NotebookDocument.Read(path);
        }
        catch (NotebookFormatException) when (WithUniqueIds(path) is { } repaired)
        {
            return NotebookDocument.Parse(repaired, path);
        }
    }

    private static IEnumerable<string> In(string folder) => Directory.EnumerateFiles(folder, "*.ipynb", SearchOption.AllDirectories)
        .Where(path => !path.Contains(".ipynb_checkpoints", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static byte[]? WithUniqueIds(string path)
    {
        try
        {
            var notebook = JsonNode.Parse(File.ReadAllBytes(path));
            var taken = new HashSet<string>();
            foreach (var cell in notebook!["cells"]!.AsArray())
            {
                var id = (string)cell!["id"]!;
                for (var copy = 2; !taken.Add((string)cell["id"]!); copy++)
                    cell["id"] = string.Create(CultureInfo.InvariantCulture, $"{id}-copy-{copy}");
            }

            return JsonSerializer.SerializeToUtf8Bytes(notebook);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NullReferenceException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
