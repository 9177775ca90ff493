namespace Unrolled.Figures;

/// <summary>The points of a trace as Plotly reads them: two arrays, in which NaN (written as null) is a gap.</summary>
/// <param name="X">The x values.</param>
/// <param name="Y">The y values.</param>
internal sealed record PlotlyPoints(IReadOnlyList<double> X, IReadOnlyList<double> Y)
{
    // A series of this length is written as it is; a longer one would make a notebook heavy and look no different.
    private const int Most = 5000;

    private const double Columns = 2000;

    // A trace without any point is left out by Plotly, and with it its name in the legend.
    public static PlotlyPoints None { get; } = new([double.NaN], [double.NaN]);

    public static PlotlyPoints Of(Scatter scatter, Figure figure)
    {
        if (scatter.X.Length == 0) return None;
        if (scatter.X.Length <= Most || figure.Ranges() is not ({ } xRange, { } yRange)) return new(scatter.X, scatter.Y);
        var x = new Scale(figure.Layout.XAxis.Type, xRange.Low, xRange.High, 0, Columns);
        var y = new Scale(figure.Layout.YAxis.Type, yRange.Low, yRange.High, 0, Columns);
        var points = new PlotlyPoints(new List<double>(), new List<double>());
        foreach (var run in Gaps.Runs(scatter, figure))
        {
            var indices = run.Indices().ToList();
            var pixels = indices.ConvertAll(i => new Pixel(x.Pixel(scatter.X[i]), y.Pixel(scatter.Y[i])));
            var kept = scatter.Mode == Mode.Markers ? Thinning.Cells(pixels, 10) : Thinning.Columns(pixels);
            points.AddRun(kept.Select(k => (scatter.X[indices[k]], scatter.Y[indices[k]])));
        }

        return points;
    }

    /// <summary>Plotly fills a closed outline: the upper curve there, the lower one back. Each stretch between gaps is one.</summary>
    public static PlotlyPoints Of(Band band, Figure figure)
    {
        var points = new PlotlyPoints(new List<double>(), new List<double>());
        foreach (var run in Gaps.Runs(band, figure))
        {
            var there = run.Indices().Select(i => (band.X[i], band.Upper[i]));
            var back = run.Indices().Reverse().Select(i => (band.X[i], band.Lower[i]));
            points.AddRun(there.Concat(back));
        }

        return points.X.Count > 0 ? points : None;
    }

    private void AddRun(IEnumerable<(double X, double Y)> run)
    {
        var (xs, ys) = ((List<double>)X, (List<double>)Y);
        if (xs.Count > 0) run = run.Prepend((double.NaN, double.NaN));
        foreach (var (x, y) in run)
        {
            xs.Add(x);
            ys.Add(y);
        }
    }
}
