using System.Collections.Immutable;

namespace Unrolled.Figures;

/// <summary>Runs of a sweep as lines across parallel axes, one axis for each setting or result, coloured by one of them.</summary>
/// <remarks>
/// The line of the run with the lowest value is the darkest and lies on top: it is usually a loss.
/// <code>
/// ParallelCoordinates.Of("Sweep of 48 runs")
///     .Axis("learning rate", rates, log: true).Axis("initialisation", names).Axis("final loss", losses, log: true)
///     .ColoredBy("final loss").Named("sweep")
/// </code>
/// </remarks>
[TypeFormatterSource(typeof(ParallelFormatters), PreferredMimeTypes = [MimeTypes.Svg, MimeTypes.Plotly, MimeTypes.Text])]
public sealed record ParallelCoordinates : IPicture
{
    /// <summary>The title above the picture.</summary>
    public string Title { get; init; } = "";

    /// <summary>The name by which slides find the picture.</summary>
    public string Name { get; init; } = "";

    /// <summary>The axes, from left to right.</summary>
    public ImmutableArray<ParallelAxis> Axes { get; init; } = [];

    /// <summary>The title of the axis whose values colour the runs; "" for the last one that has numbers.</summary>
    public string ColorAxis { get; init; } = "";

    /// <summary>The width in pixels. It grows where the axes would stand too close for their labels.</summary>
    public int Width { get; init; } = 800;

    /// <summary>The height in pixels.</summary>
    public int Height { get; init; } = 400;

    /// <summary>A picture without axes, to which they are added.</summary>
    /// <param name="title">The title above the picture.</param>
    public static ParallelCoordinates Of(string title) => new() { Title = title };

    /// <summary>Adds an axis of numbers.</summary>
    /// <param name="title">What it measures, with the unit.</param>
    /// <param name="values">One value for each run. NaN, ±∞ and what a logarithmic axis cannot show stand above the axis.</param>
    /// <param name="log">A logarithmic axis.</param>
    /// <exception cref="ArgumentException">There is not one value for each run, or the title is another axis's.</exception>
    public ParallelCoordinates Axis(string title, IEnumerable<double> values, bool log = false) =>
        Add(new() { Title = title, Type = log ? AxisType.Log : AxisType.Linear, Values = [.. values] });

    /// <summary>Adds an axis of names, in the order in which they first come.</summary>
    /// <param name="title">What is named: "initialisation".</param>
    /// <param name="values">One name for each run.</param>
    /// <exception cref="ArgumentException">There is not one name for each run, or the title is another axis's.</exception>
    public ParallelCoordinates Axis(string title, IEnumerable<string> values)
    {
        var names = values.ToList();
        ImmutableArray<string> categories = [.. names.Distinct()];
        return Add(new() { Title = title, Categories = categories, Values = [.. names.Select(name => categories.IndexOf(name) + 1.0)] });
    }

    /// <summary>Colours the runs by the values of an axis; else the last axis of numbers colours them.</summary>
    /// <param name="title">The title of an axis of numbers.</param>
    /// <exception cref="ArgumentException">No axis of numbers has this title.</exception>
    public ParallelCoordinates ColoredBy(string title)
    {
        var numbers = Axes.Where(axis => axis.Categories.Length == 0).Select(axis => axis.Title).ToList();
        return numbers.Contains(title) ? this with { ColorAxis = title }
            : throw new ArgumentException($"Runs are coloured by an axis of numbers; '{title}' is none of: {string.Join(", ", numbers)}.", nameof(title));
    }

    /// <summary>Sets the size; 800 × 400 unless told.</summary>
    /// <param name="width">The width in pixels, at least 240.</param>
    /// <param name="height">The height in pixels, at least 160.</param>
    /// <exception cref="ArgumentOutOfRangeException">A picture with readable labels does not fit into so few pixels.</exception>
    public ParallelCoordinates Size(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, Figure.LeastWidth);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, Figure.LeastHeight);
        return this with { Width = width, Height = height };
    }

    /// <summary>The same picture under a name by which slides and tests find it.</summary>
    /// <param name="name">Lower-case letters, digits, dots and hyphens, such as "sweep".</param>
    /// <exception cref="ArgumentException">The name holds other characters.</exception>
    public ParallelCoordinates Named(string name) => this with { Name = Names.Checked(name) };

    /// <summary>The picture as a self-contained SVG image (<c>image/svg+xml</c>).</summary>
    public string ToSvg() => ParallelRenderer.Render(this);

    /// <summary>The picture in a page: its SVG.</summary>
    public string ToHtml() => ToSvg();

    /// <summary>The picture as Plotly JSON, a <c>parcoords</c> trace (<c>application/vnd.plotly.v1+json</c>).</summary>
    public string ToPlotlyJson() => PlotlyParallel.Render(this);

    /// <summary>The axes, and the settings of the runs with the lowest and the highest value: the alt text.</summary>
    public override string ToString() => ParallelText.Of(this);

    /// <summary>The number of runs.</summary>
    internal int Runs => Axes.IsEmpty ? 0 : Axes[0].Values.Length;

    /// <summary>The axis that colours the runs; null when there is none of numbers.</summary>
    internal ParallelAxis? Coloring =>
        Axes.LastOrDefault(axis => axis.Categories.Length == 0 && (ColorAxis.Length == 0 || axis.Title == ColorAxis));

    private ParallelCoordinates Add(ParallelAxis axis)
    {
        if (Axes.Any(other => other.Title == axis.Title)) throw new ArgumentException($"There are two axes '{axis.Title}'.", nameof(axis));
        if (Axes.Length > 0 && axis.Values.Length != Runs)
            throw new ArgumentException(
                $"'{axis.Title}' needs one value for each run: got {axis.Values.Length}, but '{Axes[0].Title}' has {Runs}.", nameof(axis));
        return this with { Axes = Axes.Add(axis) };
    }
}
