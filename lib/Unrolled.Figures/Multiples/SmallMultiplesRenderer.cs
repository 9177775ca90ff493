namespace Unrolled.Figures;

/// <summary>Draws small multiples as one SVG: each panel in a group moved to its place.</summary>
internal static class SmallMultiplesRenderer
{
    public static string Render(SmallMultiples multiples)
    {
        var grid = PanelGrid.Of(multiples);
        var frames = InLine(grid);
        var width = (double)grid.Columns * grid.PanelWidth;
        var title = Wrap.Lines(multiples.Title, width - 2 * Style.Margin, Style.TitleSize, bold: true);
        var header = title.Length > 0 ? Style.Margin + Frame.Rows(title.Length, Style.TitleSize) : 0;
        var heights = frames.Chunk(grid.Columns).Select(row => Math.Ceiling(row.Max(frame => frame.Height))).ToList();
        var height = header + (heights.Count > 0 ? heights.Sum() : multiples.PanelHeight);

        var svg = new SvgWriter();
        svg.OpenImage(width, Math.Ceiling(height), multiples.Name, multiples.Title, multiples.ToString());
        HeaderPainter.Title(svg, title, Style.TitleSize);
        foreach (var (i, figure) in grid.Panels.Index())
        {
            var (left, top) = ((double)(i % grid.Columns) * grid.PanelWidth, header + heights.Take(i / grid.Columns).Sum());
            svg.Open("g", ("transform", SvgWriter.Path($"translate({left} {top})")));
            SvgRenderer.Paint(svg, figure, frames[i]);
            svg.Close("g");
        }

        if (frames.Count == 0)
            svg.Label("no panels", Style.AxisTitleSize, width / 2, (header + height) / 2, SvgWriter.Anchor.Middle, Palette.Muted);
        svg.Close("svg");
        return svg.ToString();
    }

    // Names that fit beside the plot at first may need the legend once the plots stand in line, so the lines are drawn twice.
    private static List<Frame> InLine(PanelGrid grid)
    {
        var frames = grid.Panels.Select(figure => Frame.Planned(figure, Style.PanelTitleSize, default)).ToList();
        for (var pass = 0; pass < 2; pass++)
        {
            var insets = frames.Zip(grid.Panels, Insets.Of).ToList();
            frames = [.. grid.Panels.Select((figure, i) => Frame.Planned(figure, Style.PanelTitleSize, Common(insets, i)))];
        }

        return frames;

        Insets Common(List<Insets> all, int panel)
        {
            var row = all.Where((_, i) => i / grid.Columns == panel / grid.Columns).ToList();
            var column = all.Where((_, i) => i % grid.Columns == panel % grid.Columns).ToList();
            return new(column.Max(inset => inset.Left), row.Max(inset => inset.Top), column.Max(inset => inset.Right), row.Max(inset => inset.Bottom));
        }
    }
}
