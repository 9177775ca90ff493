using System.Text;

namespace Unrolled.Figures;

/// <summary>Draws traces, reference lines and marks inside the plot, and the labels that stand at its edge.</summary>
internal sealed class DataPainter(SvgWriter svg, Figure figure, Frame frame, Scale x, Scale y)
{
    public const double BandOpacity = 0.2;

    private const int ManyPoints = 1000;
    private const int ManyMarkers = 2000;

    private readonly Box plot = frame.Plot;

    public void Paint()
    {
        foreach (var map in figure.Data.OfType<Heatmap>()) new CellPainter(svg, frame, x, y).Paint(map);
        new BarPainter(svg, figure, frame, x, y).Paint();
        foreach (var band in figure.Data.OfType<Band>()) Area(band);
        foreach (var scatter in figure.Data.OfType<Scatter>()) Points(scatter);
        foreach (var line in figure.Layout.ReferenceLines) Reference(line);
        SideLabels();
        TopLabels();
        new MarkPainter(svg, figure, frame, x, y).Paint();
    }

    private void Area(Band band)
    {
        var path = new StringBuilder();
        foreach (var run in Gaps.Runs(band.X.Length, i => figure.CanShow(band.X[i], band.Lower[i]) && figure.CanShow(band.X[i], band.Upper[i])))
        {
            var upper = Thinned([.. run.Indices().Select(i => At(band.X[i], band.Upper[i]))]);
            var lower = Thinned([.. run.Indices().Select(i => At(band.X[i], band.Lower[i]))]);
            var outline = Clip.Polygon([.. upper, .. lower.Reverse()], plot);
            if (outline.Count > 2) Append(path, outline).Append('Z');
        }

        if (path.Length > 0) svg.Empty("path", ("d", path.ToString()), ("fill", band.Color), ("fill-opacity", BandOpacity));
    }

    private void Reference(ReferenceLine line)
    {
        var horizontal = line.Direction == Direction.Horizontal;
        if (!(horizontal ? y : x).Contains(line.At)) return;
        var at = SvgWriter.Number((horizontal ? y : x).Pixel(line.At));
        var path = horizontal
            ? $"M{SvgWriter.Number(plot.Left)} {at}H{SvgWriter.Number(plot.Right)}"
            : $"M{at} {SvgWriter.Number(plot.Top)}V{SvgWriter.Number(plot.Bottom)}";
        svg.Empty("path", ("d", path), ("stroke", Palette.Muted), ("stroke-width", 1.5), ("stroke-dasharray", Style.DashArray(Dash.Dash)));
    }

    private void Points(Scatter scatter)
    {
        var runs = Gaps.Runs(scatter.X.Length, i => figure.CanShow(scatter.X[i], scatter.Y[i]))
            .Select(run => run.Indices().Select(i => At(scatter.X[i], scatter.Y[i])).ToArray()).ToList();
        if (scatter.Mode != Mode.Markers)
        {
            var path = new StringBuilder();
            foreach (var run in runs) Clipped(path, Thinned(run));
            if (path.Length > 0)
                svg.Empty("path", ("d", path.ToString()), ("fill", "none"), ("stroke", scatter.Color), ("stroke-width", scatter.Width),
                    ("stroke-linejoin", "round"), ("stroke-dasharray", Style.DashArray(scatter.Dash)));
        }

        // A point between two gaps has no line to be seen by.
        var markers = (scatter.Mode == Mode.Lines ? runs.Where(run => run.Length == 1) : runs).SelectMany(run => run).Where(plot.Contains).ToArray();
        if (markers.Length > ManyMarkers) markers = [.. Thinning.Cells(markers, scatter.MarkerSize / 2).Select(i => markers[i])];
        if (markers.Length > 0) Symbols.Draw(svg, scatter.Symbol, scatter.MarkerSize, markers, scatter.Color);
    }

    private static Pixel[] Thinned(Pixel[] line) => line.Length <= ManyPoints ? line : [.. Thinning.Columns(line).Select(i => line[i])];

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

    private void SideLabels()
    {
        foreach (var (label, centre) in frame.Labels.Side.Zip(frame.SideCentres()))
        {
            var left = plot.Right + Style.Gap;
            var at = Math.Clamp(y.Pixel(label.Y), plot.Top, plot.Bottom);
            // A label moved away from its line is led back to it.
            if (Math.Abs(at - centre) > 3)
                svg.Empty("path", ("d", $"M{SvgWriter.Number(plot.Right + 1)} {SvgWriter.Number(at)}L{SvgWriter.Number(left + 2)} {SvgWriter.Number(centre)}"),
                    ("stroke", label.Color), ("fill", "none"));
            svg.Text(RichText.Parse(label.Text), Style.LabelSize,
                ("x", left + Style.TickLength), ("y", centre + 0.35 * Style.LabelSize), ("fill", Palette.ForText(label.Color)));
        }
    }

    private void TopLabels()
    {
        var lines = frame.Labels.Top.OrderBy(line => line.At).ToList();
        for (var row = 0; row < frame.TopRows; row++)
        {
            var inRow = lines.Where((_, i) => i % frame.TopRows == row).ToList();
            var texts = inRow.Select(line => RichText.Parse(line.Label)).ToList();
            var centres = Spread.Apart(
                [.. inRow.Select(line => Math.Clamp(x.Pixel(line.At), plot.Left, plot.Right))],
                [.. texts.Select(text => text.Width(Style.LabelSize) + Style.Gap)],
                Style.Margin,
                frame.Width - Style.Margin);
            var baseline = plot.Top - Style.Gap - Frame.Rows(frame.TopRows - 1 - row, Style.LabelSize);
            foreach (var (text, centre) in texts.Zip(centres))
                svg.Text(text, Style.LabelSize, ("x", centre), ("y", baseline), ("text-anchor", "middle"), ("fill", Palette.Muted));
        }
    }

    private Pixel At(double px, double py) => new(x.Pixel(px), y.Pixel(py));

    private static StringBuilder Append(StringBuilder path, IReadOnlyList<Pixel> points, bool start = true)
    {
        for (var i = 0; i < points.Count; i++)
            path.Append(i == 0 && start ? 'M' : 'L').Append(SvgWriter.Number(points[i].X)).Append(' ').Append(SvgWriter.Number(points[i].Y));
        return path;
    }
}
