using System.Diagnostics;

namespace Unrolled.Figures;

public sealed partial record Figure
{
    /// <summary>Whether a point can be drawn: finite, and positive on a logarithmic axis.</summary>
    internal bool CanShow(double x, double y) => Scale.CanShow(Layout.XAxis.Type, x) && Scale.CanShow(Layout.YAxis.Type, y);

    /// <summary>The ranges of both axes; null when there is nothing to show.</summary>
    internal (AxisRange? X, AxisRange? Y) Ranges()
    {
        var points = Data.SelectMany(Outline).Concat(Layout.Marks.Select(mark => (mark.X, mark.Y))).Where(p => CanShow(p.X, p.Y));
        if (!points.Any()) return (null, null);

        // Lines use the whole width; markers at the rim would be cut in half.
        var roomX = Data.Any(trace => trace is Scatter { Mode: not Mode.Lines }) || Layout.Marks.Length > 0 ? 0.03 : 0;
        return (AxisRange.Of(Layout.XAxis, points.Select(p => p.X).Concat(At(Direction.Vertical)), roomX),
                AxisRange.Of(Layout.YAxis, points.Select(p => p.Y).Concat(At(Direction.Horizontal)), 0.05));
    }

    private IEnumerable<double> At(Direction direction) => Layout.ReferenceLines.Where(line => line.Direction == direction).Select(line => line.At);

    /// <summary>Every point a trace draws, shown or not.</summary>
    internal static IEnumerable<(double X, double Y)> Outline(Trace trace) => trace switch
    {
        Scatter s => s.X.Zip(s.Y),
        Band b => b.X.Zip(b.Lower).Concat(b.X.Zip(b.Upper)),
        _ => throw new UnreachableException(),
    };
}
