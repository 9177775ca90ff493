namespace Unrolled.Repository.Tests;

/// <summary>A chapter is one stem in three folders, and a row in the table of the readme.</summary>
public sealed class ChapterTests
{
    public static TheoryData<string> Chapters =>
        [.. Directory.EnumerateFiles(RepositoryFolder.PathOf("notebooks"), "*.ipynb").Select(path => Path.GetFileNameWithoutExtension(path))];

    [Theory]
    [MemberData(nameof(Chapters))]
    public void It_has_solutions_and_slides(string chapter)
    {
        Assert.True(File.Exists(RepositoryFolder.PathOf("notebooks", "solutions", $"{chapter}.ipynb")), $"no notebooks/solutions/{chapter}.ipynb");
        Assert.True(File.Exists(RepositoryFolder.PathOf("slides", $"{chapter}.md")), $"no slides/{chapter}.md");
    }

    [Theory]
    [MemberData(nameof(Chapters))]
    public void It_stands_in_the_readme(string chapter) =>
        Assert.Contains($"](notebooks/{chapter}.ipynb) |", File.ReadAllText(RepositoryFolder.PathOf("README.md")), StringComparison.Ordinal);
}
