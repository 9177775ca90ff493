using System.Collections.Immutable;
using Unrolled.Notebooks.Tests.Documents;

namespace Unrolled.Notebooks.Tests.Comparison;

/// <summary>Notebooks of one code cell, compared.</summary>
internal static class Compared
{
    public static ImmutableArray<CellDifference> Outputs(CellOutput[] committed, CellOutput[] fresh, string tags = "[]") =>
        NotebookComparer.Compare(Notebook(committed, tags), Notebook(fresh, tags));

    public static ImmutableArray<CellDifference> Forms(string mime, string committed, string fresh) =>
        Outputs([new DataOutput(MimeBundle.Empty.With(mime, committed))], [new DataOutput(MimeBundle.Empty.With(mime, fresh))]);

    public static void AssertEqual(string mime, string committed, string fresh)
    {
        Assert.Empty(Forms(mime, committed, fresh));
        Assert.Empty(Forms(mime, fresh, committed));
    }

    public static CellDifference AssertDifferent(string mime, string committed, string fresh)
    {
        Assert.Single(Forms(mime, fresh, committed));
        return Assert.Single(Forms(mime, committed, fresh));
    }

    public static NotebookDocument Notebook(CellOutput[] outputs, string tags = "[]", int? executionCount = null)
    {
        var document = Samples.Parse(Samples.Notebook(Samples.CodeCell(metadata: $$"""{"tags": {{tags}}}""")));
        return document with { Cells = [document.Cells[0].WithRun(executionCount, outputs)] };
    }
}
