namespace Unrolled.Figures;

/// <summary>What the values along an axis span.</summary>
/// <param name="Min">The lowest value; +∞ when there is none.</param>
/// <param name="Max">The highest value; -∞ when there is none.</param>
/// <param name="Whole">Whether all are whole numbers, as steps and epochs are.</param>
internal readonly record struct Extent(double Min, double Max, bool Whole)
{
    /// <summary>No values.</summary>
    public static Extent None { get; } = new(double.PositiveInfinity, double.NegativeInfinity, Whole: true);

    /// <summary>The extent with one more value.</summary>
    public Extent With(double value) => new(Math.Min(Min, value), Math.Max(Max, value), Whole && value == Math.Floor(value));
}
