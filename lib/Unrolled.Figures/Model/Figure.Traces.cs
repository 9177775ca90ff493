using System.Collections.Immutable;
using System.Numerics;

namespace Unrolled.Figures;

public sealed partial record Figure
{
    // Among many points thick lines and large markers would hide their own shape.
    private const int ManyPoints = 500;
    private const int ManyMarkers = 300;

    /// <summary>Adds a line whose x values are the steps 1, 2, …, n.</summary>
    /// <param name="name">The name shown beside the line; "" for none.</param>
    /// <param name="y">The y values. NaN and ±∞ leave a gap.</param>
    /// <param name="dashed">Draws dashes, as for a bound or a prediction.</param>
    /// <param name="markers">Marks every point as well.</param>
    /// <param name="like">The name of an earlier trace whose colour the line shares; null gives it its own.</param>
    /// <exception cref="ArgumentException">No earlier trace has the name <paramref name="like"/>.</exception>
    public Figure Line(string name, IEnumerable<double> y, bool dashed = false, bool markers = false, string? like = null)
    {
        var values = y.ToImmutableArray();
        return Line(name, Enumerable.Range(1, values.Length), values, dashed, markers, like);
    }

    /// <summary>Adds a line through the points (x, y).</summary>
    /// <typeparam name="T">The type of the x values, such as int or double.</typeparam>
    /// <param name="name">The name shown beside the line; "" for none.</param>
    /// <param name="x">The x values, one for each y; steps may be whole numbers.</param>
    /// <param name="y">The y values. NaN and ±∞ leave a gap.</param>
    /// <param name="dashed">Draws dashes, as for a bound or a prediction.</param>
    /// <param name="markers">Marks every point as well.</param>
    /// <param name="like">The name of an earlier trace whose colour the line shares; null gives it its own.</param>
    /// <exception cref="ArgumentException">x and y differ in length, or no earlier trace has the name <paramref name="like"/>.</exception>
    public Figure Line<T>(
        string name, IEnumerable<T> x, IEnumerable<double> y, bool dashed = false, bool markers = false, string? like = null)
        where T : INumber<T> => AddScatter(name, Doubles(x), y, markers ? Mode.LinesAndMarkers : Mode.Lines, dashed, like);

    /// <summary>Adds points that no line joins.</summary>
    /// <typeparam name="T">The type of the x values, such as int or double.</typeparam>
    /// <param name="name">The name shown in the legend; "" for none.</param>
    /// <param name="x">The x values, one for each y; steps may be whole numbers.</param>
    /// <param name="y">The y values. NaN and ±∞ are left out.</param>
    /// <param name="like">The name of an earlier trace whose colour the points share; null gives them their own.</param>
    /// <exception cref="ArgumentException">x and y differ in length, or no earlier trace has the name <paramref name="like"/>.</exception>
    public Figure Points<T>(string name, IEnumerable<T> x, IEnumerable<double> y, string? like = null) where T : INumber<T> =>
        AddScatter(name, Doubles(x), y, Mode.Markers, dashed: false, like);

    /// <summary>Adds the area between two curves, such as a predictive interval. It goes with the next trace and has its colour.</summary>
    /// <typeparam name="T">The type of the x values, such as int or double.</typeparam>
    /// <param name="name">The name shown in the legend; "" for none.</param>
    /// <param name="x">The x values, one for each pair of bounds; steps may be whole numbers.</param>
    /// <param name="lower">The lower bounds.</param>
    /// <param name="upper">The upper bounds.</param>
    /// <exception cref="ArgumentException">x, lower and upper differ in length.</exception>
    public Figure Band<T>(string name, IEnumerable<T> x, IEnumerable<double> lower, IEnumerable<double> upper) where T : INumber<T>
    {
        var (xs, lows, highs) = (Doubles(x), lower.ToImmutableArray(), upper.ToImmutableArray());
        SameLength(name, xs, lows, "lower bounds");
        SameLength(name, xs, highs, "upper bounds");
        return Add(new Band { Name = name, X = xs, Lower = lows, Upper = highs, Color = NextColor() });
    }

    /// <summary>Adds an arrow. With <see cref="WithEqualScale"/> its length and direction are seen as they are.</summary>
    /// <param name="name">The name shown at its tip; "" for none.</param>
    /// <param name="fromX">The x where it starts.</param>
    /// <param name="fromY">The y where it starts.</param>
    /// <param name="toX">The x of its tip.</param>
    /// <param name="toY">The y of its tip.</param>
    /// <param name="dashed">Draws a dashed shaft, as for what was there before.</param>
    /// <param name="like">The name of an earlier trace whose colour the arrow shares; null gives it its own.</param>
    /// <exception cref="ArgumentException">No earlier trace has the name <paramref name="like"/>.</exception>
    public Figure Arrow(
        string name, double fromX, double fromY, double toX, double toY, bool dashed = false, string? like = null) => Add(new Arrow
        {
            Name = name,
            From = (fromX, fromY),
            To = (toX, toY),
            Color = ColorFor(name, like),
            Dash = dashed ? Dash.Dash : Dash.Solid,
        });

    private Figure Add(Trace trace) => this with { Data = Data.Add(trace) };

    private static ImmutableArray<double> Doubles<T>(IEnumerable<T> numbers) where T : INumber<T> =>
        [.. numbers.Select(double.CreateChecked)];

    private Figure AddScatter(string name, ImmutableArray<double> xs, IEnumerable<double> y, Mode mode, bool dashed, string? like)
    {
        var ys = y.ToImmutableArray();
        SameLength(name, xs, ys, "y values");
        var color = ColorFor(name, like);
        // When the colours are used up they come again with another line pattern and another marker.
        var round = like is null ? Uses(color) : 0;
        return Add(new Scatter
        {
            Name = name,
            X = xs,
            Y = ys,
            Mode = mode,
            Color = color,
            Dash = dashed ? Dash.Dash : round switch { 0 => Dash.Solid, 1 => Dash.Dot, _ => Dash.DashDot },
            Width = ys.Length > ManyPoints ? 1.5 : 2,
            MarkerSize = ys.Length > ManyMarkers ? 4 : 7,
            Symbol = (Symbol)((Palette.Colors.IndexOf(color) + Uses(color)) % 4),
        });
    }

    private string ColorFor(string name, string? like)
    {
        if (like is null) return NextColor();
        return Data.FirstOrDefault(trace => trace.Name == like)?.Color ?? throw new ArgumentException(
            $"'{name}' shall look like '{like}', but the traces so far are: {string.Join(", ", Data.Select(trace => trace.Name))}.", nameof(like));
    }

    // The first of the colours used least. A band goes with the line that follows it and uses up none.
    private string NextColor() => Palette.Colors.MinBy(Uses)!;

    private int Uses(string color) => Data.Count(trace => trace is not Figures.Band && trace.Color == color);

    private static void SameLength(string name, ImmutableArray<double> x, ImmutableArray<double> values, string what)
    {
        if (x.Length != values.Length)
            throw new ArgumentException($"'{name}' needs one x for each point: got {x.Length} x values and {values.Length} {what}.", nameof(x));
    }
}
