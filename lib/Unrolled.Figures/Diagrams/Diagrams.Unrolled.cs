using static Unrolled.Figures.StepName;

namespace Unrolled.Figures;

public static partial class Diagrams
{
    /// <summary>The network with its cycle, and the same network unrolled over the steps, side by side (chapter 01).</summary>
    /// <param name="steps">The number of steps T, from 1 to 5.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such number of steps.</exception>
    public static Diagram Unrolling(int steps = 4)
    {
        Check(steps, 1, 5, nameof(steps));
        const double Equals = 1.3, First = 2.1;
        var chain = new Chain(First + 1, [.. Enumerable.Range(1, steps)], [.. Enumerable.Range(1, steps)]) { Weights = true, Start = true };
        return new()
        {
            Title = "A recurrent network, and the same network unrolled",
            Notes = ["h_t = φ_h(W_hx x_t + W_hh h_{t-1} + b_h). The weights are the same at every step."],
            Description = "On the left one cell: the input x_t enters the state h_t through W_hx, the output o_t leaves it through W_qh, "
                + "and a cycle through W_hh leads from h_t back to itself, one step later. "
                + $"On the right the cycle is unrolled: the states h_0 to {Label("h", steps)} stand in a row, "
                + "each leads to the next through W_hh, "
                + "and at every step after h_0 an input enters and an output leaves through the same W_hx and W_qh.",
            Name = "rnn-unrolled",
            ColumnWidth = 92,
            RowHeight = 74,
            Nodes =
            [
                new("x", "x_t", 0, 2), new("h", "h_t", 0, 1), new("o", "o_t", 0, 0), new("is", "=", Equals, 1, NodeKind.Words),
                .. chain.Nodes,
            ],
            Edges =
            [
                new("x", "h", "W_hx"), new("h", "o", "W_qh"),
                new("h", "h", "W_hh", Emphasis.Strong) { Via = [(0.36, 0.68), (0.66, 0.68), (0.66, 1.32), (0.36, 1.32)] },
                .. chain.Edges,
            ],
        };
    }

    /// <summary>The five ways to use a recurrent network, by which steps have an input and which an output (chapter 01).</summary>
    public static Diagram UsagePatterns()
    {
        const double Below = 3.6;
        (string Name, Chain Chain)[] patterns =
        [
            ("one to one", new(0.5, [1], [1])), ("one to many", new(2, [1], [1, 2, 3])), ("many to one", new(5, [1, 2, 3], [3])),
            ("many to many, equal", new(0, [1, 2, 3], [1, 2, 3], Below)),
            ("many to many, unequal: encoder, then decoder", new(3, [1, 2, 3], [4, 5], Below)),
        ];
        return new()
        {
            Title = "Five ways to use a recurrent network",
            Notes = ["From below: inputs x_t, states h_t, outputs o_t. The horizontal arrows are the recurrence."],
            Description = "Five small networks, each a row of states with inputs below and outputs above. "
                + "One to one: a single input, state and output, with no recurrence, which is a multilayer perceptron. "
                + "One to many: an input at the first step only, an output at each of three steps. "
                + "Many to one: an input at each of three steps, an output at the last only. "
                + "Many to many of equal length: an input and an output at each of three steps. "
                + "Many to many of unequal length: inputs at the steps 1 to 3, outputs at the steps 4 and 5: "
                + "an encoder reads before a decoder writes.",
            Name = "usage-patterns",
            ColumnWidth = 76,
            RowHeight = 58,
            Nodes = [.. patterns.SelectMany(pattern => pattern.Chain.Nodes)],
            Edges = [.. patterns.SelectMany(pattern => pattern.Chain.Edges)],
            Groups = [.. patterns.Select(pattern => pattern.Chain.Frame(pattern.Name))],
        };
    }

    /// <summary>An encoder that reads the whole input before a decoder writes, each output fed back as an input (chapter 01).</summary>
    /// <param name="inputs">The number of inputs, from 1 to 4.</param>
    /// <param name="outputs">The number of outputs, from 1 to 4.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such number of inputs or outputs.</exception>
    public static Diagram EncoderDecoder(int inputs = 3, int outputs = 3)
    {
        Check(inputs, 1, 4, nameof(inputs));
        Check(outputs, 1, 4, nameof(outputs));
        var encoder = new Chain(1, [.. Enumerable.Range(1, inputs)], []) { Start = true };
        var first = inputs + 1.5;
        var steps = Enumerable.Range(1, outputs).ToList();
        return new()
        {
            Title = "Encoder and decoder",
            Notes = ["All that the decoder learns of the input passes through one vector, the last state of the encoder."],
            Description = $"On the left an encoder reads {Through("x", inputs)} into {Through("h", inputs)} and gives no output. "
                + $"A thick arrow, the only link, leads from its last state {Label("h", inputs)} to s_1 in the decoder on the right. "
                + $"The decoder has the states {Through("s", outputs)} and gives {Through("o", outputs)}. "
                + "It starts from a start symbol, and each output is fed back as the input of its next step.",
            Name = "encoder-decoder",
            RowHeight = 66,
            Nodes =
            [
                .. encoder.Nodes,
                new("start", "start", first, 2, NodeKind.Function),
                .. steps.Select(t => new DiagramNode(Id("s", t), Label("s", t), first + 1.25 * (t - 1), 1)),
                .. steps.Select(t => new DiagramNode(Id("o", t), Label("o", t), first + 1.25 * (t - 1), 0)),
            ],
            Edges =
            [
                .. encoder.Edges,
                new(encoder.State(inputs), Id("s", 1), "", Emphasis.Strong), new("start", Id("s", 1)),
                .. steps.Select(t => new DiagramEdge(Id("s", t), Id("o", t))),
                .. steps.Skip(1).SelectMany(t => (DiagramEdge[])[new(Id("s", t - 1), Id("s", t)), new(Id("o", t - 1), Id("s", t))]),
            ],
            Groups = [new("encoder", 0, 1, inputs, 2), new("decoder", first, 0, first + 1.25 * (outputs - 1), 2)],
        };
    }

    private static void Check(int count, int least, int most, string name)
    {
        if (count < least || count > most)
            throw new ArgumentOutOfRangeException(name, count,
                Invariant($"This diagram is drawn for {name} from {least} to {most}; more do not fit on a page."));
    }

    private static string Through(string name, int last) => last == 1 ? Label(name, 1) : $"{Label(name, 1)} to {Label(name, last)}";
}
