namespace Unrolled.Figures;

/// <summary>Where runs cross an axis. Runs of one setting are spread a little around it: lying upon each other, all but one would be hidden.</summary>
internal static class ParallelHeights
{
    // No farther from its setting than this, and well apart from the runs of the next.
    private const double MostSpread = 9;
    private const double ShareOfGap = 0.3;

    /// <summary>The height of each run, in pixels.</summary>
    /// <param name="place">The axis.</param>
    /// <param name="frame">Where everything stands.</param>
    /// <param name="order">The runs by colour, so that runs spread apart keep alike neighbours.</param>
    public static double[] Of(ParallelFrame.Place place, ParallelFrame frame, int[] order)
    {
        var heights = order.Select(_ => frame.Above ?? frame.Plot.Bottom).ToArray();
        if (place.Scale is not { } scale) return heights;
        foreach (var run in order.Where(place.Axis.Shows)) heights[run] = scale.Pixel(place.Axis.Values[run]);

        var settings = place.Axis.Settings().Select(scale.Pixel).ToList();
        var gap = settings.Zip(settings.Skip(1), (a, b) => a - b).DefaultIfEmpty(frame.Plot.Height).Min();
        var spread = Math.Min(MostSpread, ShareOfGap * gap);
        foreach (var alike in order.Where(place.Axis.Shows).GroupBy(run => place.Axis.Values[run]).Where(_ => settings.Count > 0))
        {
            var group = alike.ToList();
            foreach (var (rank, run) in group.Index()) heights[run] += spread * (2 * (rank + 0.5) / group.Count - 1);
        }

        return heights;
    }
}
