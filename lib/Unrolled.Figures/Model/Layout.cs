using System.Collections.Immutable;

namespace Unrolled.Figures;

/// <summary>Everything in a figure that is not data: Plotly's <c>layout</c>.</summary>
public sealed record Layout
{
    /// <summary>The title above the figure.</summary>
    public string Title { get; init; } = "";

    /// <summary>The name by which slides find the figure: <c>layout.meta.name</c> in Plotly JSON, <c>data-name</c> in SVG.</summary>
    public string Name { get; init; } = "";

    /// <summary>The horizontal axis.</summary>
    public Axis XAxis { get; init; } = new();

    /// <summary>The vertical axis.</summary>
    public Axis YAxis { get; init; } = new();

    /// <summary>Straight lines across the plot that mark a value; Plotly's <c>shapes</c>.</summary>
    public ImmutableArray<ReferenceLine> ReferenceLines { get; init; } = [];

    /// <summary>Single points with a label; Plotly's <c>annotations</c>.</summary>
    public ImmutableArray<Mark> Marks { get; init; } = [];

    /// <summary>Whether all names stand in the legend, even where they would fit beside their lines.</summary>
    public bool ForceLegend { get; init; }

    /// <summary>Whether a unit is as long on both axes, so that a circle is round. The plot is then a square.</summary>
    public bool EqualScale { get; init; }

    /// <summary>The width in pixels.</summary>
    public int Width { get; init; } = 640;

    /// <summary>The height in pixels. A picture whose title or legend needs many rows grows taller than this.</summary>
    public int Height { get; init; } = 400;
}

/// <summary>One axis: its title, its scale and, where wanted, its range.</summary>
public sealed record Axis
{
    /// <summary>What the axis measures, and the unit: "price (USD)".</summary>
    public string Title { get; init; } = "";

    /// <summary>Linear or logarithmic.</summary>
    public AxisType Type { get; init; } = AxisType.Linear;

    /// <summary>The names of the places 1, 2, …, n on the axis; empty for an axis of numbers.</summary>
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>Whether values grow downwards, as the rows of a matrix do.</summary>
    public bool Reversed { get; init; }

    /// <summary>The lowest value shown; null leaves it to the data.</summary>
    public double? From { get; init; }

    /// <summary>The highest value shown; null leaves it to the data.</summary>
    public double? To { get; init; }
}

/// <summary>The scale of an axis; Plotly's <c>type</c>.</summary>
public enum AxisType
{
    /// <summary>Equal distances are equal differences.</summary>
    Linear,

    /// <summary>Equal distances are equal ratios; only positive values can be shown.</summary>
    Log,
}

/// <summary>A straight line across the plot at one value.</summary>
/// <param name="Label">What the line means: "τ = 5".</param>
/// <param name="At">Where it stands, in the units of the axis it crosses.</param>
/// <param name="Direction">Whether it lies at a y (horizontal) or stands at an x (vertical).</param>
public sealed record ReferenceLine(string Label, double At, Direction Direction);

/// <summary>The direction of a <see cref="ReferenceLine"/>.</summary>
public enum Direction
{
    /// <summary>Lies at one y, over all x.</summary>
    Horizontal,

    /// <summary>Stands at one x, over all y.</summary>
    Vertical,
}

/// <summary>A single point with a ring around it and a label beside it.</summary>
/// <param name="Label">The text beside the point.</param>
/// <param name="X">The x of the point.</param>
/// <param name="Y">The y of the point.</param>
public sealed record Mark(string Label, double X, double Y);
