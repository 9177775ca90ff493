using System.Collections.Immutable;
using static Unrolled.Figures.StepName;

namespace Unrolled.Figures;

/// <summary>A row of states, with inputs below some of them and outputs above some: the unrolled network seen from far.</summary>
/// <param name="Column">The column of the first state.</param>
/// <param name="Inputs">The steps that have an input.</param>
/// <param name="Outputs">The steps that have an output.</param>
/// <param name="Row">The row of the outputs; the states stand one below, the inputs two.</param>
internal sealed record Chain(double Column, ImmutableArray<int> Inputs, ImmutableArray<int> Outputs, double Row = 0)
{
    /// <summary>Whether the arrows carry the names of the weights.</summary>
    public bool Weights { get; init; }

    /// <summary>Whether h_0 stands before the first state.</summary>
    public bool Start { get; init; }

    private int Steps => Inputs.Concat(Outputs).Max();

    public IEnumerable<DiagramNode> Nodes =>
    [
        .. Inputs.Select(t => Node("x", t, 2)),
        .. Enumerable.Range(First, Steps - First + 1).Select(t => Node("h", t, 1)),
        .. Outputs.Select(t => Node("o", t, 0)),
    ];

    public IEnumerable<DiagramEdge> Edges =>
    [
        .. Inputs.Select(t => new DiagramEdge(Here("x", t), Here("h", t), Weights ? "W_hx" : "")),
        .. Enumerable.Range(First + 1, Steps - First).Select(t => Weights
            ? new DiagramEdge(Here("h", t - 1), Here("h", t), "W_hh", Emphasis.Strong)
            : new DiagramEdge(Here("h", t - 1), Here("h", t))),
        .. Outputs.Select(t => new DiagramEdge(Here("h", t), Here("o", t), Weights ? "W_qh" : "")),
    ];

    private int First => Start ? 0 : 1;

    public string State(int step) => Here("h", step);

    public DiagramGroup Frame(string label) => Steps == 1
        ? new(label, Column - 0.5, Row, Column + 0.5, Row + 2)
        : new(label, Column, Row, Column + Steps - 1, Row + 2);

    private DiagramNode Node(string name, int step, double row) => new(Here(name, step), Label(name, step), Column + step - 1, Row + row);

    // Several chains may share a drawing, so that the place is part of the name.
    private string Here(string name, int step) => Id(name, step) + Invariant($" at {Column}, {Row}");
}
