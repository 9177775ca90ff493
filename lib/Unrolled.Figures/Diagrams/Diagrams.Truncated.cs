using static Unrolled.Figures.StepName;

namespace Unrolled.Figures;

public static partial class Diagrams
{
    /// <summary>Truncated backpropagation through time: the state passes from chunk to chunk, the gradient does not (chapter 03).</summary>
    /// <param name="steps">The number of steps T, from 1 to 8.</param>
    /// <param name="chunk">The length K of a chunk, from 1 to T; the last chunk may be shorter.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such number of steps or no such length.</exception>
    public static Diagram TruncatedBptt(int steps = 6, int chunk = 3)
    {
        Check(steps, 1, 8, nameof(steps));
        Check(chunk, 1, steps, nameof(chunk));
        var all = Enumerable.Range(1, steps).ToList();
        return new()
        {
            Title = Invariant($"Backpropagation through time, truncated to chunks of K = {chunk}"),
            Notes =
            [
                "Thin arrows: the forward pass, which carries the state on.",
                "Thick arrows: the gradient, which stops between chunks.",
            ],
            Description = Invariant($"A network unrolled over {steps} steps, in chunks of {chunk}. ")
                + "Each state h_t has an input x_t below it and a loss ℓ_t above it. "
                + "Thin forward arrows lead from every state to the next, also from one chunk into the next. "
                + "Thick gradient arrows lead back from every loss to its state and from state to state within a chunk. "
                + (chunk < steps
                    ? "Between two chunks the gradient arrow ends at a bar: no loss reaches a state of an earlier chunk."
                    : "There is one chunk only, so nothing is cut."),
            Name = "truncated-bptt",
            ColumnWidth = 92,
            RowHeight = 66,
            Nodes =
            [
                new(Id("h", 0), "h_0", Place(0), 1),
                .. all.SelectMany(t => (DiagramNode[])
                [
                    new(Id("x", t), Label("x", t), Place(t), 2), new(Id("h", t), Label("h", t), Place(t), 1),
                    new(Id("ℓ", t), Label("ℓ", t), Place(t), 0),
                ]),
            ],
            Edges =
            [
                .. all.SelectMany(t => (DiagramEdge[])
                [
                    new(Id("x", t), Id("h", t)),
                    new(Id("h", t), Id("ℓ", t)) { KeepsRight = true },
                    new(Id("ℓ", t), Id("h", t), "", Emphasis.Strong) { KeepsRight = true, IsGradient = true },
                ]),
                new(Id("h", 0), Id("h", 1)),
                .. all.Skip(1).SelectMany(t => (DiagramEdge[])
                [
                    new(Id("h", t - 1), Id("h", t)) { KeepsRight = true },
                    new(Id("h", t), Id("h", t - 1), "", Emphasis.Strong) { KeepsRight = true, IsGradient = true, IsCut = Cut(t) },
                ]),
            ],
            Groups = [.. all.Where(Cut).Select(Frame)],
        };

        DiagramGroup Frame(int first, int index) =>
            new(Invariant($"chunk {index + 1}"), Place(first), 0, Place(Math.Min(first + chunk - 1, steps)), 2);

        bool Cut(int t) => (t - 1) % chunk == 0;

        // A wider gap where the gradient is cut.
        double Place(int t) => t == 0 ? 0 : t + 0.45 * Math.Ceiling((double)t / chunk);
    }
}
