namespace Unrolled.Figures;

/// <summary>Where a figure stands in a Plotly figure: it is the whole, or one of several subplots.</summary>
/// <param name="Number">The number of its axes: 1 for "x" and "y", 2 for "x2" and "y2".</param>
/// <param name="X">Where its plot begins and ends, as shares of the width; null for the whole.</param>
/// <param name="Y">Where its plot begins and ends, from below, as shares of the height; null for the whole.</param>
internal sealed record PlotlyPlace(int Number, (double From, double To)? X, (double From, double To)? Y)
{
    /// <summary>A figure of its own.</summary>
    public static PlotlyPlace Whole { get; } = new(1, null, null);

    /// <summary>What follows "x" and "y" in the names of the axes.</summary>
    public string Suffix { get; } = Number == 1 ? "" : NumberText.Of(Number, 6);

    /// <summary>What a position across the whole width is relative to.</summary>
    public string AcrossX => X is null ? "paper" : $"x{Suffix} domain";

    /// <summary>What a position across the whole height is relative to.</summary>
    public string AcrossY => Y is null ? "paper" : $"y{Suffix} domain";
}
