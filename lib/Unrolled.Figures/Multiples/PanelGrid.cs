using System.Collections.Immutable;

namespace Unrolled.Figures;

/// <summary>Which panel stands in which row and column, and the figures as they are drawn there: sized, with shared ranges.</summary>
/// <param name="Columns">The number of columns.</param>
/// <param name="PanelWidth">The width of each.</param>
/// <param name="Panels">The figures, row by row.</param>
internal sealed record PanelGrid(int Columns, int PanelWidth, ImmutableArray<Figure> Panels)
{
    public int Rows => (Panels.Length + Columns - 1) / Columns;

    public static PanelGrid Of(SmallMultiples multiples)
    {
        var columns = Math.Clamp(multiples.Panels.Length, 1, multiples.ColumnCount);
        var width = Math.Max(Figure.LeastWidth, multiples.Width / columns);
        var sized = multiples.Panels.Select(panel => panel.Size(width, multiples.PanelHeight)).ToList();
        if (multiples.SharesX) sized = Shared(sized, figure => figure.Ranges().X, (layout, range) => layout with { XAxis = Over(layout.XAxis, range) });
        if (multiples.SharesY) sized = Shared(sized, figure => figure.Ranges().Y, (layout, range) => layout with { YAxis = Over(layout.YAxis, range) });
        return new(columns, width, [.. sized]);
    }

    private static List<Figure> Shared(List<Figure> panels, Func<Figure, AxisRange?> rangeOf, Func<Layout, AxisRange, Layout> with)
    {
        var ranges = panels.Select(rangeOf).OfType<AxisRange>().ToList();
        if (ranges.Count == 0) return panels;
        var all = new AxisRange(ranges.Min(range => range.Low), ranges.Max(range => range.High), Whole: false);
        return panels.ConvertAll(panel => panel with { Layout = with(panel.Layout, all) });
    }

    // A panel without data may have a logarithmic axis that cannot show the range of the others.
    private static Axis Over(Axis axis, AxisRange range) =>
        axis.Type == AxisType.Log && range.Low <= 0 ? axis : axis with { From = range.Low, To = range.High };
}
