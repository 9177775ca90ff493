namespace Unrolled.Figures;

/// <summary>Draws a figure as SVG.</summary>
internal static class SvgRenderer
{
    public static string Render(Figure figure)
    {
        var (svg, frame) = (new SvgWriter(), Frame.Planned(figure));
        svg.OpenImage(frame.Width, Math.Ceiling(frame.Height), figure.Layout.Name, figure.Layout.Title, AltText.Of(figure));
        Paint(svg, figure, frame);
        svg.Close("svg");
        return svg.ToString();
    }

    /// <summary>Draws the figure into an image, or into a group of it.</summary>
    public static void Paint(SvgWriter svg, Figure figure, Frame frame)
    {
        new HeaderPainter(svg, frame).Paint();
        new AxesPainter(svg, frame, grid: !figure.Data.Any(trace => trace is Bar or Field), figure.Layout.EqualScale).Paint();
        if (frame is { X: { } x, Y: { } y }) new DataPainter(svg, figure, frame, x, y).Paint();
        else Say(svg, EmptyState.Reason(figure), frame.Plot);
        if (frame.ColorBar is { } bar) new ColorBarPainter(svg, frame.Plot, frame.ColorBarLeft, bar).Paint();
    }

    private static void Say(SvgWriter svg, string reason, Box plot)
    {
        foreach (var (i, line) in Wrap.Lines(reason, plot.Width, Style.AxisTitleSize).Index())
        {
            var baseline = plot.Middle.Y + Frame.Rows(i, Style.AxisTitleSize);
            svg.Label(line, Style.AxisTitleSize, plot.Middle.X, baseline, SvgWriter.Anchor.Middle, Palette.Muted);
        }
    }
}
