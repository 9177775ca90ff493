using System.Collections.Immutable;

namespace Unrolled.Figures;

/// <summary>One set of data in a figure: what Plotly calls a trace.</summary>
public abstract record Trace
{
    // The renderers know every kind of trace; there are none outside this library.
    private protected Trace()
    {
    }

    /// <summary>The name shown in the legend or beside the data; "" leaves the trace unnamed.</summary>
    public string Name { get; init; } = "";

    /// <summary>The colour as <c>#rrggbb</c>; figures take it from <see cref="Palette"/>.</summary>
    public string Color { get; init; } = Palette.Colors[0];
}

/// <summary>Points (x, y), joined by a line, marked, or both. NaN, ±∞ and what a log axis cannot show leave gaps.</summary>
/// <remarks>Plotly's <c>scatter</c> trace.</remarks>
public sealed record Scatter : Trace
{
    /// <summary>The x values, one for each y.</summary>
    public ImmutableArray<double> X { get; init; } = [];

    /// <summary>The y values.</summary>
    public ImmutableArray<double> Y { get; init; } = [];

    /// <summary>What is drawn: the line, the markers, or both.</summary>
    public Mode Mode { get; init; } = Mode.Lines;

    /// <summary>The line's pattern.</summary>
    public Dash Dash { get; init; } = Dash.Solid;

    /// <summary>The line's width in pixels.</summary>
    public double Width { get; init; } = 2;

    /// <summary>The markers' shape.</summary>
    public Symbol Symbol { get; init; } = Symbol.Circle;

    /// <summary>The markers' diameter in pixels.</summary>
    public double MarkerSize { get; init; } = 7;
}

/// <summary>The area between a lower and an upper curve, such as a predictive interval.</summary>
/// <remarks>In Plotly a <c>scatter</c> trace with <c>fill: "toself"</c>.</remarks>
public sealed record Band : Trace
{
    /// <summary>The x values, one for each pair of bounds.</summary>
    public ImmutableArray<double> X { get; init; } = [];

    /// <summary>The lower bounds.</summary>
    public ImmutableArray<double> Lower { get; init; } = [];

    /// <summary>The upper bounds.</summary>
    public ImmutableArray<double> Upper { get; init; } = [];
}

/// <summary>Bars from zero to each value, one for each category.</summary>
/// <remarks>Plotly's <c>bar</c> trace. Several stand side by side. On a logarithmic axis bars start at its lower end.</remarks>
public sealed record Bar : Trace
{
    /// <summary>The places of the bars: 1, 2, … for the categories of the x axis, in their order.</summary>
    public ImmutableArray<double> X { get; init; } = [];

    /// <summary>The values.</summary>
    public ImmutableArray<double> Y { get; init; } = [];
}

/// <summary>What a <see cref="Scatter"/> trace draws; Plotly's <c>mode</c>.</summary>
public enum Mode
{
    /// <summary>The line only.</summary>
    Lines,

    /// <summary>The points only.</summary>
    Markers,

    /// <summary>The line, and a marker on every point.</summary>
    LinesAndMarkers,
}

/// <summary>The pattern of a line; Plotly's <c>line.dash</c>.</summary>
public enum Dash
{
    /// <summary>An unbroken line.</summary>
    Solid,

    /// <summary>Dashes.</summary>
    Dash,

    /// <summary>Dots.</summary>
    Dot,

    /// <summary>Dashes and dots in turn.</summary>
    DashDot,
}

/// <summary>The shape of a marker; Plotly's <c>marker.symbol</c>.</summary>
public enum Symbol
{
    /// <summary>A disc.</summary>
    Circle,

    /// <summary>A square.</summary>
    Square,

    /// <summary>A square on its corner.</summary>
    Diamond,

    /// <summary>A triangle, point up.</summary>
    Triangle,
}
