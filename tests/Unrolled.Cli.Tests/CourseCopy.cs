namespace Unrolled.Cli.Tests;

/// <summary>A copy of what the commands use of the repository, so that they may write. One for all tests of a class.</summary>
public sealed class CourseCopy : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tests-of-unrolled-");

    public CourseCopy()
    {
        foreach (var file in new[] { "Unrolled.slnx", "global.json" })
            File.Copy(Path.Combine(Repository, file), Path.Combine(Folder, file));
        foreach (var folder in new[] { "notebooks", "data", "lib/bin/course", "lib/bin/kernel" })
            Copy(Path.Combine(Repository, folder), Path.Combine(Folder, folder));
    }

    public static string Repository { get; } = Above(AppContext.BaseDirectory);

    public string Folder => _folder.FullName;

    public string Notebook(string name) => Path.Combine(Folder, "notebooks", name + ".ipynb");

    public void Dispose() => _folder.Delete(recursive: true);

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static string Above(string folder)
    {
        var at = new DirectoryInfo(folder);
        while (!File.Exists(Path.Combine(at.FullName, "Unrolled.slnx")))
            at = at.Parent ?? throw new DirectoryNotFoundException($"No Unrolled.slnx above {folder}.");
        return at.FullName;
    }
}
