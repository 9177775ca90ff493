using System.Text.RegularExpressions;

namespace Unrolled.Repository.Tests;

/// <summary>The pages that lead through the repository: what they point to and what they name is there.</summary>
public sealed partial class GuideTests
{
    // What a build makes, and the chapter that CONTRIBUTING.md makes up.
    private static readonly string[] NotCommitted = ["lib/bin/", "slides/build", "07-attention", "Chapter07"];

    public static TheoryData<string> Pages =>
    [
        "README.md", "lib/ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "data/README.md", "slides/README.md", "lib/Unrolled.Cli/GRADING.md",
        ".vscode/extensions/unrolled-notebook/README.md",
    ];

    public static TheoryData<string> Maps => ["lib/ARCHITECTURE.md", "CONTRIBUTING.md"];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_leads_somewhere(string page)
    {
        var folder = Path.GetDirectoryName(RepositoryFolder.PathOf(page))!;
        Assert.All(Link().Matches(Code().Replace(Read(page), "")).Select(link => link.Groups["to"].Value).Where(to => !to.StartsWith("http", StringComparison.Ordinal)), to =>
        {
            var (path, heading) = to.Split('#') is [var file, var anchor] ? (file, anchor) : (to, null);
            var target = path.Length == 0 ? RepositoryFolder.PathOf(page) : Path.Combine(folder, path);
            Assert.True(Path.Exists(target), $"{page} links to {to}, which is not there");
            if (heading is not null)
                Assert.Contains(heading, Heading().Matches(File.ReadAllText(target)).Select(line => Anchor(line.Groups["text"].Value)));
        });
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_path_it_names_is_there(string page) =>
        Assert.Empty(NamedPath().Matches(Read(page)).Select(match => match.Value)
            .Where(path => !NotCommitted.Any(made => path.Contains(made, StringComparison.Ordinal)) && !Path.Exists(RepositoryFolder.PathOf(path))));

    [Theory]
    [MemberData(nameof(Maps))]
    public void Every_name_of_code_is_in_the_code(string page)
    {
        var names = Name().Matches(Read(page)).Select(match => match.Groups["name"].Value).Where(name => !NotCommitted.Contains(name)).ToList();
        Assert.NotEmpty(names);
        string[] folders = ["lib", "tests"];
        var known = folders.SelectMany(folder => Directory.EnumerateFiles(RepositoryFolder.PathOf(folder), "*.cs*", SearchOption.AllDirectories))
            .SelectMany(file => Word().Matches(File.ReadAllText(file)).Select(match => match.Value)).ToHashSet();
        Assert.Empty(names.Where(name => !known.Contains(name)));
    }

    [Fact]
    public void The_map_and_the_readme_name_every_project()
    {
        var projects = Directory.EnumerateDirectories(RepositoryFolder.PathOf("lib"), "Unrolled*").Select(path => Path.GetFileName(path)).ToList();
        Assert.All(projects, project => Assert.Contains($"`{project}`", Read("lib/ARCHITECTURE.md"), StringComparison.Ordinal));
        Assert.All(projects, project => Assert.Contains($"| `lib/{project}` |", Read("README.md"), StringComparison.Ordinal));
    }

    private static string Read(string page) => File.ReadAllText(RepositoryFolder.PathOf(page));

    // As code-hosting sites make it of a heading.
    private static string Anchor(string heading) =>
        string.Concat(heading.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-');

    [GeneratedRegex(@"\]\((?<to>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?s)(?<tick>`+).+?(?<!`)\k<tick>(?!`)")]
    private static partial Regex Code();

    [GeneratedRegex(@"(?m)^#+ +(?<text>.+)$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"(?<![\w/.-])(lib|tests|notebooks|slides|data|\.ci|\.devcontainer|\.github|\.vscode)/[\w./-]*[\w/]")]
    private static partial Regex NamedPath();

    [GeneratedRegex(@"`(?<name>[A-Z]\w+)(\.[A-Z]\w*)?`")]
    private static partial Regex Name();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
