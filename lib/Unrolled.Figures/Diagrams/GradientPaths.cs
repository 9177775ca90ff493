using System.Collections.Immutable;
using static Unrolled.Figures.StepName;

namespace Unrolled.Figures;

/// <summary>The seven diagrams of chapter 03: along which arrows the gradient of a quantity comes back from the losses.</summary>
internal static class GradientPaths
{
    private const string Sum = "sum";

    public static Diagram Of(Quantity quantity, int steps, int? step)
    {
        var isParameter = quantity is not (Quantity.o_t or Quantity.h_t);
        if (steps is < 1 or > 6)
            throw new ArgumentOutOfRangeException(nameof(steps), steps, "A gradient path is drawn over 1 to 6 steps; more do not fit on a page.");
        if (isParameter && step is not null)
            throw new ArgumentException(
                $"The gradient of {quantity} sums over all steps, so no single step can be chosen; leave 'step' out.", nameof(step));
        if (step is < 1 || step > steps)
            throw new ArgumentOutOfRangeException(nameof(step), step,
                Invariant($"{quantity} exists for the steps 1 to {steps}."));

        var at = step ?? (steps + 1) / 2;
        var graph = new RnnGraph(steps, isParameter ? quantity : null);
        ImmutableArray<string> sources = isParameter
            ? [.. Enumerable.Range(1, steps).Select(t => Id($"{quantity}", t))]
            : [Id($"{quantity}"[..1], at)];
        var paths = graph.PathsToLosses(sources);
        // What reaches h_t from later steps comes through the next pre-activation.
        var future = quantity == Quantity.h_t && at < steps ? graph.PathsToLosses([Id("a", at + 1)]) : [];
        if (quantity == Quantity.h_t && at < steps) future.Add((sources[0], Id("a", at + 1)));

        var diagram = new Diagram
        {
            Title = $"How the gradient reaches {Name(quantity, at)}",
            Notes = [$"{Formula(quantity, at, steps)}", "L = Σ_t w_t ℓ_t. Thick arrows: the gradient; thin arrows: the forward pass."],
            Description = Words(quantity, at, steps),
            Name = $"gradient-path-{$"{quantity}".Replace('_', '-').ToLowerInvariant()}",
            Nodes = [.. graph.Nodes.Select(node => node with { Emphasis = On(node.Id) })],
            Edges =
            [
                .. graph.Edges.Select(edge =>
                    new DiagramEdge(edge.From, edge.To, Emphasis: Emphasis.Faded) { KeepsRight = paths.Contains(edge) }),
                .. graph.Edges.Where(paths.Contains).Select(Back),
            ],
        };
        return isParameter ? Summed(diagram, graph, quantity, sources) : diagram;

        DiagramEdge Back((string From, string To) edge) =>
            new(edge.To, edge.From, Branch(edge), future.Contains(edge) ? Emphasis.Second : Emphasis.Strong) { IsGradient = true, KeepsRight = true };

        Emphasis On(string id) =>
            sources.Contains(id) ? Emphasis.Strong
            : paths.Any(edge => edge.From == id || edge.To == id) ? Emphasis.None
            : Emphasis.Faded;

        string Branch((string From, string To) edge) =>
            quantity != Quantity.h_t || edge.From != sources[0] ? "" : future.Contains(edge) ? "future" : "present";
    }

    private static Diagram Summed(Diagram diagram, RnnGraph graph, Quantity quantity, ImmutableArray<string> copies) => diagram with
    {
        Nodes = diagram.Nodes.Add(new(Sum, $"Σ over the steps = ∂L/∂{quantity}", graph.Steps, graph.SumRow, NodeKind.Bar, Emphasis.Strong)
        {
            Span = 2 * graph.Steps - 2,
        }),
        Edges = diagram.Edges.AddRange(copies.Select(copy => new DiagramEdge(copy, Sum, Emphasis: Emphasis.Strong) { IsGradient = true })),
    };

    private static string Name(Quantity quantity, int at) => quantity switch
    {
        Quantity.o_t or Quantity.h_t => Label($"{quantity}"[..1], at),
        _ => $"{quantity}",
    };

    private static string Formula(Quantity quantity, int at, int steps) => quantity switch
    {
        Quantity.o_t => Invariant($"∂L/∂o_{at} = w_{at} ∂ℓ_{at}/∂o_{at}"),
        Quantity.b_q => "∂L/∂b_q = Σ_t δz_t",
        Quantity.W_qh => "∂L/∂W_qh = Σ_t δz_t h_t^T",
        Quantity.h_t when at == steps => Invariant($"∂L/∂h_{at} = W_qh^T δz_{at}, for no later step follows"),
        Quantity.h_t => Invariant($"∂L/∂h_{at} = W_qh^T δz_{at} + W_hh^T δa_{at + 1}"),
        Quantity.W_hx => "∂L/∂W_hx = Σ_t δa_t x_t^T",
        Quantity.W_hh => "∂L/∂W_hh = Σ_t δa_t h_{t-1}^T. The copy at t = 1 adds nothing, since h_0 = 0",
        _ => "∂L/∂b_h = Σ_t δa_t",
    };

    private static string Words(Quantity quantity, int at, int steps)
    {
        var t = Invariant($"{at}");
        var next = Invariant($"{at + 1}");
        var intro = Invariant(
            $"The network unrolled over {steps} step{(steps == 1 ? "" : "s")}, drawn from the inputs x_t below ")
            + "through a_t, h_t, z_t and o_t up to the losses ℓ_t; h_0 = 0. ";
        var toState = steps == 1
            ? "From the loss the gradient goes back through o_1, z_1 and h_1 to a_1, "
            : "From every loss the gradient goes back through o_t, z_t and h_t to a_t, and from each a_{t+1} on to h_t, "
                + "so ∂L/∂h_t collects the loss of step t and of all later steps. From every a_t it reaches ";
        return intro + quantity switch
        {
            Quantity.o_t => $"The gradient of o_{t} comes from the loss ℓ_{t} alone, in one arrow.",
            Quantity.h_t when at == steps =>
                $"The gradient of h_{t}, the last state, comes back by the present branch alone: ℓ_{t}, o_{t}, z_{t}, h_{t}.",
            Quantity.h_t => $"The gradient of h_{t} is the sum of two branches: the present one comes from ℓ_{t} through "
                + $"o_{t} and z_{t}, the future one from all later losses through a_{next}.",
            Quantity.b_q or Quantity.W_qh => $"From each loss ℓ_t the gradient goes back through o_t and z_t to the copy of {quantity} "
                + "at the same step; no arrow runs between steps.",
            _ when steps == 1 => toState + $"and on to the copy of {quantity}.",
            _ => toState + $"the copy of {quantity} at step t.",
        } + (quantity is Quantity.o_t or Quantity.h_t ? "" : " All copies are one parameter, so their gradients are summed.");
    }
}
