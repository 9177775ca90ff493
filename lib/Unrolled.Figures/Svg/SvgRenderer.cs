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
        var (width, height, middle) = ((double)frame.Width, Math.Ceiling(frame.Height), frame.Plot.Middle);
        svg.Open(
            "svg",
            ("xmlns", "http://www.w3.org/2000/svg"), ("width", width), ("height", height),
            ("viewBox", SvgWriter.Path($"0 0 {width} {height}")), ("role", "img"),
            ("data-name", figure.Layout.Name.Length > 0 ? figure.Layout.Name : null), ("font-family", Style.Fonts), ("fill", Palette.Text));
        svg.Plain("title", figure.Layout.Title);
        svg.Plain("desc", AltText.Of(figure));
        svg.Empty("rect", ("width", width), ("height", height), ("rx", 6.0), ("fill", Palette.Card));
        new HeaderPainter(svg, frame).Paint();
        new AxesPainter(svg, frame, grid: !figure.Data.Any(trace => trace is Bar or Field), figure.Layout.EqualScale).Paint();
        if (frame is { X: { } x, Y: { } y }) new DataPainter(svg, figure, frame, x, y).Paint();
        else svg.Label(Emptiness.Reason(figure), Style.AxisTitleSize, middle.X, middle.Y, SvgWriter.Anchor.Middle, Palette.Muted);
        if (frame.ColorBar is { } bar) new ColorBarPainter(svg, frame, bar).Paint();
        svg.Close("svg");
        return svg.ToString();
    }
}
