namespace Unrolled.Figures;

/// <summary>Draws parallel coordinates as SVG: the runs, then the axes with their labels upon them, then the colour bar.</summary>
internal sealed class ParallelRenderer
{
    private readonly ParallelCoordinates runs;
    private readonly ParallelFrame frame;
    private readonly double[][] heights;
    private readonly SvgWriter svg = new();

    private ParallelRenderer(ParallelCoordinates runs)
    {
        (this.runs, frame) = (runs, ParallelFrame.Planned(runs));
        heights = [.. frame.Axes.Select(place => ParallelHeights.Of(place, frame, [.. InOrder()]))];
    }

    public static string Render(ParallelCoordinates runs) => new ParallelRenderer(runs).Drawn();

    private string Drawn()
    {
        svg.OpenImage(frame.Width, Math.Ceiling(frame.Height), runs.Name, runs.Title, runs.ToString());
        HeaderPainter.Title(svg, frame.Title, Style.TitleSize);
        foreach (var run in InOrder()) Run(run);
        foreach (var place in frame.Axes) Axis(place);
        if (frame.Bar is { } bar) new ColorBarPainter(svg, frame.Plot, frame.Width - Style.Margin - bar.Width + 2 * Style.Gap, bar).Paint();
        if (runs.Runs == 0)
            svg.Label("no runs", Style.AxisTitleSize, frame.Plot.Middle.X, frame.Plot.Middle.Y, SvgWriter.Anchor.Middle, Palette.Muted, halo: true);
        svg.Close("svg");
        return svg.ToString();
    }

    // Runs without a value first, then from the highest to the lowest: the last lies on top.
    private IEnumerable<int> InOrder() => runs.Coloring is not { } axis
        ? Enumerable.Range(0, runs.Runs)
        : Enumerable.Range(0, runs.Runs).OrderByDescending(run => axis.Shows(run) ? axis.Values[run] : double.PositiveInfinity);

    private void Run(int run)
    {
        var path = "M" + string.Join('L', frame.Axes.Select((place, i) => SvgWriter.Path($"{place.X} {heights[i][run]}")));
        var colored = runs.Coloring?.Shows(run) ?? true;
        var color = !colored ? Palette.AxisLine : frame.Colors?.Of(runs.Coloring!.Values[run]) ?? Palette.Colors[0];
        svg.Line(path, color, 1.5, colored ? Dash.Solid : Dash.Dash);
    }

    private void Axis(ParallelFrame.Place place)
    {
        svg.Line(SvgWriter.Path($"M{place.X} {frame.Plot.Top}V{frame.Plot.Bottom}"), Palette.Text, 1.5);
        var titleTop = (frame.Above is { } above ? above - Style.LabelSize / 2 : frame.Plot.Top) - Style.Gap;
        foreach (var (i, line) in place.Title.Index())
        {
            var baseline = titleTop - Frame.Rows(place.Title.Length - 1 - i, Style.LabelSize) - TextMetrics.Descent * Style.LabelSize;
            svg.Label(line, Style.LabelSize, place.X, baseline, SvgWriter.Anchor.Middle, bold: true);
        }

        if (place.Scale is { } scale) Labels(place, scale);
        if (frame.Above is not { } at || Enumerable.Range(0, runs.Runs).All(place.Axis.Shows)) return;
        svg.Line(SvgWriter.Path($"M{place.X} {at}V{frame.Plot.Top}"), Palette.Text, 1.5, Dash.Dot);
        Label(place, ParallelFrame.Missing, at + Style.HalfLetter);
    }

    private void Labels(ParallelFrame.Place place, Scale scale)
    {
        // Names of several lines may need more room than there is from place to place: then only some are written.
        var most = place.Ticks.All.Select(tick => tick.Label.Split('\n').Length).DefaultIfEmpty(1).Max();
        var step = place.Axis.Categories.Length == 0 ? 1
            : Math.Max(1, (int)Math.Ceiling(Frame.Rows(most, Style.LabelSize) / (frame.Plot.Height / place.Axis.Categories.Length)));
        foreach (var (i, (value, label)) in place.Ticks.All.Index())
        {
            var at = scale.Pixel(value);
            if (label.Length > 0)
                svg.Line(SvgWriter.Path($"M{place.X} {at}h{(place.IsLast ? Style.TickLength : -Style.TickLength)}"), Palette.Text);
            if (label.Length == 0 || i % step != 0) continue;
            var lines = label.Split('\n');
            foreach (var (row, line) in lines.Index())
            {
                var baseline = at + Style.HalfLetter + Frame.Rows(row, Style.LabelSize) - Frame.Rows(lines.Length - 1, Style.LabelSize) / 2;
                Label(place, line, baseline);
            }
        }
    }

    private void Label(ParallelFrame.Place place, string text, double baseline)
    {
        var (x, anchor) = place.IsLast ? (place.X + Style.Gap, SvgWriter.Anchor.Start) : (place.X - Style.Gap, SvgWriter.Anchor.End);
        svg.Label(text, Style.LabelSize, x, baseline, anchor, Palette.Muted, halo: true);
    }
}
