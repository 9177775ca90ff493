using System.Collections.Immutable;

namespace Unrolled.Figures;

public sealed partial record Figure
{
    /// <summary>Adds a line whose x values are the steps 1, 2, …, n.</summary>
    /// <param name="name">The name shown beside the line; "" for none.</param>
    /// <param name="y">The y values.</param>
    /// <param name="dashed">Draws dashes, as for a bound or a prediction.</param>
    /// <param name="markers">Marks every point as well.</param>
    public Figure Line(string name, IEnumerable<double> y, bool dashed = false, bool markers = false)
    {
        var values = y.ToImmutableArray();
        return Line(name, Enumerable.Range(1, values.Length).Select(t => (double)t), values, dashed, markers);
    }

    /// <summary>Adds a line through the points (x, y).</summary>
    /// <param name="name">The name shown beside the line; "" for none.</param>
    /// <param name="x">The x values, one for each y.</param>
    /// <param name="y">The y values. NaN and ±∞ leave a gap.</param>
    /// <param name="dashed">Draws dashes, as for a bound or a prediction.</param>
    /// <param name="markers">Marks every point as well.</param>
    /// <exception cref="ArgumentException">x and y differ in length.</exception>
    public Figure Line(string name, IEnumerable<double> x, IEnumerable<double> y, bool dashed = false, bool markers = false) =>
        AddScatter(name, x, y, markers ? Mode.LinesAndMarkers : Mode.Lines, dashed);

    /// <summary>Adds points that no line joins.</summary>
    /// <param name="name">The name shown in the legend; "" for none.</param>
    /// <param name="x">The x values, one for each y.</param>
    /// <param name="y">The y values.</param>
    /// <exception cref="ArgumentException">x and y differ in length.</exception>
    public Figure Points(string name, IEnumerable<double> x, IEnumerable<double> y) => AddScatter(name, x, y, Mode.Markers, dashed: false);

    /// <summary>Adds the area between two curves, such as a 95 % predictive interval. It takes the colour of the next trace, to go with it.</summary>
    /// <param name="name">The name shown in the legend; "" for none.</param>
    /// <param name="x">The x values, one for each pair of bounds.</param>
    /// <param name="lower">The lower bounds.</param>
    /// <param name="upper">The upper bounds.</param>
    /// <exception cref="ArgumentException">x, lower and upper differ in length.</exception>
    public Figure Band(string name, IEnumerable<double> x, IEnumerable<double> lower, IEnumerable<double> upper)
    {
        var (xs, lows, highs) = (x.ToImmutableArray(), lower.ToImmutableArray(), upper.ToImmutableArray());
        SameLength(name, xs, lows, "lower bounds");
        SameLength(name, xs, highs, "upper bounds");
        return Add(new Band { Name = name, X = xs, Lower = lows, Upper = highs, Color = NextColor });
    }

    /// <summary>Adds any trace as it is.</summary>
    /// <param name="trace">The trace, complete with its colour.</param>
    public Figure Add(Trace trace) => this with { Data = Data.Add(trace) };

    private Figure AddScatter(string name, IEnumerable<double> x, IEnumerable<double> y, Mode mode, bool dashed)
    {
        var (xs, ys) = (x.ToImmutableArray(), y.ToImmutableArray());
        SameLength(name, xs, ys, "y values");
        return Add(new Scatter
        {
            Name = name,
            X = xs,
            Y = ys,
            Mode = mode,
            Color = NextColor,
            Dash = dashed ? Dash.Dash : NextRound switch { 0 => Dash.Solid, 1 => Dash.Dot, _ => Dash.DashDot },
            Symbol = (Symbol)(TracesWithOwnColor % 4),
        });
    }

    // A band belongs to the line that follows it, so it uses up no colour.
    private int TracesWithOwnColor => Data.Count(trace => trace is not Figures.Band);

    private string NextColor => Palette.Colors[TracesWithOwnColor % Palette.Colors.Length];

    // When the colours are used up they come again with another line pattern.
    private int NextRound => TracesWithOwnColor / Palette.Colors.Length;

    private static void SameLength(string name, ImmutableArray<double> x, ImmutableArray<double> values, string what)
    {
        if (x.Length != values.Length)
            throw new ArgumentException($"'{name}' needs one x for each point: got {x.Length} x values and {values.Length} {what}.");
    }
}
