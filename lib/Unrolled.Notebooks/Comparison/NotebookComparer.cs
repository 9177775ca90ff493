using System.Collections.Immutable;

namespace Unrolled.Notebooks;

/// <summary>
/// Compares what is committed with what a fresh run gives, code cell by code cell, and lets differ what differs between machines:
/// how a stream was cut, line ends, GUIDs, tracebacks, and the last printed place of a number.
/// </summary>
public static class NotebookComparer
{
    /// <summary>The differences, cell by cell; none when the notebooks agree. The tags of the committed cell count.</summary>
    /// <param name="committed">What is expected.</param>
    /// <param name="fresh">What came.</param>
    /// <param name="includeOptional">Whether cells tagged <see cref="CellTags.Optional"/> ran and are compared too.</param>
    public static ImmutableArray<CellDifference> Compare(NotebookDocument committed, NotebookDocument fresh, bool includeOptional = false)
    {
        var (expected, actual) = (CodeCells(committed), CodeCells(fresh));
        var byId = actual.ToDictionary(numbered => numbered.Cell.Id);
        var known = expected.Select(numbered => numbered.Cell.Id).ToHashSet();
        return
        [
            .. expected.SelectMany(numbered => byId.TryGetValue(numbered.Cell.Id, out var other)
                ? CompareCells(numbered, other.Cell, includeOptional)
                : [CellDiffers(numbered, "expected this cell, got none with its id")]),
            .. actual.Where(numbered => !known.Contains(numbered.Cell.Id)).Select(numbered => CellDiffers(numbered, "expected no such cell, got one")),
            .. CompareOrder(expected, byId),
        ];
    }

    private static IEnumerable<CellDifference> CompareCells((int Number, NotebookCell Cell) numbered, NotebookCell actual, bool includeOptional)
    {
        var expected = numbered.Cell;
        if (expected.Tags.Contains(CellTags.Optional) && !includeOptional)
            yield break;
        CellDifference Differs(DifferenceKind kind, string message, int? output = null) => new(numbered.Number, expected.Id, output, kind, message);

        if (TextComparison.CompareExactly(expected.Source, actual.Source) is { } source)
            yield return Differs(DifferenceKind.Source, $"source: {source}");

        var isMeasured = expected.Tags.Contains(CellTags.Measured);
        if (!isMeasured && OutputComparison.CompareCounts(expected.ExecutionCount, actual.ExecutionCount) is { } counts)
            yield return Differs(DifferenceKind.ExecutionCount, counts);

        var (a, b) = (StreamPieces.Merge(expected.Outputs).ToList(), StreamPieces.Merge(actual.Outputs).ToList());
        if (!a.Select(OutputComparison.Structure).SequenceEqual(b.Select(OutputComparison.Structure)))
            yield return Differs(DifferenceKind.Structure, $"expected {Describe(a)}, got {Describe(b)}");
        else if (!isMeasured)
        {
            foreach (var (i, (first, second)) in a.Zip(b).Index())
            {
                foreach (var (kind, message) in OutputComparison.Compare(first, second))
                    yield return Differs(kind, message, i + 1);
            }
        }
    }

    private static IEnumerable<CellDifference> CompareOrder(
        ImmutableArray<(int Number, NotebookCell Cell)> expected, Dictionary<string, (int Number, NotebookCell Cell)> actual)
    {
        var last = 0;
        foreach (var numbered in expected)
        {
            if (!actual.TryGetValue(numbered.Cell.Id, out var other))
                continue;
            if (other.Number < last)
            {
                yield return CellDiffers(numbered, "expected the committed order of cells, got this one earlier");
                yield break;
            }
            last = other.Number;
        }
    }

    private static CellDifference CellDiffers((int Number, NotebookCell Cell) numbered, string message) =>
        new(numbered.Number, numbered.Cell.Id, null, DifferenceKind.Cell, message);

    private static ImmutableArray<(int Number, NotebookCell Cell)> CodeCells(NotebookDocument document) =>
        [.. document.Cells.Where(cell => cell.Kind is CellKind.Code).Select((cell, i) => (i + 1, cell))];

    // An error that nobody expected is what a reader wants to know first, so it is told with its message.
    private static string Describe(List<CellOutput> outputs) => outputs.Count == 0
        ? "no outputs"
        : string.Join(", ", outputs.Select(output => output is ErrorOutput error ? $"error ({error.Name}: {error.Value.Split('\n')[0]})" : OutputComparison.Structure(output)));
}
