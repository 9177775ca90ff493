namespace Unrolled.Figures;

/// <summary>What must at least be left free around a plot, so that the plots of several panels stand in line.</summary>
/// <param name="Left">To the left of the plot.</param>
/// <param name="Top">Above the plot.</param>
/// <param name="Right">To the right of the plot.</param>
/// <param name="Bottom">Below the plot.</param>
internal readonly record struct Insets(double Left, double Top, double Right, double Bottom)
{
    /// <summary>What a planned frame leaves free. The right side of a square plot is no measure: it is as free as the square wants.</summary>
    public static Insets Of(Frame frame, Figure figure) => new(
        frame.Plot.Left,
        frame.Plot.Top,
        figure.Layout.EqualScale ? 0 : frame.Width - frame.Plot.Right,
        frame.Height - frame.Plot.Bottom);
}
