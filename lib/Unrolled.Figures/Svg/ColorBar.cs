using System.Collections.Immutable;

namespace Unrolled.Figures;

/// <summary>The bar beside a heat map that says which colour is which value.</summary>
/// <param name="Colors">The colours of the values.</param>
/// <param name="Ticks">The labelled values.</param>
/// <param name="Title">The lines of its title, which stands upright.</param>
internal sealed record ColorBar(ColorScale Colors, Ticks Ticks, ImmutableArray<string> Title)
{
    public const double BarWidth = 14;

    /// <summary>The colour bar of the first heat map; null when there is none, or it has no value to show.</summary>
    public static ColorBar? Of(Figure figure)
    {
        if (figure.Data.OfType<Heatmap>().FirstOrDefault() is not { } map || ColorScale.Of(map) is not { } colors) return null;
        var ticks = Ticks.For(colors.Type, new(colors.Low, colors.High, Whole: false), Math.Clamp(figure.Layout.Height / 48, 2, 10));
        return new(colors, ticks, Wrap.Lines(ticks.Titled(map.Name), Frame.LeastPlot * figure.Layout.Height, Style.AxisTitleSize));
    }

    /// <summary>The width of bar, labels and title.</summary>
    public double Width => 3 * Style.Gap + BarWidth + Style.TickLength + Style.Widest(Ticks.All.Select(tick => tick.Label))
        + Frame.Rows(Title.Length, Style.AxisTitleSize);
}
