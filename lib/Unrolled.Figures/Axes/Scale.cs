namespace Unrolled.Figures;

/// <summary>Maps the values of an axis to pixels.</summary>
/// <param name="Type">Linear or logarithmic.</param>
/// <param name="Low">The lowest value shown.</param>
/// <param name="High">The highest value shown, above <paramref name="Low"/>.</param>
/// <param name="PixelLow">Where the lowest value stands.</param>
/// <param name="PixelHigh">Where the highest value stands; on a y axis the smaller number, since pixels count downwards.</param>
internal sealed record Scale(AxisType Type, double Low, double High, double PixelLow, double PixelHigh)
{
    private readonly double low = Straight(Type, Low);
    private readonly double span = Straight(Type, High) - Straight(Type, Low);

    /// <summary>The length of the axis in pixels.</summary>
    public double Length => Math.Abs(PixelHigh - PixelLow);

    /// <summary>Whether the axis can show this value at all: finite, and positive on a logarithmic axis.</summary>
    public static bool CanShow(AxisType type, double value) => double.IsFinite(value) && (type != AxisType.Log || value > 0);

    /// <summary>The pixel of a value, which may lie outside the axis.</summary>
    public double Pixel(double value)
    {
        var share = (Straight(Type, value) - low) / span;
        // Values far outside the axis need not be exact, only on the right side; without the limit a segment could not be clipped.
        return PixelLow + Math.Clamp(share, -1e6, 1e6) * (PixelHigh - PixelLow);
    }

    /// <summary>Whether a value lies on the axis.</summary>
    public bool Contains(double value) => value >= Low && value <= High;

    /// <summary>The value on which the axis is straight: itself, or its logarithm.</summary>
    public static double Straight(AxisType type, double value) => type == AxisType.Log ? Math.Log10(value) : value;
}
