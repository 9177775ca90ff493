namespace Unrolled.Cli;

/// <summary>The folders of the course on this machine.</summary>
/// <param name="Root">The repository's root.</param>
internal sealed record CourseFolder(string Root)
{
    private const string Mark = "Unrolled.slnx";

    public string Notebooks => Path.Combine(Root, "notebooks");

    public string Slides => Path.Combine(Root, "slides");

    public string Data => Path.Combine(Root, "data");

    public string CourseLibrary => Path.Combine(Root, "lib", "bin", "course", "Unrolled.dll");

    public string Kernel => Path.Combine(Root, "lib", "bin", "kernel", "Unrolled.Kernel.dll");

    /// <summary>Finds the repository above the current folder; else above this program, so that it can be started from anywhere.</summary>
    /// <exception cref="UsageException">Neither stands in the repository.</exception>
    public static CourseFolder Find() =>
        Above(Directory.GetCurrentDirectory()) ?? Above(AppContext.BaseDirectory)
        ?? throw new UsageException($"The course's folder was not found: no {Mark} above the current folder. Change into the repository and try again.");

    private static CourseFolder? Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, Mark)))
                return new CourseFolder(at.FullName);
        }

        return null;
    }
}
