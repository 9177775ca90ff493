using System.Text.RegularExpressions;

namespace Unrolled.Repository.Tests;

/// <summary>What no file of the repository may hold.</summary>
public sealed partial class TextTests
{
    // Read from the folder, not from git: the tests also run in a copy without a history.
    private static readonly string[] NotOurs =
        [".git", "bin", "obj", "TestResults", "BenchmarkDotNet.Artifacts", ".unrolled", ".ipynb_checkpoints", "node_modules", ".vs", "__pycache__"];

    private static readonly string[] BinaryExtensions = [".png", ".ico"];

    private static readonly List<string> Files = [.. Below(RepositoryFolder.Root).Where(path => !BinaryExtensions.Contains(Path.GetExtension(path)))];

    [Fact]
    public void There_are_files_to_look_at() => Assert.True(Files.Count > 100);

    [Fact]
    public void No_file_holds_a_path_of_somebodys_machine() =>
        Assert.Empty(Files.Where(path => MachinePath().IsMatch(File.ReadAllText(path))));

    [Fact]
    public void Lock_files_name_no_address()
    {
        var locks = Files.Where(path => Path.GetFileName(path) is "packages.lock.json" or "package-lock.json").ToList();
        Assert.Contains(locks, path => path.EndsWith("package-lock.json", StringComparison.Ordinal));
        Assert.Empty(locks.Where(path => File.ReadAllText(path).Contains("://", StringComparison.Ordinal)));
    }

    [Fact]
    public void Text_files_end_their_lines_alike() =>
        Assert.Empty(Files.Where(path => !path.Contains("Fixtures", StringComparison.Ordinal) && File.ReadAllText(path).Contains('\r', StringComparison.Ordinal)));

    private static IEnumerable<string> Below(string folder) =>
        Directory.EnumerateFiles(folder).Where(file => !NotOurs.Contains(Path.GetFileName(file))).Concat(
            Directory.EnumerateDirectories(folder).Where(child => !NotOurs.Contains(Path.GetFileName(child))).SelectMany(Below));

    [GeneratedRegex(@"(?<![\w.])/(home|Users|root|work)/\w|[A-Z]:\\Users\\")]
    private static partial Regex MachinePath();
}
