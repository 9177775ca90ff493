using static Unrolled.Figures.StepName;

namespace Unrolled.Figures;

public static partial class Diagrams
{
    /// <summary>Every operation of one or two steps of the forward pass, from inputs and parameters to the loss (chapter 02).</summary>
    /// <param name="steps">One step or two.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such number of steps.</exception>
    public static Diagram ComputationalGraph(int steps = 1)
    {
        Check(steps, 1, 2, nameof(steps));
        var all = Enumerable.Range(1, steps).ToList();
        return new()
        {
            Title = Invariant($"The computational graph of {(steps == 1 ? "one step" : "two steps")}"),
            Notes =
            [
                "a_t = W_hx x_t + W_hh h_{t-1} + b_h,   h_t = φ_h(a_t)",
                "z_t = W_qh h_t + b_q,   o_t = φ_o(z_t)",
                "Square corners: parameters" + (steps == 1 ? "." : ", the same at both steps."),
            ],
            Description = "From left to right the state: h_{t-1} is multiplied by W_hh; the product W_hx x_t, which comes from below, "
                + "and b_h are added, which gives a_t; φ_h makes it h_t. "
                + "From h_t upward the output: it is multiplied by W_qh, b_q is added, which gives z_t, φ_o makes it o_t, "
                + "and o_t is compared with the target y_t in the loss ℓ_t. "
                + (steps == 1
                    ? "One step is drawn, from h_0 to h_1."
                    : "Two steps are drawn, with the same parameters: h_1 enters the second as h_0 entered the first. Both losses go into L."),
            Name = "computational-graph",
            ColumnWidth = 76,
            RowHeight = 56,
            Nodes =
            [
                new(Id("h", 0), "h_0", 0, 6), .. all.SelectMany(StepNodes),
                .. steps == 2 ? (DiagramNode[])[new("L", "L = w_1 ℓ_1 + w_2 ℓ_2", 6, 0, NodeKind.Bar) { Span = 4 }] : [],
            ],
            Edges = [.. all.SelectMany(StepEdges), .. steps == 2 ? all.Select(t => new DiagramEdge(Id("ℓ", t), "L")) : []],
        };
    }

    private static DiagramNode[] StepNodes(int t)
    {
        var left = 4.0 * (t - 1);
        return
        [
            Operation("W_hh×", "×", 1, 6), Operation("a+", "+", 2, 6), Operation("W_hx×", "×", 2, 7), Operation("W_qh×", "×", 4, 5),
            Operation("z+", "+", 4, 4),
            Parameter("W_hh", 1, 5), Parameter("b_h", 2, 5), Parameter("W_hx", 1, 7), Parameter("W_qh", 3, 5), Parameter("b_q", 3, 4),
            new(Id("φ_h", t), "φ_h", left + 3, 6, NodeKind.Function), new(Id("φ_o", t), "φ_o", left + 4, 3, NodeKind.Function),
            Variable("x", 2, 8), Variable("h", 4, 6), Variable("o", 4, 2), Variable("ℓ", 4, 1), Variable("y", 3, 1),
        ];

        DiagramNode Operation(string id, string sign, double column, double row) =>
            new(Id(id, t), sign, left + column, row, NodeKind.Operation);
        DiagramNode Parameter(string name, double column, double row) => new(Id(name, t), name, left + column, row, NodeKind.Parameter);
        DiagramNode Variable(string name, double column, double row) => new(Id(name, t), Label(name, t), left + column, row);
    }

    private static DiagramEdge[] StepEdges(int t) =>
    [
        new(Id("h", t - 1), Id("W_hh×", t)), new(Id("W_hh", t), Id("W_hh×", t)), new(Id("W_hh×", t), Id("a+", t)),
        new(Id("b_h", t), Id("a+", t)),
        new(Id("x", t), Id("W_hx×", t)), new(Id("W_hx", t), Id("W_hx×", t)), new(Id("W_hx×", t), Id("a+", t)),
        new(Id("a+", t), Id("φ_h", t), Label("a", t)), new(Id("φ_h", t), Id("h", t)),
        new(Id("h", t), Id("W_qh×", t)), new(Id("W_qh", t), Id("W_qh×", t)), new(Id("W_qh×", t), Id("z+", t)),
        new(Id("b_q", t), Id("z+", t)),
        new(Id("z+", t), Id("φ_o", t), Label("z", t)), new(Id("φ_o", t), Id("o", t)), new(Id("o", t), Id("ℓ", t)),
        new(Id("y", t), Id("ℓ", t)),
    ];
}
