using System.Diagnostics;

namespace Unrolled.Figures;

public sealed partial record Figure
{
    /// <summary>Whether a point can be drawn: finite, and positive on a logarithmic axis.</summary>
    internal bool CanShow(double x, double y) => Scale.CanShow(Layout.XAxis.Type, x) && Scale.CanShow(Layout.YAxis.Type, y);

    /// <summary>Whether both ends of an arrow can be drawn.</summary>
    internal bool CanShow(Arrow arrow) => CanShow(arrow.From.X, arrow.From.Y) && CanShow(arrow.To.X, arrow.To.Y);

    /// <summary>Whether colours fill the plot, so that lines and labels upon them must be set off.</summary>
    internal bool HasField => Data.Any(trace => trace is Field);

    /// <summary>The ranges of both axes; null when there is nothing to show.</summary>
    internal (AxisRange? X, AxisRange? Y) Ranges()
    {
        var (x, y) = (Extent.None, Extent.None);
        foreach (var (px, py) in Data.SelectMany(Outline).Concat(Layout.Marks.Select(mark => (mark.X, mark.Y))))
            if (CanShow(px, py)) (x, y) = (x.With(px), y.With(py));
        if (x == Extent.None) return (null, null);

        foreach (var line in Layout.ReferenceLines)
        {
            if (line.Direction == Direction.Vertical && Scale.CanShow(Layout.XAxis.Type, line.At)) x = x.With(line.At);
            if (line.Direction == Direction.Horizontal && Scale.CanShow(Layout.YAxis.Type, line.At)) y = y.With(line.At);
        }

        var (roomX, roomY) = Room();
        var xRange = AxisRange.Of(Layout.XAxis, x, roomX);
        var yRange = AxisRange.Of(Layout.YAxis, y, roomY, stopAtZero: !HasField);
        return Layout.EqualScale && xRange is not null && yRange is not null ? AxisRange.Equal(xRange, yRange) : (xRange, yRange);
    }

    // Lines use the whole width; markers at the rim would be cut in half; bars have their values above them; cells reach half their size
    // beyond their centres; a surface ends where it ends.
    private (double X, double Y) Room()
    {
        if (Data.Any(trace => trace is Surface)) return (0, 0);
        if (Data.OfType<Heatmap>().FirstOrDefault() is { } map) return (HalfCell(map.X.Length), HalfCell(map.Y.Length));
        if (Data.Any(trace => trace is Bar)) return (0, 0.1);
        // Labels stand ahead of the tips.
        if (Data.Any(trace => trace is Figures.Arrow)) return (0.1, 0.1);
        var rim = Data.Any(trace => trace is Scatter { Mode: not Mode.Lines }) || Layout.Marks.Length > 0 || Layout.EqualScale;
        return (rim ? 0.03 : 0, 0.05);

        static double HalfCell(int centres) => 0.5 / Math.Max(1, centres - 1);
    }

    /// <summary>Every point a trace draws, shown or not.</summary>
    internal static IEnumerable<(double X, double Y)> Outline(Trace trace) => trace switch
    {
        Scatter s => s.X.Zip(s.Y),
        Band b => b.X.Zip(b.Lower).Concat(b.X.Zip(b.Upper)),
        Bar bar => bar.X.Zip(bar.Y, Corners).SelectMany(corners => corners),
        Field field => field.Z.Any(row => row.Any(double.IsFinite)) ? [(field.X[0], field.Y[0]), (field.X[^1], field.Y[^1])] : [],
        Arrow arrow => [arrow.From, arrow.To],
        _ => throw new UnreachableException(),
    };

    // Bars start at zero, written as zero times the value: a missing value has no start. A logarithmic axis leaves zero out.
    private static IEnumerable<(double X, double Y)> Corners(double x, double y) => [(x - 0.5, y), (x + 0.5, y), (x, 0 * y)];
}
