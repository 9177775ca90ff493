using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Unrolled.Notebooks;

namespace Unrolled.Repository.Tests;

/// <summary>What every committed notebook promises, so that it runs unchanged in the course's own session, in .NET Interactive and under Jupyter.</summary>
public sealed partial class NotebookContractTests
{
    public static TheoryData<string> Notebooks =>
        [.. Directory.EnumerateFiles(RepositoryFolder.PathOf("notebooks"), "*.ipynb", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(RepositoryFolder.Root, path))];

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void The_file_is_in_Jupyters_own_layout(string path) =>
        Assert.Equal(File.ReadAllBytes(RepositoryFolder.PathOf(path)), Read(path).ToUtf8());

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void The_file_is_a_valid_notebook_as_it_stands(string path) => Assert.Empty(Read(path).Normalised);

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void Every_cell_has_run_and_none_failed(string path)
    {
        Assert.All(Required(path), cell => Assert.True(cell.ExecutionCount is not null, $"cell {cell.Id} has not run"));
        Assert.All(Read(path).Cells, cell => Assert.DoesNotContain(cell.Outputs, output => output is ErrorOutput));
    }

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void Only_optional_cells_need_directives_or_packages(string path) =>
        Assert.All(Required(path), cell => Assert.False(Directive().IsMatch(cell.Source), $"cell {cell.Id} has a #! line or a #r \"nuget:\""));

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void Every_cell_is_a_script_of_CSharp_13_that_every_front_end_understands(string path) =>
        Assert.All(Required(path), cell =>
        {
            var tree = CSharpSyntaxTree.ParseText(cell.Source, new CSharpParseOptions(LanguageVersion.CSharp13, kind: SourceCodeKind.Script));
            Assert.Empty(tree.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => $"{cell.Id}: {d}"));
            Assert.Empty(((CompilationUnitSyntax)tree.GetRoot()).Members.Where(IsOutsideTheContract).Select(m => $"{cell.Id}: {m}"));
        });

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void Cells_are_short_enough_for_a_screen(string path) =>
        Assert.All(Required(path), cell =>
        {
            var lines = cell.Source.Split('\n');
            Assert.True(lines.Length <= 18, $"cell {cell.Id} has {lines.Length} lines");
            Assert.All(lines, line => Assert.True(line.Length <= 100, $"cell {cell.Id}: a line of {line.Length} characters: {line}"));
        });

    // A time depends on what else the machine does: a cell may show one, and no cell may fail for it.
    [Theory]
    [MemberData(nameof(Notebooks))]
    public void No_cell_fails_for_what_it_measured(string path) =>
        Assert.All(Read(path).Cells.Where(cell => cell.Tags.Contains(CellTags.Measured)), cell =>
            Assert.False(
                CSharpSyntaxTree.ParseText(cell.Source, new CSharpParseOptions(kind: SourceCodeKind.Script)).GetRoot()
                    .DescendantNodes().Any(node => node is ThrowStatementSyntax or ThrowExpressionSyntax),
                $"cell {cell.Id} throws"));

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void Every_figure_carries_a_title_a_description_and_nothing_that_collides(string path) =>
        Assert.All(Figures(path), svg =>
        {
            var root = XDocument.Parse(svg).Root!;
            XNamespace ns = "http://www.w3.org/2000/svg";
            Assert.False(string.IsNullOrWhiteSpace(root.Element(ns + "title")?.Value));
            Assert.False(string.IsNullOrWhiteSpace(root.Element(ns + "desc")?.Value));
            Assert.False(string.IsNullOrWhiteSpace(root.Attribute("data-name")?.Value));
            Assert.DoesNotContain(root.DescendantsAndSelf(), element => element.Attribute("id") is not null);
            Assert.DoesNotContain(root.DescendantsAndSelf(), element => element.Name.LocalName is "style" or "script");
        });

    [Fact]
    public void Figures_and_results_have_names_of_their_own()
    {
        var places =
            from row in Notebooks
            from cell in Read(row.Data).Cells
            from output in cell.Outputs.OfType<DataOutput>()
            from name in Names(output)
            group $"{row.Data}, cell {cell.Id}" by name;
        Assert.NotEmpty(places);
        Assert.Empty(places.Where(of => of.Count() > 1).Select(of => $"the name {of.Key} stands in {string.Join(" and in ", of)}"));
    }

    // Of figures, tables and steppers the one at the root: a stepper holds pictures of its own.
    private static IEnumerable<string> Names(DataOutput output)
    {
        foreach (var form in new[] { "image/svg+xml", "text/html" })
            if (output.Data.TryGetValue(form, out var markup) && NameAtTheRoot().Match(markup) is { Success: true } named)
                yield return named.Groups["name"].Value;
        if (output.Data.TryGetValue("application/vnd.unrolled.result+json", out var result))
            yield return JsonDocument.Parse(result).RootElement.GetProperty("name").GetString()!;
    }

    [GeneratedRegex(@"\A\s*<[a-z]+[^>]* data-name=""(?<name>[^""]+)""")]
    private static partial Regex NameAtTheRoot();

    private static bool IsOutsideTheContract(MemberDeclarationSyntax member) => member switch
    {
        BaseNamespaceDeclarationSyntax => true,
        GlobalStatementSyntax { Statement: LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 } } => true,
        FieldDeclarationSyntax field => field.Declaration.Type.ToString().StartsWith("Span<", StringComparison.Ordinal),
        // Some engines read "await (x)" as a call of a function named await.
        GlobalStatementSyntax statement => statement.DescendantNodes().OfType<AwaitExpressionSyntax>().Any(a => a.Expression is ParenthesizedExpressionSyntax),
        _ => false,
    };

    private static IEnumerable<string> Figures(string path) =>
        Read(path).Cells.SelectMany(cell => cell.Outputs).OfType<DataOutput>()
            .Where(output => output.Data.ContainsKey("image/svg+xml")).Select(output => output.Data["image/svg+xml"]);

    private static IEnumerable<NotebookCell> Required(string path) =>
        Read(path).Cells.Where(cell => cell.Kind == CellKind.Code && !cell.Tags.Contains(CellTags.Optional));

    private static NotebookDocument Read(string path) => NotebookDocument.Read(RepositoryFolder.PathOf(path));

    [GeneratedRegex("""(?m)^\s*#!|^\s*#r\s+"\s*nuget""")]
    private static partial Regex Directive();
}
