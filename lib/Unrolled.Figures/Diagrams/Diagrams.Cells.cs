namespace Unrolled.Figures;

public static partial class Diagrams
{
    // Rows: the direct path on top (0), the products, the gates, and what feeds them.
    private const double Products = 1.4, Gates = 2.6, Joined = 3.65, Inputs = 4.7;

    /// <summary>The LSTM cell with its gates, and the direct path of c_t (chapter 06).</summary>
    public static Diagram LstmCell() => new()
    {
        Title = "The LSTM cell",
        Notes = ["c_t = f_t ⊙ c_{t-1} + i_t ⊙ c̃_t,   h_t = o_t ⊙ tanh(c_t). Thick: the direct path of c_t, "
            + "on which no weight matrix stands."],
        Description = "The direct path runs along the top: c_{t-1} is multiplied by the forget gate f_t, then i_t ⊙ c̃_t is added, "
            + "which gives c_t; no weight matrix stands on this path. "
            + "Below, h_{t-1} and x_t together feed four boxes: σ gives the forget gate f_t, σ the input gate i_t, "
            + "tanh the candidate c̃_t, σ the output gate o_t. "
            + "i_t and c̃_t are multiplied before they are added to the path. On the right a branch of c_t passes through tanh, "
            + "is multiplied by o_t, and leaves as h_t.",
        Name = "lstm-cell",
        ColumnWidth = 96,
        RowHeight = 66,
        Nodes =
        [
            new("c'", "c_{t-1}", 0, 0, Emphasis: Emphasis.Strong), new("f⊙", "⊙", 1.2, 0, NodeKind.Operation, Emphasis.Strong),
            new("+", "+", 3.2, 0, NodeKind.Operation, Emphasis.Strong),
            new("branch", "", 5.2, 0, NodeKind.Junction, Emphasis.Strong), new("c", "c_t", 6.4, 0, Emphasis: Emphasis.Strong),
            new("i⊙", "⊙", 3.2, Products, NodeKind.Operation), new("tanh", "tanh", 5.2, Products / 2, NodeKind.Function),
            new("o⊙", "⊙", 5.2, Products, NodeKind.Operation), new("h", "h_t", 6.4, Products),
            Gate("f", "σ", "forget", 1.2), Gate("i", "σ", "input", 2.2), Gate("c̃", "tanh", "candidate", 3.2),
            Gate("o", "σ", "output", 4.2),
            new("in", "[h_{t-1}, x_t]", 2.7, Joined, NodeKind.Bar) { Span = 3 }, new("h'", "h_{t-1}", 0, Joined),
            new("x", "x_t", 2.7, Inputs),
        ],
        Edges =
        [
            new("c'", "f⊙", "", Emphasis.Strong), new("f⊙", "+", "", Emphasis.Strong), new("+", "branch", "", Emphasis.Strong),
            new("branch", "c", "", Emphasis.Strong),
            new("h'", "in"), new("x", "in"), new("in", "f"), new("in", "i"), new("in", "c̃"), new("in", "o"),
            new("f", "f⊙", "f_t"), new("i", "i⊙", "i_t") { Via = [(2.2, Products)] }, new("c̃", "i⊙", "c̃_t"), new("i⊙", "+"),
            new("o", "o⊙", "o_t") { Via = [(4.2, Products)] }, new("branch", "tanh"), new("tanh", "o⊙"), new("o⊙", "h"),
        ],
        Groups = [new("", 0.9, -0.05, 5.5, Joined + 0.05)],
    };

    /// <summary>The GRU cell with its gates, and the direct path of h_t (chapter 06).</summary>
    public static Diagram GruCell() => new()
    {
        Title = "The GRU cell",
        Notes = ["h_t = (1 − z_t) ⊙ h_{t-1} + z_t ⊙ h̃_t. Thick: the direct path of h_t, on which no weight matrix stands."],
        Description = "The direct path runs along the top: h_{t-1} is multiplied by 1 − z_t, then z_t ⊙ h̃_t is added, which gives h_t; "
            + "no weight matrix stands on this path. "
            + "Below, h_{t-1} and x_t together feed two boxes: σ gives the update gate z_t, σ the reset gate r_t. "
            + "z_t goes as 1 − z_t to the direct path, and as it is to the product with the candidate. "
            + "r_t is multiplied with h_{t-1}; the product and x_t feed a tanh box, which gives the candidate h̃_t. "
            + "Inputs that are used more than once are drawn where they are used.",
        Name = "gru-cell",
        ColumnWidth = 96,
        RowHeight = 66,
        Nodes =
        [
            new("h'", "h_{t-1}", 0, 0, Emphasis: Emphasis.Strong), new("1⊙", "⊙", 1.4, 0, NodeKind.Operation, Emphasis.Strong),
            new("+", "+", 5, 0, NodeKind.Operation, Emphasis.Strong),
            new("h", "h_t", 6.2, 0, Emphasis: Emphasis.Strong),
            new("1−", "1 −", 1.4, Products / 2, NodeKind.Function), new("branch", "", 1.4, Products, NodeKind.Junction),
            new("z⊙", "⊙", 5, Products, NodeKind.Operation),
            Gate("z", "σ", "update", 1.4), Gate("r", "σ", "reset", 2.6), new("r⊙", "⊙", 3.8, Gates, NodeKind.Operation),
            Gate("h̃", "tanh", "candidate", 5),
            new("in", "[h_{t-1}, x_t]", 2, Joined, NodeKind.Bar) { Span = 1.2 }, new("h' again", "h_{t-1}", 3.8, Inputs),
            new("h' below", "h_{t-1}", 0, Joined), new("x", "x_t", 2, Inputs), new("x again", "x_t", 5, Inputs),
        ],
        Edges =
        [
            new("h'", "1⊙", "", Emphasis.Strong), new("1⊙", "+", "", Emphasis.Strong), new("+", "h", "", Emphasis.Strong),
            new("h' below", "in"), new("x", "in"), new("in", "z"), new("in", "r"),
            new("z", "branch", "z_t"), new("branch", "1−"), new("1−", "1⊙"), new("branch", "z⊙"), new("r", "r⊙", "r_t"),
            new("h' again", "r⊙"),
            new("r⊙", "h̃"), new("x again", "h̃"), new("h̃", "z⊙", "h̃_t"), new("z⊙", "+"),
        ],
        Groups = [new("", 1.1, -0.05, 5.2, Joined + 0.05)],
    };

    private static DiagramNode Gate(string id, string function, string name, double column) =>
        new(id, function, column, Gates, NodeKind.Function) { Caption = name };
}
