using System.Collections.Immutable;

namespace Unrolled.Figures;

/// <summary>What a node of a diagram is, and so how it is drawn.</summary>
public enum NodeKind
{
    /// <summary>A quantity that differs from step to step: x_t, a_t, h_t. A circle.</summary>
    Variable,

    /// <summary>A copy of a parameter. A square box.</summary>
    Parameter,

    /// <summary>A function such as σ or tanh. A round-cornered box.</summary>
    Function,

    /// <summary>An elementwise product or a sum: ⊙, +. A small circle.</summary>
    Operation,

    /// <summary>Something that reaches over several columns, such as a sum over all steps. A wide box.</summary>
    Bar,

    /// <summary>Where a line branches. A dot.</summary>
    Junction,

    /// <summary>Words without an outline.</summary>
    Words,
}

/// <summary>How much a node or an edge stands out.</summary>
public enum Emphasis
{
    /// <summary>Drawn in ink.</summary>
    None,

    /// <summary>The subject of the diagram: thick and vermilion.</summary>
    Strong,

    /// <summary>A second subject, beside the first: thick and blue.</summary>
    Second,

    /// <summary>Stays behind: grey.</summary>
    Faded,
}

/// <summary>A node on the grid of a diagram.</summary>
/// <param name="Id">The name by which edges find it.</param>
/// <param name="Label">What stands in it, with subscripts as in W_hh.</param>
/// <param name="Column">Its place from the left, in columns. Fractions are allowed.</param>
/// <param name="Row">Its place from the top, in rows. Fractions are allowed.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Emphasis">How much it stands out.</param>
public sealed record DiagramNode(string Id, string Label, double Column, double Row, NodeKind Kind = NodeKind.Variable,
    Emphasis Emphasis = Emphasis.None)
{
    /// <summary>A second, smaller line in the node, such as "forget" under σ.</summary>
    public string Caption { get; init; } = "";

    /// <summary>How many columns a <see cref="NodeKind.Bar"/> reaches over.</summary>
    public double Span { get; init; }
}

/// <summary>An arrow from the border of one node to the border of another.</summary>
/// <param name="From">The id of the node at which it starts.</param>
/// <param name="To">The id of the node to which it points.</param>
/// <param name="Label">What stands beside it.</param>
/// <param name="Emphasis">How much it stands out.</param>
public sealed record DiagramEdge(string From, string To, string Label = "", Emphasis Emphasis = Emphasis.None)
{
    /// <summary>Whether it carries a gradient, against the direction of the forward pass.</summary>
    public bool IsGradient { get; init; }

    /// <summary>Whether it keeps to its right, because another edge runs between the same nodes.</summary>
    public bool KeepsRight { get; init; }

    /// <summary>Whether it ends half-way, at a bar: nothing passes.</summary>
    public bool IsCut { get; init; }

    /// <summary>The corners on its way, as (column, row).</summary>
    public ImmutableArray<(double Column, double Row)> Via { get; init; } = [];
}

/// <summary>A frame around all nodes from one corner of the grid to another.</summary>
/// <param name="Label">What stands at its upper left.</param>
/// <param name="Left">The leftmost column.</param>
/// <param name="Top">The uppermost row.</param>
/// <param name="Right">The rightmost column.</param>
/// <param name="Bottom">The lowest row.</param>
public sealed record DiagramGroup(string Label, double Left, double Top, double Right, double Bottom);
