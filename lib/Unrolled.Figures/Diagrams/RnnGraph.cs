using System.Collections.Immutable;
using static Unrolled.Figures.StepName;

namespace Unrolled.Figures;

/// <summary>The computational graph of the unrolled network: what each step computes, from what. Edges point as the forward pass goes.</summary>
/// <remarks>Per step: a_t = W_hx x_t + W_hh h_{t-1} + b_h, h_t = φ_h(a_t), z_t = W_qh h_t + b_q, o_t = φ_o(z_t), and ℓ_t of o_t.</remarks>
/// <param name="Steps">The number of steps T.</param>
/// <param name="Copies">The parameter of which every step's copy is shown; null for none.</param>
internal sealed record RnnGraph(int Steps, Quantity? Copies)
{
    // Rows, from the top.
    private const double Loss = 1, Output = 2, PreOutput = 3, State = 4, Input = 5.1;

    private bool FeedsOutput => Copies is Quantity.b_q or Quantity.W_qh;

    /// <summary>Where the sum of the copies stands: above the losses or below the inputs, on the side of the copies.</summary>
    public double SumRow => FeedsOutput ? 0 : Input + 1.15;

    public ImmutableArray<DiagramNode> Nodes =>
    [
        Node("h", 0, 0, State),
        .. Enumerable.Range(1, Steps).SelectMany(t => (DiagramNode[])
        [
            Node("x", t, 2 * t - 1.75, Input), Node("a", t, 2 * t - 1, State), Node("h", t, 2 * t, State),
            Node("z", t, 2 * t, PreOutput), Node("o", t, 2 * t, Output), Node("ℓ", t, 2 * t, Loss),
        ]),
        .. Copies is { } name
            ? Enumerable.Range(1, Steps).Select(t => Copy($"{name}", t))
            : [],
    ];

    public ImmutableArray<(string From, string To)> Edges =>
    [
        .. Enumerable.Range(1, Steps).SelectMany(t => ((string, string)[])
        [
            (Id("x", t), Id("a", t)), (Id("h", t - 1), Id("a", t)), (Id("a", t), Id("h", t)),
            (Id("h", t), Id("z", t)), (Id("z", t), Id("o", t)), (Id("o", t), Id("ℓ", t)),
        ]),
        .. Copies is { } name ? Enumerable.Range(1, Steps).Select(t => (Id($"{name}", t), Id(FeedsOutput ? "z" : "a", t))) : [],
    ];

    /// <summary>The edges that lie on a path from one of the sources to a loss: those through which their gradient comes.</summary>
    public HashSet<(string From, string To)> PathsToLosses(IEnumerable<string> sources)
    {
        var after = Reached(sources, forward: true);
        var before = Reached(Enumerable.Range(1, Steps).Select(t => Id("ℓ", t)), forward: false);
        return [.. Edges.Where(edge => after.Contains(edge.From) && before.Contains(edge.To))];
    }

    private HashSet<string> Reached(IEnumerable<string> starts, bool forward)
    {
        var edges = Edges.ToLookup(edge => forward ? edge.From : edge.To, edge => forward ? edge.To : edge.From);
        var reached = new HashSet<string>();
        var next = new Stack<string>(starts);
        while (next.TryPop(out var id))
        {
            if (!reached.Add(id)) continue;
            foreach (var neighbour in edges[id]) next.Push(neighbour);
        }

        return reached;
    }

    private DiagramNode Copy(string name, int step) =>
        new(Id(name, step), name, 2 * step - 1, FeedsOutput ? PreOutput : Input, NodeKind.Parameter);

    private static DiagramNode Node(string name, int step, double column, double row) =>
        new(Id(name, step), Label(name, step), column, row);
}
