using System.Diagnostics;

namespace Unrolled.Figures;

public sealed partial record Figure
{
    /// <summary>Whether a point can be drawn: finite, and positive on a logarithmic axis.</summary>
    internal bool CanShow(double x, double y) => Scale.CanShow(Layout.XAxis.Type, x) && Scale.CanShow(Layout.YAxis.Type, y);

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

        // Lines use the whole width; markers at the rim would be cut in half.
        var room = Data.Any(trace => trace is Scatter { Mode: not Mode.Lines }) || Layout.Marks.Length > 0 ? 0.03 : 0;
        return (AxisRange.Of(Layout.XAxis, x, room), AxisRange.Of(Layout.YAxis, y, 0.05));
    }

    /// <summary>Every point a trace draws, shown or not.</summary>
    internal static IEnumerable<(double X, double Y)> Outline(Trace trace) => trace switch
    {
        Scatter s => s.X.Zip(s.Y),
        Band b => b.X.Zip(b.Lower).Concat(b.X.Zip(b.Upper)),
        _ => throw new UnreachableException(),
    };
}
