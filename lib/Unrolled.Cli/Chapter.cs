namespace Unrolled.Cli;

/// <summary>A notebook to run: a chapter of the course, or a file of the reader's own.</summary>
/// <param name="Name">How tables name it.</param>
/// <param name="Path">The file.</param>
internal sealed record Chapter(string Name, string Path)
{
    private const string Extension = ".ipynb";

    public string Directory => System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!;

    /// <summary>The chapters named on the command line, or all when none is named.</summary>
    /// <param name="names">Numbers ("02"), stems ("02-forward") or paths of notebooks.</param>
    /// <param name="course">Where the course is.</param>
    /// <exception cref="UsageException">A name fits no notebook.</exception>
    public static IReadOnlyList<Chapter> Select(IReadOnlyList<string> names, CourseFolder course)
    {
        var all = System.IO.Directory.Exists(course.Notebooks)
            ? System.IO.Directory.EnumerateFiles(course.Notebooks, "*" + Extension).Order(StringComparer.Ordinal).Select(At).ToList()
            : [];
        if (names.Count > 0)
            return [.. names.Select(name => Find(name, all)).DistinctBy(c => System.IO.Path.GetFullPath(c.Path))];
        return all.Count > 0 ? all : throw new UsageException($"No notebooks in {course.Notebooks}.");
    }

    private static Chapter Find(string name, IReadOnlyList<Chapter> all)
    {
        if (all.FirstOrDefault(c => c.Name == name || c.Name.StartsWith(name + "-", StringComparison.Ordinal)) is { } chapter)
            return chapter;
        if (System.IO.Directory.Exists(name))
            throw new UsageException($"{name} is a folder; name a notebook ({Extension}) or a chapter: {Names(all)}.");
        if (System.IO.File.Exists(name))
            return At(name);
        throw new UsageException(name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase)
            ? $"The notebook {name} does not exist."
            : $"There is no chapter \"{name}\". The chapters are {Names(all)}; a path to a notebook works too.");
    }

    private static Chapter At(string path) => new(System.IO.Path.GetFileNameWithoutExtension(path), path);

    private static string Names(IEnumerable<Chapter> all) => string.Join(", ", all.Select(c => c.Name));
}
