using System.Collections.Immutable;
using Unrolled.Notebooks;

namespace Unrolled.Kernel.Tests.Conformance;

/// <summary>A notebook of tests/conformance: cells, and what .NET Interactive gives for each; beside it, in ours/, what our session gives where it is meant to differ.</summary>
/// <param name="Name">The notebook's name.</param>
/// <param name="Cells">The code cells in their order, with the recorded outputs.</param>
/// <param name="Differing">By cell id: the cells that are meant to differ, with our outputs; their tag is the reason.</param>
internal sealed record Group(string Name, ImmutableArray<NotebookCell> Cells, ImmutableDictionary<string, NotebookCell> Differing)
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "conformance");

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.ipynb").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    public static Group Read(string name)
    {
        var ours = PathOfOurs(name);
        return new Group(name, Code(Path.Combine(Folder, $"{name}.ipynb")),
            File.Exists(ours) ? Code(ours).ToImmutableDictionary(cell => cell.Id) : ImmutableDictionary<string, NotebookCell>.Empty);
    }

    public static string PathOfOurs(string name) => Path.Combine(Folder, "ours", $"{name}.ipynb");

    private static ImmutableArray<NotebookCell> Code(string path) => [.. NotebookDocument.Read(path).Cells.Where(cell => cell.Kind == CellKind.Code)];
}
