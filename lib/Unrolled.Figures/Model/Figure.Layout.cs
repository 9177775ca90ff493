namespace Unrolled.Figures;

public sealed partial record Figure
{
    /// <summary>Says what the horizontal axis measures.</summary>
    /// <param name="title">The quantity and its unit: "step t", "time (s)".</param>
    /// <param name="log">A logarithmic axis.</param>
    /// <param name="from">The lowest value shown; null leaves it to the data.</param>
    /// <param name="to">The highest value shown; null leaves it to the data.</param>
    /// <exception cref="ArgumentException">The range is empty, not finite, or not positive on a logarithmic axis.</exception>
    public Figure XAxis(string title, bool log = false, double? from = null, double? to = null) =>
        this with { Layout = Layout with { XAxis = Described(Layout.XAxis, title, log, from, to) } };

    /// <summary>Says what the vertical axis measures.</summary>
    /// <param name="title">The quantity and its unit: "price (USD)".</param>
    /// <param name="log">A logarithmic axis.</param>
    /// <param name="from">The lowest value shown; null leaves it to the data.</param>
    /// <param name="to">The highest value shown; null leaves it to the data.</param>
    /// <exception cref="ArgumentException">The range is empty, not finite, or not positive on a logarithmic axis.</exception>
    public Figure YAxis(string title, bool log = false, double? from = null, double? to = null) =>
        this with { Layout = Layout with { YAxis = Described(Layout.YAxis, title, log, from, to) } };

    /// <summary>Adds a line across the plot at one y, such as a threshold.</summary>
    /// <param name="label">What the line means: "τ = 5".</param>
    /// <param name="y">Where it lies.</param>
    public Figure HorizontalLine(string label, double y) => AddLine(new(label, y, Direction.Horizontal));

    /// <summary>Adds a line across the plot at one x, such as the start of the test part.</summary>
    /// <param name="label">What the line means: "test part begins".</param>
    /// <param name="x">Where it stands.</param>
    public Figure VerticalLine(string label, double x) => AddLine(new(label, x, Direction.Vertical));

    /// <summary>Rings one point and labels it.</summary>
    /// <param name="label">The text beside the point.</param>
    /// <param name="x">The x of the point.</param>
    /// <param name="y">The y of the point.</param>
    public Figure Mark(string label, double x, double y) =>
        this with { Layout = Layout with { Marks = Layout.Marks.Add(new(label, x, y)) } };

    /// <summary>Makes a unit as long on both axes, so that a circle is round.</summary>
    public Figure WithEqualScale() => this with { Layout = Layout with { EqualScale = true } };

    /// <summary>Puts all names into the legend, so that the plot keeps its place from frame to frame of a <see cref="Stepper"/>.</summary>
    public Figure WithLegend() => this with { Layout = Layout with { ForceLegend = true } };

    // A chart with readable labels needs so many pixels.
    internal const int LeastWidth = 240;
    internal const int LeastHeight = 160;

    /// <summary>Sets the size. Notebooks use 640 × 400.</summary>
    /// <param name="width">The width in pixels, at least 240.</param>
    /// <param name="height">The height in pixels, at least 160.</param>
    /// <exception cref="ArgumentOutOfRangeException">A chart with readable labels does not fit into so few pixels.</exception>
    public Figure Size(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, LeastWidth);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, LeastHeight);
        return this with { Layout = Layout with { Width = width, Height = height } };
    }

    private Figure AddLine(ReferenceLine line) => this with { Layout = Layout with { ReferenceLines = Layout.ReferenceLines.Add(line) } };

    private static Axis Described(Axis axis, string title, bool log, double? from, double? to)
    {
        var got = Invariant($"got {from} to {to}.");
        if (from is { } f && !double.IsFinite(f) || to is { } t && !double.IsFinite(t))
            throw new ArgumentException($"The range of axis '{title}' must be finite, {got}", nameof(from));
        if (from >= to)
            throw new ArgumentException($"The range of axis '{title}' must run upwards, {got}", nameof(from));
        if (log && (from <= 0 || to <= 0))
            throw new ArgumentException($"The logarithmic axis '{title}' shows positive values only, {got}", nameof(from));
        return axis with { Title = title, Type = log ? AxisType.Log : AxisType.Linear, From = from, To = to };
    }
}
