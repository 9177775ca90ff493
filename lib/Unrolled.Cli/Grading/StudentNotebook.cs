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

    /// <summary>Reads a notebook.</summary>
    /// <exception cref="NotebookFormatException">The file is no notebook.</exception>
    public static NotebookDocument Read(string path) => NotebookDocument.Read(path);

    private static IEnumerable<string> In(string folder) => Directory.EnumerateFiles(folder, "*.ipynb", SearchOption.AllDirectories)
        .Where(path => !path.Contains(".ipynb_checkpoints", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
}
