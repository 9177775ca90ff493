using System.Collections.Immutable;
using System.Numerics;

namespace Unrolled.Figures;

public sealed partial record Figure
{
    /// <summary>Adds a bar for each category.</summary>
    /// <param name="name">The name shown in the legend; "" for none.</param>
    /// <param name="categories">The names under the bars. Names that an earlier trace has share its places.</param>
    /// <param name="values">The values, one for each category. NaN and ±∞ leave no bar.</param>
    /// <exception cref="ArgumentException">There is not one value for each category, or a category comes twice.</exception>
    public Figure Bars(string name, IEnumerable<string> categories, IEnumerable<double> values)
    {
        var (names, ys) = (categories.ToImmutableArray(), values.ToImmutableArray());
        if (names.Length != ys.Length)
            throw new ArgumentException($"'{name}' needs one value for each category: got {names.Length} and {ys.Length}.", nameof(values));
        if (names.GroupBy(category => category).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"'{name}' has the category '{twice.Key}' twice.", nameof(categories));
        ImmutableArray<string> all = [.. Layout.XAxis.Categories.Union(names)];
        var bar = new Bar { Name = name, X = [.. names.Select(category => all.IndexOf(category) + 1.0)], Y = ys, Color = NextColor() };
        return Add(bar) with { Layout = Layout with { XAxis = Layout.XAxis with { Categories = all } } };
    }

    /// <summary>Adds a matrix as coloured cells, row 1 on top. Signed values are coloured around zero.</summary>
    /// <param name="name">What the colours mean, with the unit; it stands at the colour bar.</param>
    /// <param name="values">The values, rows first. NaN and ±∞ are grey.</param>
    /// <param name="log">Equal colour steps are equal ratios; for values over several powers of ten.</param>
    /// <param name="rows">The names of the rows, such as gates; null counts them.</param>
    /// <param name="columns">The names of the columns; null counts them.</param>
    /// <exception cref="ArgumentException">There is not one name for each row or column.</exception>
    public Figure Heatmap(
        string name, double[,] values, bool log = false, IEnumerable<string>? rows = null, IEnumerable<string>? columns = null)
    {
        var (figure, layout) = (Heatmap(name, Counted(values.GetLength(1)), Counted(values.GetLength(0)), values, log), Layout);
        var (x, y) = (Named(columns, values.GetLength(1), "column"), Named(rows, values.GetLength(0), "row"));
        return figure with
        {
            Layout = layout with { XAxis = layout.XAxis with { Categories = x }, YAxis = layout.YAxis with { Categories = y, Reversed = true } },
        };

        ImmutableArray<string> Named(IEnumerable<string>? names, int count, string what)
        {
            ImmutableArray<string> all = [.. names ?? []];
            return names is null || all.Length == count ? all
                : throw new ArgumentException($"'{name}' needs one name for each {what}: got {all.Length} for {count}.", nameof(names));
        }
    }

    /// <summary>Adds a function of two variables as coloured cells, y upwards. Signed values are coloured around zero.</summary>
    /// <param name="name">What the colours mean, with the unit; it stands at the colour bar.</param>
    /// <param name="x">The x of each column, ascending.</param>
    /// <param name="y">The y of each row, ascending.</param>
    /// <param name="values">The values, rows first. NaN and ±∞ are grey.</param>
    /// <param name="log">Equal colour steps are equal ratios; for values over several powers of ten.</param>
    /// <exception cref="ArgumentException">There is not one x for each column and one y for each row, or they do not ascend.</exception>
    public Figure Heatmap(string name, IEnumerable<double> x, IEnumerable<double> y, double[,] values, bool log = false)
    {
        var (xs, ys, zs) = Gridded(name, x, y, values);
        return Add(new Heatmap { Name = name, X = xs, Y = ys, Z = zs, Log = log });
    }

