using System.Text;
using Unrolled.Notebooks;

namespace Unrolled.Kernel.Tests.Conformance;

/// <summary>
/// Our session beside .NET Interactive, cell by cell. What theirs gives is recorded by tests/conformance/record.py. Where ours is meant to
/// differ, tests/conformance/ours holds what it gives, and DIFFERENCES.md the reason.
/// </summary>
/// <remarks>With UNROLLED_RECORD=1 in the environment the tests write our outputs and the page's tables anew; which cells differ, and why, is still written by hand.</remarks>
public sealed class ConformanceTests
{
    private static readonly bool Record = Environment.GetEnvironmentVariable("UNROLLED_RECORD") == "1";

    public static TheoryData<string> Groups => [.. Group.Names];

    [Theory]
    [MemberData(nameof(Groups))]
    public async Task Cells_give_what_they_give_in_the_real_engine_or_what_is_told_to_differ(string name)
    {
        var group = Group.Read(name);
        var ours = await OurSession.RunAsync(group);
        if (Record)
            Write(group, ours);
        else if (group.Cells.Select(cell => Fault(group, cell, ours[cell.Id])).OfType<string>().ToList() is { Count: > 0 } faults)
            Assert.Fail($"{faults.Count} of {group.Cells.Length} cells:\n{string.Join('\n', faults)}");
    }

    [Fact]
    public void The_page_of_differences_tells_every_cell_that_differs_and_no_other()
    {
        var page = File.ReadAllText(DifferencePage.Path);
        var groups = Group.Names.Select(Group.Read).ToList();
        var reasons = DifferencePage.Reasons(page);
        Assert.Empty(groups.SelectMany(g => g.Differing.Values.Where(cell => cell.Tags.Intersect(reasons).Count() != 1).Select(cell => $"{g.Name}, {cell.Id}: its tag must be one heading of the page")));
        Assert.Empty(reasons.Except(groups.SelectMany(g => g.Differing.Values).SelectMany(cell => cell.Tags)));
        var renewed = DifferencePage.Renew(page, groups);
        if (Record)
            File.WriteAllText(DifferencePage.Path, renewed, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        else
            Assert.Equal(renewed, page);
    }

    [Fact]
    public void Every_cell_that_differs_is_a_cell_of_the_corpus() =>
        Assert.Empty(Group.Names.Select(Group.Read).SelectMany(g => g.Differing.Keys.Except(g.Cells.Select(cell => cell.Id))));

    private static string? Fault(Group group, NotebookCell cell, IReadOnlyList<CellOutput> ours)
    {
        var (expected, came) = (Essence.Of(cell.Outputs), Essence.Of(ours));
        if (!group.Differing.TryGetValue(cell.Id, out var differing))
            return expected.SequenceEqual(came) ? null : $"{cell.Id}: {cell.Source}\n  theirs:\n{Indented(expected)}  ours:\n{Indented(came)}";
        if (expected.SequenceEqual(came))
            return $"{cell.Id}: told to differ, but no longer does; take it out of ours/{group.Name}.ipynb.";
        return differing.Outputs.SequenceEqual(ours)
            ? null
            : $"{cell.Id}: meant to differ, but not like this.\n  expected:\n{Indented(Essence.Of(differing.Outputs))}  came:\n{Indented(came)}";
    }

    private static string Indented(IEnumerable<string> lines) => string.Concat(lines.Select(line => $"    {line.ReplaceLineEndings("\n      ")}\n"));

    private static void Write(Group group, IReadOnlyDictionary<string, IReadOnlyList<CellOutput>> ours)
    {
        if (group.Differing.IsEmpty)
            return;
        var document = NotebookDocument.Read(Group.PathOfOurs(group.Name));
        var cells = document.Cells.Select(cell => cell.Kind == CellKind.Code && ours.TryGetValue(cell.Id, out var outputs) ? cell.WithRun(null, outputs) : cell);
        (document with { Cells = [.. cells] }).Write(Group.PathOfOurs(group.Name));
    }
}
