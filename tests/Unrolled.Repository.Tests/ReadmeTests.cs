using System.Text.RegularExpressions;
using Unrolled.Notebooks;

namespace Unrolled.Repository.Tests;

public sealed partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(RepositoryFolder.PathOf("README.md"));

    [Fact]
    public void The_picture_is_the_one_that_the_chapter_computes()
    {
        var figures = NotebookDocument.Read(RepositoryFolder.PathOf("notebooks", "02-forward.ipynb")).Cells
            .SelectMany(cell => cell.Outputs).OfType<DataOutput>()
            .Select(output => output.Data.TryGetValue("image/svg+xml", out var svg) ? svg : "");
        var picture = File.ReadAllText(RepositoryFolder.PathOf(".github", "forward-window.svg"));
        Assert.True(figures.Contains(picture), "Copy the figure forward.window of notebooks/02-forward.ipynb into .github/forward-window.svg.");
    }

    [Fact]
    public void It_tells_how_many_exercises_there_are()
    {
        // The last exercise of a chapter is its question in words.
        var chapters = Directory.EnumerateFiles(RepositoryFolder.PathOf("notebooks"), "*.ipynb")
            .Select(path => NotebookDocument.Read(path).Cells.Count(cell => ExerciseCell().IsMatch(cell.Id))).ToList();
        Assert.Contains(FormattableString.Invariant($"{chapters.Sum() - chapters.Count} to program"), Readme, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_folder_of_its_tables_is_there()
    {
        var folders = Folder().Matches(Readme).Select(match => match.Groups["path"].Value).ToList();
        Assert.NotEmpty(folders);
        Assert.All(folders, path => Assert.True(Directory.Exists(RepositoryFolder.PathOf(path)), path));
    }

    [Fact]
    public void Its_two_commands_are_tried_on_three_systems_every_week()
    {
        var workflow = File.ReadAllText(RepositoryFolder.PathOf(".github", "workflows", "ci.yml"));
        var commands = Command().Matches(Readme).Select(match => match.Groups["command"].Value).ToList();
        Assert.Equal(2, commands.Count);
        Assert.All(commands, command => Assert.Contains($"      - run: {command}\n", workflow, StringComparison.Ordinal));
        Assert.Contains("os: [ubuntu-latest, windows-latest, macos-latest]", workflow, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^  schedule:\n(    #.*\n)?    - cron: "".* .* \* \* [0-6]""$", workflow);
    }

    [Fact]
    public void Its_command_for_the_pages_of_the_library_is_tried_by_CI()
    {
        var command = Pages().Match(Readme);
        Assert.True(command.Success);
        Assert.Contains(command.Groups["command"].Value, File.ReadAllText(RepositoryFolder.PathOf(".github", "workflows", "ci.yml")), StringComparison.Ordinal);
    }

    [GeneratedRegex("`(?<command>dotnet tool exec .*docfx.json) --serve`")]
    private static partial Regex Pages();

    [GeneratedRegex(@"(?m)^    (?<command>dotnet .*?) +#")]
    private static partial Regex Command();

    [GeneratedRegex(@"(?m)^\| `(?<path>(lib|data|notebooks|tests)[\w./]*)` \|")]
    private static partial Regex Folder();

    [GeneratedRegex(@"^\d+-\d+$")]
    private static partial Regex ExerciseCell();
}
