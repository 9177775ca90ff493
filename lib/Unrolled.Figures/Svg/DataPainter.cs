using System.Text;

namespace Unrolled.Figures;

/// <summary>Draws traces and reference lines inside the plot.</summary>
internal sealed class DataPainter(SvgWriter svg, Figure figure, Frame frame, Scale x, Scale y)
{
    public const double BandOpacity = 0.2;

    /// <summary>How much wider the white edge is than the line it sets off.</summary>
    public const double Casing = 3;

    // Of more points than there are pixel columns, those that share one are thinned.
    private const int ManyPoints = 1000;

    // Fewer are drawn as they are; of more, those that lie on the line between their neighbours are left out.
    private const int FewPoints = 200;
    private const double Unseen = 0.1;

    private const int ManyMarkers = 2000;

    private readonly Box plot = frame.Plot;

    public void Paint()
    {
        foreach (var map in figure.Data.OfType<Heatmap>()) new CellPainter(svg, frame, x, y).Paint(map);
        foreach (var surface in figure.Data.OfType<Surface>()) new SurfacePainter(svg, frame, x, y).Paint(surface);
        new BarPainter(svg, figure, frame, x, y).Paint();
        foreach (var band in figure.Data.OfType<Band>()) Area(band);
        foreach (var scatter in figure.Data.OfType<Scatter>()) Points(scatter);
        foreach (var line in figure.Layout.ReferenceLines) Reference(line);
        foreach (var arrow in figure.Data.OfType<Arrow>().Where(figure.CanShow)) new ArrowPainter(svg, figure, frame, x, y).Paint(arrow);
        new EdgePainter(svg, frame, x, y).Paint();
        new CalloutPainter(svg, figure, frame, x, y).Paint();
    }

    private void Area(Band band)
    {
        var path = new StringBuilder();
        foreach (var run in Gaps.Runs(band, figure))
        {
            var upper = Thinned([.. run.Indices().Select(i => At(band.X[i], band.Upper[i]))]);
            var lower = Thinned([.. run.Indices().Select(i => At(band.X[i], band.Lower[i]))]);
            var outline = Clip.Polygon([.. upper, .. lower.Reverse()], plot);
            if (outline.Count > 2) Append(path, outline).Append('Z');
        }

        if (path.Length > 0) svg.Empty("path", ("d", path.ToString()), ("fill", band.Color), ("fill-opacity", BandOpacity));
    }

    private void Points(Scatter scatter)
    {
        var runs = Gaps.Runs(scatter, figure).Select(run => run.Indices().Select(i => At(scatter.X[i], scatter.Y[i])).ToArray()).ToList();
        if (scatter.Mode != Mode.Markers)
        {
            var path = new StringBuilder();
            foreach (var run in runs) Clipped(path, Thinned(run));
            if (path.Length > 0) Line(path.ToString(), scatter.Color, scatter.Width, scatter.Dash);
        }

        // A point between two gaps has no line to be seen by.
        var marked = scatter.Mode == Mode.Lines ? runs.Where(run => run.Length == 1) : runs;
        var markers = marked.SelectMany(run => run).Where(plot.Contains).ToArray();
        if (markers.Length > ManyMarkers) markers = [.. Thinning.Cells(markers, scatter.MarkerSize / 2).Select(i => markers[i])];
        if (markers.Length > 0 && figure.HasField)
            Symbols.Draw(svg, scatter.Symbol, scatter.MarkerSize + Casing, markers, Palette.Card);
        if (markers.Length > 0) Symbols.Draw(svg, scatter.Symbol, scatter.MarkerSize, markers, scatter.Color);
    }

    private void Reference(ReferenceLine line)
    {
        var scale = line.Direction == Direction.Horizontal ? y : x;
        if (!scale.Contains(line.At)) return;
        var at = scale.Pixel(line.At);
        var path = line.Direction == Direction.Horizontal
            ? SvgWriter.Path($"M{plot.Left} {at}H{plot.Right}")
            : SvgWriter.Path($"M{at} {plot.Top}V{plot.Bottom}");
        Line(path, Palette.Muted, 1.5, Dash.Dash);
    }

    // Upon coloured areas a white edge keeps a line of any colour visible.
    private void Line(string path, string color, double width, Dash dash)
    {
        if (figure.HasField) svg.Line(path, Palette.Card, width + Casing);
        svg.Line(path, color, width, dash);
    }

    private void Clipped(StringBuilder path, Pixel[] line)
    {
        Pixel? pen = null;
        for (var i = 1; i < line.Length; i++)
        {
            if (Clip.Segment(line[i - 1], line[i], plot) is not var (from, to)) continue;
            Append(path, pen == from ? [to] : [from, to], start: pen != from);
            pen = to;
        }
    }

    private Pixel At(double px, double py) => new(x.Pixel(px), y.Pixel(py));

    private static Pixel[] Thinned(Pixel[] line)
    {
        if (line.Length <= FewPoints) return line;
        var shown = line.Length <= ManyPoints ? line : [.. Thinning.Columns(line).Select(i => line[i])];
        return [.. Thinning.Line(shown, Unseen)];
    }

    private static StringBuilder Append(StringBuilder path, IReadOnlyList<Pixel> points, bool start = true)
    {
        for (var i = 0; i < points.Count; i++)
        {
            path.Append(i == 0 && start ? 'M' : 'L');
            path.Append(SvgWriter.Number(points[i].X)).Append(' ').Append(SvgWriter.Number(points[i].Y));
        }

        return path;
    }
}
