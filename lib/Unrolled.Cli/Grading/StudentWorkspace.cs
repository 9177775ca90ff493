using Unrolled.Notebooks;

namespace Unrolled.Cli.Grading;

/// <summary>A copy of what a notebook uses of the course, and of the student's own files, for one notebook alone: what it writes or deletes there goes with it.</summary>
internal sealed class StudentWorkspace : IDisposable
{
    private const int MostFiles = 200;
    private const int MostMegabytes = 50;

    private readonly ScratchFolder _folder = new();

    /// <exception cref="HandInException">A file of the student's can't be read.</exception>
    public StudentWorkspace(CourseFolder course, HandIn handIn)
    {
        Copy(Path.GetDirectoryName(course.CourseLibrary)!, Path.Combine(_folder.Path, "lib", "bin", "course"), "*.dll");
        Copy(course.Data, Path.Combine(_folder.Path, "data"), "*");
        Copy(course.Notebooks, Notebooks, "*.csx");
        Directory.CreateDirectory(Temporary);
        LeftOut = CopyOwn(handIn);
    }

    /// <summary>All of it.</summary>
    public string Root => _folder.Path;

    /// <summary>Where the notebook runs.</summary>
    public string Notebooks => Path.Combine(_folder.Path, "notebooks");

    /// <summary>For temporary files.</summary>
    public string Temporary => Path.Combine(_folder.Path, "tmp");

    /// <summary>What is said when not all of the student's files are here, else null.</summary>
    public string? LeftOut { get; }

    public void Dispose() => _folder.Dispose();

    private string? CopyOwn(HandIn handIn)
    {
        var room = (long)MostMegabytes << 20;
        var leftOut = 0;
        foreach (var (i, (name, file)) in handIn.Beside.Index())
        {
            var to = Path.GetFullPath(Path.Combine(Notebooks, name));
            // The course's own files stay as they are: many hand in the whole folder, perhaps an older one.
            if (!to.StartsWith(_folder.Path + Path.DirectorySeparatorChar, StringComparison.Ordinal) || Path.Exists(to))
                continue;
            if (i >= MostFiles || file.Length > room)
            {
                leftOut++;
                continue;
            }

            room -= file.Length;
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.WriteAllBytes(to, HandIn.Bytes(file));
        }

        return leftOut == 0 ? null : Invariant($"{leftOut} of the files beside the notebook were left out: at most {MostFiles} files and {MostMegabytes} MB are copied.");
    }

    private static void Copy(string from, string to, string pattern)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from, pattern))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
