using System.Collections.Immutable;

namespace Unrolled.Cli.Grading;

/// <summary>A class's notebooks, each with its student.</summary>
internal sealed record HandIns(IReadOnlyList<HandIn> Notebooks, IReadOnlyList<LeftOut> LeftOut)
{
    /// <summary>Tells whose the notebooks are: by a name of the roster that stands in the path, else by the part of the path in which they differ.</summary>
    /// <param name="files">What was found.</param>
    /// <param name="roster">The names of the class; empty when nobody gave them.</param>
    /// <exception cref="UsageException">There is no notebook.</exception>
    public static HandIns Of(HandInFiles files, Roster roster)
    {
        var notebooks = files.Found.Where(file => file.IsNotebook).ToList();
        if (notebooks.Count == 0)
            throw new UsageException(string.Join('\n', files.LeftOut.Select(left => $"{left.Path}: {left.Why}").Prepend("There are no notebooks (.ipynb) here.")));
        var common = CommonFolders(notebooks);
        var students = notebooks.Select(Student).ToHashSet();
        return new([.. notebooks.Select(notebook => new HandIn(Student(notebook), notebook, Beside(notebook)))], files.LeftOut);

        string Student(FoundFile file) => roster.NameIn(file.Parts) ?? WithoutExtension(file.Parts[Math.Min(common, file.Parts.Length - 1)]);

        ImmutableArray<(string, FoundFile)> Beside(FoundFile notebook)
        {
            var student = Student(notebook);
            return [.. files.Found.Where(file => !file.IsNotebook && !IsOthers(file)).Select(file => (NameFrom(notebook, file)!, file)).Where(own => own.Item1 is not null)];

            // In a folder that a class shares, what is called like another's notebook is the other's.
            bool IsOthers(FoundFile file) => Student(file) != student
                && (file.Folder != notebook.Folder || students.Any(other => other != student && file.Name.StartsWith(other, StringComparison.OrdinalIgnoreCase)));
        }
    }

    // How many folders the paths of all have in common. A single notebook's student is called as the notebook is.
    private static int CommonFolders(List<FoundFile> notebooks)
    {
        var first = notebooks[0].Parts;
        var common = 0;
        while (common < first.Length - 1 && notebooks.TrueForAll(notebook => common < notebook.Parts.Length - 1 && notebook.Parts[common] == first[common]))
            common++;
        return common;
    }

    // Beside the notebook, below it, or in the data folder that stands beside the notebooks' folder in the course.
    private static string? NameFrom(FoundFile notebook, FoundFile file)
    {
        const string Data = "data";
        if (file.Path.StartsWith(notebook.Folder + "/", StringComparison.Ordinal) || notebook.Parts.Length == 1)
            return notebook.Parts.Length == 1 ? file.Path : file.Path[(notebook.Folder.Length + 1)..];
        return notebook.Parts.Length > 1 && file.Parts is [.. var above, Data, _] && above.SequenceEqual(notebook.Parts.SkipLast(2)) ? $"../{Data}/{file.Name}" : null;
    }

    private static string WithoutExtension(string name) =>
        Path.GetExtension(name).ToUpperInvariant() is ".IPYNB" or ".ZIP" ? Path.GetFileNameWithoutExtension(name) : name;
}
