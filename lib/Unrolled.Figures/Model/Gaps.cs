namespace Unrolled.Figures;

/// <summary>The stretches of a series between its gaps.</summary>
internal static class Gaps
{
    /// <summary>The stretches of consecutive indices 0 … length − 1 that are shown.</summary>
    public static IEnumerable<Range> Runs(int length, Func<int, bool> shown)
    {
        for (int start = 0, end; start < length; start = end + 1)
        {
            end = start;
            while (end < length && shown(end)) end++;
            if (end > start) yield return start..end;
        }
    }

    /// <summary>The indices of a stretch.</summary>
    public static IEnumerable<int> Indices(this Range run) => Enumerable.Range(run.Start.Value, run.End.Value - run.Start.Value);
}
