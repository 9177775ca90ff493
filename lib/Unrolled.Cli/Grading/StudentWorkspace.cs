namespace Unrolled.Cli.Grading;

/// <summary>A copy of what a notebook uses of the course, for one notebook alone: what it writes or deletes there goes with it.</summary>
internal sealed class StudentWorkspace : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("unrolled-grade-");

    public StudentWorkspace(CourseFolder course)
    {
        Copy(Path.GetDirectoryName(course.CourseLibrary)!, Path.Combine(_folder.FullName, "lib", "bin", "course"), "*.dll");
        Copy(course.Data, Path.Combine(_folder.FullName, "data"), "*");
        Copy(course.Notebooks, Notebooks, "*.csx");
    }

    /// <summary>Where the notebook runs.</summary>
    public string Notebooks => Path.Combine(_folder.FullName, "notebooks");

    public void Dispose()
    {
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Something the notebook started still holds a file; it stands in the temporary folder, which the system clears.
        }
    }

    private static void Copy(string from, string to, string pattern)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from, pattern))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
