using System.Collections.Immutable;

namespace Unrolled.Figures;

/// <summary>A drawing of nodes and arrows on a grid. <see cref="Diagrams"/> makes those of the course.</summary>
/// <remarks>
/// A diagram is the value of a notebook cell, and shows as SVG and as text:
/// <code>
/// Diagrams.GradientPath(Quantity.W_hh, steps: 4)
/// </code>
/// </remarks>
[TypeFormatterSource(typeof(DiagramFormatters), PreferredMimeTypes = [MimeTypes.Svg, MimeTypes.Text])]
public sealed record Diagram : IPicture
{
    /// <summary>The title above the drawing.</summary>
    public string Title { get; init; } = "";

    /// <summary>Lines under the title: a formula, how to read the arrows.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>The drawing in words, for readers who do not see it.</summary>
    public string Description { get; init; } = "";

    /// <summary>The name by which slides find the diagram: <c>data-name</c> on the root element.</summary>
    public string Name { get; init; } = "";

    /// <summary>The width of a column in pixels.</summary>
    public double ColumnWidth { get; init; } = 80;

    /// <summary>The height of a row in pixels.</summary>
    public double RowHeight { get; init; } = 58;

    /// <summary>The nodes.</summary>
    public ImmutableArray<DiagramNode> Nodes { get; init; } = [];

    /// <summary>The arrows between them.</summary>
    public ImmutableArray<DiagramEdge> Edges { get; init; } = [];

    /// <summary>The frames behind them.</summary>
    public ImmutableArray<DiagramGroup> Groups { get; init; } = [];

    /// <summary>The same diagram under a name by which slides and tests find it.</summary>
    /// <param name="name">Lower-case letters, digits, dots and hyphens, such as "gradient-path-w-hh".</param>
    /// <exception cref="ArgumentException">The name holds other characters.</exception>
    public Diagram Named(string name) => this with { Name = Names.Checked(name) };

    /// <summary>The diagram as a self-contained SVG image (<c>image/svg+xml</c>).</summary>
    public string ToSvg() => DiagramRenderer.Render(this);

    /// <summary>The diagram in a page: its SVG.</summary>
    public string ToHtml() => ToSvg();

    /// <summary>The diagram in words: the alt text.</summary>
    public override string ToString() => string.Join('\n', [Title, Description, .. Notes]);
}
