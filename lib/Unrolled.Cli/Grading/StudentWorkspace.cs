using Unrolled.Notebooks;

namespace Unrolled.Cli.Grading;

/// <summary>A copy of what a notebook uses of the course, for one notebook alone: what it writes or deletes there goes with it.</summary>
internal sealed class StudentWorkspace : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public StudentWorkspace(CourseFolder course)
    {
        Copy(Path.GetDirectoryName(course.CourseLibrary)!, Path.Combine(_folder.Path, "lib", "bin", "course"), "*.dll");
        Copy(course.Data, Path.Combine(_folder.Path, "data"), "*");
        Copy(course.Notebooks, Notebooks, "*.csx");
    }

    /// <summary>Where the notebook runs.</summary>
    public string Notebooks => Path.Combine(_folder.Path, "notebooks");

    public void Dispose() => _folder.Dispose();

    private static void Copy(string from, string to, string pattern)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from, pattern))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
