namespace Unrolled.Figures;

/// <summary>Draws a figure as SVG.</summary>
internal sealed class SvgRenderer
{
    private readonly Figure figure;
    private readonly Frame frame;
    private readonly SvgWriter svg = new();

    private SvgRenderer(Figure figure, Frame frame) => (this.figure, this.frame) = (figure, frame);

    public static string Render(Figure figure) => new SvgRenderer(figure, Frame.Planned(figure)).Drawn();

    private string Drawn()
    {
        var (width, height) = ((double)frame.Width, Math.Ceiling(frame.Height));
        svg.Open("svg",
            ("xmlns", "http://www.w3.org/2000/svg"), ("width", width), ("height", height), ("viewBox", $"0 0 {SvgWriter.Number(width)} {SvgWriter.Number(height)}"),
            ("role", "img"), ("data-name", figure.Layout.Name.Length > 0 ? figure.Layout.Name : null), ("font-family", Style.Fonts), ("fill", Palette.Text));
        svg.Plain("title", figure.Layout.Title);
        svg.Plain("desc", AltText.Of(figure));
        svg.Empty("rect", ("width", width), ("height", height), ("rx", 6), ("fill", Palette.Card));
        Header();
        new AxesPainter(svg, frame, grid: !figure.Data.Any(trace => trace is Bar or Heatmap)).Paint();
        if (frame is { X: { } x, Y: { } y }) new DataPainter(svg, figure, frame, x, y).Paint();
        else svg.Text(RichText.Parse(Emptiness.Reason(figure)), Style.AxisTitleSize,
            ("x", (frame.Plot.Left + frame.Plot.Right) / 2), ("y", (frame.Plot.Top + frame.Plot.Bottom) / 2), ("text-anchor", "middle"), ("fill", Palette.Muted));
        if (frame.ColorBar is { } bar) new ColorBarPainter(svg, frame, bar).Paint();
        svg.Close("svg");
        return svg.ToString();
    }

    private void Header()
    {
        var y = Style.Margin;
        foreach (var line in frame.Title)
        {
            svg.Text(RichText.Parse(line), Style.TitleSize, ("x", Style.Margin), ("y", y + Style.TitleSize), ("font-weight", "bold"));
            y += Frame.Rows(1, Style.TitleSize);
        }

        foreach (var item in frame.Legend.Items)
        {
            var (left, baseline) = (Style.Margin + item.X, y + item.Y + Style.LabelSize);
            Sample(item.Entry, left, baseline - 0.35 * Style.LabelSize);
            foreach (var line in item.Lines)
            {
                svg.Text(RichText.Parse(line), Style.LabelSize, ("x", left + Style.KeyWidth + Style.Gap), ("y", baseline));
                baseline += Frame.Rows(1, Style.LabelSize);
            }
        }
    }

    private void Sample(LegendEntry entry, double left, double middle)
    {
        if (entry.IsArea)
            svg.Empty("rect", ("x", left), ("y", middle - 5), ("width", Style.KeyWidth), ("height", 10), ("fill", entry.Color), ("fill-opacity", entry.Opacity < 1 ? entry.Opacity : null));
        if (entry.Line is { } dash)
            svg.Empty("path", ("d", $"M{SvgWriter.Number(left)} {SvgWriter.Number(middle)}h{SvgWriter.Number(Style.KeyWidth)}"),
                ("fill", "none"), ("stroke", entry.Color), ("stroke-width", 2), ("stroke-dasharray", Style.DashArray(dash)));
        if (entry.Marker is { } symbol)
            Symbols.Draw(svg, symbol, 7, [new(left + Style.KeyWidth / 2, middle)], entry.Color);
    }
}
