namespace Unrolled.Figures;

/// <summary>The stretches of a trace between its gaps.</summary>
internal static class Gaps
{
    /// <summary>The stretches in which every point can be shown.</summary>
    public static IEnumerable<Range> Runs(Scatter scatter, Figure figure) =>
        Runs(scatter.X.Length, i => figure.CanShow(scatter.X[i], scatter.Y[i]));

    /// <summary>The stretches in which both bounds can be shown.</summary>
    public static IEnumerable<Range> Runs(Band band, Figure figure) =>
        Runs(band.X.Length, i => figure.CanShow(band.X[i], band.Lower[i]) && figure.CanShow(band.X[i], band.Upper[i]));

    /// <summary>The indices of a stretch.</summary>
    public static IEnumerable<int> Indices(this Range run) => Enumerable.Range(run.Start.Value, run.End.Value - run.Start.Value);

    private static IEnumerable<Range> Runs(int length, Func<int, bool> shown)
    {
        for (int start = 0, end; start < length; start = end + 1)
        {
            end = start;
            while (end < length && shown(end)) end++;
            if (end > start) yield return start..end;
        }
    }
}
