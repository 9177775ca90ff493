using System.Xml.Linq;

namespace Unrolled.Repository.Tests;

/// <summary>Who may know whom. A learner meets only the first three projects, so these must not reach for the machinery.</summary>
public sealed class ReferenceRuleTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Unrolled"] = [],
        ["Unrolled.Figures"] = [],
        ["Unrolled.Exercises"] = ["Unrolled", "Unrolled.Figures"],
        ["Unrolled.Notebooks"] = [],
        ["Unrolled.Kernel"] = ["Unrolled.Notebooks"],
        ["Unrolled.Cli"] = ["Unrolled", "Unrolled.Figures", "Unrolled.Exercises", "Unrolled.Notebooks", "Unrolled.Kernel"],
    };

    private static readonly Dictionary<string, string[]> AllowedPackages = new()
    {
        ["Unrolled"] = ["CsvHelper", "MathNet.Numerics", "System.Numerics.Tensors"],
        ["Unrolled.Figures"] = [],
        ["Unrolled.Exercises"] = [],
    };

    public static TheoryData<string> Projects => [.. Allowed.Keys];

    public static TheoryData<string> LearnersProjects => [.. AllowedPackages.Keys];

    [Fact]
    public void Every_project_of_the_library_has_a_rule() =>
        Assert.Equal(Allowed.Keys.Order(), Directory.EnumerateDirectories(RepositoryFolder.PathOf("lib"), "Unrolled*").Select(Path.GetFileName).Order());

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_those_it_may_know(string project) =>
        Assert.Subset(Allowed[project].ToHashSet(), References(project).ToHashSet());

    [Theory]
    [MemberData(nameof(LearnersProjects))]
    public void What_a_learner_reads_needs_few_packages(string project) =>
        Assert.Subset(AllowedPackages[project].ToHashSet(), Items(project, "PackageReference").ToHashSet());

    [Fact]
    public void Nothing_references_the_commands() =>
        Assert.DoesNotContain("Unrolled.Cli", Allowed.Keys.SelectMany(References));

    [Fact]
    public void The_commands_build_the_worker_but_never_load_it()
    {
        var reference = Project("Unrolled.Cli").Descendants("ProjectReference").Single(r => r.Attribute("Include")!.Value.Contains("Unrolled.Kernel", StringComparison.Ordinal));
        Assert.Equal("false", reference.Attribute("ReferenceOutputAssembly")?.Value);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_project_has_its_test_project(string project)
    {
        var test = RepositoryFolder.PathOf("tests", $"{project}.Tests", $"{project}.Tests.csproj");
        Assert.Contains($"{project}.csproj", File.ReadAllText(test), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_project_stands_in_the_solution()
    {
        var solution = File.ReadAllText(RepositoryFolder.PathOf("Unrolled.slnx"));
        string[] folders = ["lib", "tests"];
        var projects = folders.SelectMany(folder => Directory.EnumerateFiles(RepositoryFolder.PathOf(folder), "*.csproj", SearchOption.AllDirectories)).ToList();
        Assert.NotEmpty(projects);
        Assert.All(projects, project => Assert.Contains(Path.GetRelativePath(RepositoryFolder.Root, project).Replace('\\', '/'), solution, StringComparison.Ordinal));
    }

    [Fact]
    public void The_solution_tells_what_a_learner_reads_from_the_tooling()
    {
        var folders = XDocument.Load(RepositoryFolder.PathOf("Unrolled.slnx")).Descendants("Folder").ToDictionary(
            folder => folder.Attribute("Name")!.Value,
            folder => folder.Elements("Project").Select(project => Path.GetFileNameWithoutExtension(project.Attribute("Path")!.Value)).Order());
        Assert.Equal(AllowedPackages.Keys.Order(), folders["/lib/course/"]);
        Assert.Equal(Allowed.Keys.Except(AllowedPackages.Keys).Order(), folders["/lib/tooling/"]);
    }

    private static IEnumerable<string> References(string project) =>
        Items(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')));

    private static IEnumerable<string> Items(string project, string kind) =>
        Project(project).Descendants(kind).Select(item => item.Attribute("Include")!.Value);

    private static XDocument Project(string project) => XDocument.Load(RepositoryFolder.PathOf("lib", project, $"{project}.csproj"));
}
