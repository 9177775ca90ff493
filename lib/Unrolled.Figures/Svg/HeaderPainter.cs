namespace Unrolled.Figures;

/// <summary>Draws the title and, below it, the legend.</summary>
internal sealed class HeaderPainter(SvgWriter svg, Frame frame)
{
    public void Paint()
    {
        var y = Title(svg, frame.Title, frame.TitleSize);
        foreach (var item in frame.Legend.Items)
        {
            var (left, baseline) = (Style.Margin + item.X, y + item.Y + Style.LabelSize);
            Sample(item.Entry, left, baseline - Style.HalfLetter);
            foreach (var line in item.Lines)
            {
                svg.Label(line, Style.LabelSize, left + Style.KeyWidth + Style.Gap, baseline);
                baseline += Frame.Rows(1, Style.LabelSize);
            }
        }
    }

    /// <summary>Draws a title at the top; the result is where it ends.</summary>
    public static double Title(SvgWriter svg, IEnumerable<string> lines, double size)
    {
        var y = Style.Margin;
        foreach (var line in lines)
        {
            svg.Label(line, size, Style.Margin, y + size, bold: true);
            y += Frame.Rows(1, size);
        }

        return y;
    }

    private void Sample(LegendEntry entry, double left, double middle)
    {
        if (entry.Area is { } opacity)
            svg.Rectangle(new(left, middle - 5, left + Style.KeyWidth, middle + 5), entry.Color, opacity);
        if (entry.Line is { } dash) svg.Line(SvgWriter.Path($"M{left} {middle}h{Style.KeyWidth}"), entry.Color, 2, dash);
        if (entry.Marker is { } symbol) Symbols.Draw(svg, symbol, Style.MarkerSize, [new(left + Style.KeyWidth / 2, middle)], entry.Color);
    }
}
