using System.Collections.Immutable;

namespace Unrolled.Figures;

/// <summary>Values over a grid: one for each x and each y. Its name stands at the colour bar.</summary>
public abstract record Field : Trace
{
    private protected Field()
    {
    }

    /// <summary>The x of each column, ascending.</summary>
    public ImmutableArray<double> X { get; init; } = [];

    /// <summary>The y of each row, ascending.</summary>
    public ImmutableArray<double> Y { get; init; } = [];

    /// <summary>The values, rows first; one row for each y, one entry for each x. NaN is drawn grey.</summary>
    public ImmutableArray<ImmutableArray<double>> Z { get; init; } = [];

    /// <summary>Whether equal colour steps are equal ratios.</summary>
    public bool Log { get; init; }

    /// <summary>The values as colours see them: their logarithms on a logarithmic scale. What has no colour is NaN.</summary>
    internal IEnumerable<IReadOnlyList<double>> Straight()
    {
        var type = Log ? AxisType.Log : AxisType.Linear;
        return Z.Select(row => row.Select(z => Scale.CanShow(type, z) ? Scale.Straight(type, z) : double.NaN).ToArray());
    }
}

/// <summary>A field as coloured cells, such as a matrix. X and y are the middles of the cells.</summary>
/// <remarks>Plotly's <c>heatmap</c> trace.</remarks>
public sealed record Heatmap : Field;

/// <summary>A field as a smooth surface, such as an error over two parameters: areas between contour lines.</summary>
/// <remarks>Plotly's <c>surface</c> trace, which a reader can turn; its <c>contour</c> trace where something else lies on it.</remarks>
public sealed record Surface : Field;
