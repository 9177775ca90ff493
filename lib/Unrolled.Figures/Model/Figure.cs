using System.Collections.Immutable;

namespace Unrolled.Figures;

/// <summary>A picture of numbers, in Plotly's vocabulary: traces and a layout.</summary>
/// <remarks>
/// A figure is the value of a notebook cell. It shows as SVG, as Plotly JSON where a front end can draw it, and always as text:
/// <code>
/// Figure.Of("One window of 20 prices")
///     .Line("scaled price", x)
///     .Line("prediction", o, dashed: true)
///     .XAxis("step t")
///     .YAxis("price (scaled to [0, 1])")
///     .Named("window")
/// </code>
/// Labels set <c>W_hh</c>, <c>h_{t-1}</c> and <c>10^{-3}</c> with subscripts and superscripts.
/// </remarks>
[TypeFormatterSource(typeof(FigureFormatters), PreferredMimeTypes = [MimeTypes.Svg, MimeTypes.Plotly, MimeTypes.Text])]
public sealed partial record Figure : IPicture
{
    /// <summary>The traces, first drawn first.</summary>
    public ImmutableArray<Trace> Data { get; init; } = [];

    /// <summary>Titles, axes, reference lines and size.</summary>
    public Layout Layout { get; init; } = new();

    /// <summary>An empty figure with a title, to which traces are added.</summary>
    /// <param name="title">The title above the figure.</param>
    public static Figure Of(string title) => new() { Layout = new() { Title = title } };

    /// <summary>The same figure under a name by which slides and tests find it.</summary>
    /// <param name="name">Lower-case letters, digits, dots and hyphens, such as "gradient-vs-lag".</param>
    /// <exception cref="ArgumentException">The name holds other characters.</exception>
    public Figure Named(string name) => this with { Layout = Layout with { Name = Names.Checked(name) } };

    /// <summary>The figure as a self-contained SVG image (<c>image/svg+xml</c>).</summary>
    public string ToSvg() => SvgRenderer.Render(this);

    /// <summary>The figure in a page: its SVG.</summary>
    public string ToHtml() => ToSvg();

    /// <summary>The figure as Plotly JSON (<c>application/vnd.plotly.v1+json</c>): an object with data and layout.</summary>
    public string ToPlotlyJson() => PlotlyJson.Render(this);

    /// <summary>The figure in words and numbers: the alt text.</summary>
    public override string ToString() => AltText.Of(this);
}
