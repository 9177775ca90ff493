using System.Collections.Immutable;

namespace Unrolled.Figures;

/// <summary>The bar beside a field that says which colour is which value.</summary>
/// <param name="Colors">The colours of the values.</param>
/// <param name="Levels">The areas of one colour on a surface; null where colours run into each other.</param>
/// <param name="Ticks">The labelled values.</param>
/// <param name="Title">The lines of its title, which stands upright.</param>
internal sealed record ColorBar(ColorScale Colors, Levels? Levels, Ticks Ticks, ImmutableArray<string> Title)
{
    public const double BarWidth = 14;

    /// <summary>The colour bar of the first field; null when there is none, or it has no value to show.</summary>
    public static ColorBar? Of(Figure figure)
    {
        if (figure.Data.OfType<Field>().FirstOrDefault() is not { } field || ColorScale.Of(field) is not { } colors) return null;
        return Of(colors, field is Surface ? Levels.Of(colors) : null, field.Name, figure.Layout.Height);
    }

    /// <summary>A colour bar.</summary>
    /// <param name="colors">The colours of the values.</param>
    /// <param name="levels">The areas of one colour on a surface; null where colours run into each other.</param>
    /// <param name="name">What the colours mean.</param>
    /// <param name="height">The height of the picture.</param>
    public static ColorBar Of(ColorScale colors, Levels? levels, string name, int height)
    {
        var ticks = levels?.Ticks ?? Ticks.For(colors.Type, new(colors.Low, colors.High, Whole: false), Math.Clamp(height / 48, 2, 10));
        return new(colors, levels, ticks, Wrap.Lines(ticks.Titled(name), Frame.LeastPlot * height, Style.AxisTitleSize));
    }

    /// <summary>The width of bar, labels and title.</summary>
    public double Width => 3 * Style.Gap + BarWidth + Style.TickLength + Style.Widest(Ticks.All.Select(tick => tick.Label))
        + Frame.Rows(Title.Length, Style.AxisTitleSize);
}