    /// <summary>Adds a function of two variables as a surface seen from above: areas between contour lines, y upwards.</summary>
    /// <remarks>
    /// In Plotly it is a relief that a reader can turn, unless something else lies on it. Lines, arrows and marks added to the figure lie on
    /// the surface; what leaves it widens the axes unless they have a range.
    /// </remarks>
    /// <param name="name">What the colours mean, with the unit; it stands at the colour bar.</param>
    /// <param name="x">The x of each column, ascending.</param>
    /// <param name="y">The y of each row, ascending.</param>
    /// <param name="values">The values, rows first. NaN and ±∞ are grey.</param>
    /// <param name="log">Contour lines at equal ratios; for values over several powers of ten.</param>
    /// <exception cref="ArgumentException">There is not one x for each column and one y for each row, they do not ascend, or there are
    /// fewer than two of either.</exception>
    public Figure Surface(string name, IEnumerable<double> x, IEnumerable<double> y, double[,] values, bool log = false)
    {
        var (xs, ys, zs) = Gridded(name, x, y, values);
        if (xs.Length < 2 || ys.Length < 2)
            throw new ArgumentException($"The surface '{name}' needs at least two x and two y values, got {xs.Length} and {ys.Length}.", nameof(x));
        return Add(new Surface { Name = name, X = xs, Y = ys, Z = zs, Log = log });
    }

    private static (ImmutableArray<double> X, ImmutableArray<double> Y, ImmutableArray<ImmutableArray<double>> Z) Gridded(
        string name, IEnumerable<double> x, IEnumerable<double> y, double[,] values)
    {
        var (xs, ys) = (x.ToImmutableArray(), y.ToImmutableArray());
        if (xs.Length != values.GetLength(1) || ys.Length != values.GetLength(0))
        {
            var shape = $"{values.GetLength(0)} rows and {values.GetLength(1)} columns";
            throw new ArgumentException($"'{name}' has {shape}, but {ys.Length} y and {xs.Length} x values.", nameof(values));
        }

        if (!Ascending(xs) || !Ascending(ys)) throw new ArgumentException($"The x and the y values of '{name}' must ascend.", nameof(x));
        return (xs, ys, [.. Enumerable.Range(0, ys.Length).Select(Row)]);

        ImmutableArray<double> Row(int i) => [.. Enumerable.Range(0, xs.Length).Select(j => values[i, j])];
    }

    /// <summary>Adds complex numbers, such as eigenvalues, as points: the real part along x, the imaginary part along y.</summary>
    /// <param name="name">The name shown in the legend; "" for none.</param>
    /// <param name="values">The complex numbers.</param>
    /// <param name="like">The name of an earlier trace whose colour the points share; null gives them their own.</param>
    /// <exception cref="ArgumentException">No earlier trace has the name <paramref name="like"/>.</exception>
    public Figure Points(string name, IEnumerable<Complex> values, string? like = null)
    {
        var points = values.ToList();
        return Points(name, points.Select(value => value.Real), points.Select(value => value.Imaginary), like);
    }

    /// <summary>An empty figure of the complex plane with the unit circle, inside which the powers of an eigenvalue vanish.</summary>
    /// <param name="title">The title above the figure.</param>
    public static Figure ComplexPlane(string title) =>
        Of(title).Size(440, 460).WithEqualScale().Circle("|λ| = 1", 1).XAxis("real part").YAxis("imaginary part");

    /// <summary>Adds a circle around the origin, such as the disc that random eigenvalues fill.</summary>
    /// <param name="name">The name shown in the legend; "" for none.</param>
    /// <param name="radius">The radius.</param>
    public Figure Circle(string name, double radius)
    {
        var corners = Enumerable.Range(0, CircleCorners + 1).Select(i => double.SinCosPi(2.0 * i / CircleCorners)).ToList();
        return Add(new Scatter
        {
            Name = name,
            X = [.. corners.Select(p => radius * p.CosPi)],
            Y = [.. corners.Select(p => radius * p.SinPi)],
            Color = Palette.Muted,
            Dash = Uses(Palette.Muted) % 2 == 0 ? Dash.Dash : Dash.Dot,
            Width = 1.5,
        });
    }

    // At the sizes of a page the corners are not seen.
    private const int CircleCorners = 120;

    private static IEnumerable<double> Counted(int count) => Enumerable.Range(1, count).Select(i => (double)i);

    private static bool Ascending(ImmutableArray<double> values) =>
        values.All(double.IsFinite) && values.Zip(values.Skip(1)).All(pair => pair.First < pair.Second);
}
