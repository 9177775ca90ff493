namespace Unrolled.Figures.Tests;

/// <summary>A drawing of a computation is right when computing along its arrows gives what the formulas give.</summary>
public sealed class CellDiagramTests
{
    private static readonly Dictionary<string, double> Given = new()
    {
        ["h_{t-1}"] = 0.3, ["c_{t-1}"] = -0.7, ["x_t"] = 0.9, ["h_0"] = 0.2, ["x_1"] = -0.4, ["x_2"] = 0.8, ["y_1"] = 0.5, ["y_2"] = -0.1,
        ["W_hx"] = 0.6, ["W_hh"] = -0.9, ["b_h"] = 0.05, ["W_qh"] = 1.3, ["b_q"] = -0.2,
    };

    // The weights of each gate for the state and for the input; no two gates alike.
    private static readonly Dictionary<string, (double H, double X)> Weights = new()
    {
        ["forget"] = (0.4, -0.3), ["input"] = (-0.8, 0.5), ["candidate"] = (1.1, 0.7), ["output"] = (0.2, 0.9), ["update"] = (0.6, -1.2),
        ["reset"] = (-0.5, 0.35),
    };

    private static double Sigmoid(double a) => 1 / (1 + Math.Exp(-a));

    private static double At(string id, Diagram diagram) => Flow(id, diagram) is [var value] ? value
        : throw new InvalidOperationException(id);

    private static double[] Flow(string id, Diagram diagram)
    {
        var node = diagram.Nodes.Single(n => n.Id == id);
        double[] inputs = [.. diagram.Edges.Where(edge => edge.To == id).SelectMany(edge => Flow(edge.From, diagram))];
        double Gate() => Weights[node.Caption].H * inputs[0] + Weights[node.Caption].X * inputs[1];
        return (node.Label, node.Caption) switch
        {
            ("⊙" or "×", _) => [inputs.Aggregate((a, b) => a * b)],
            ("+", _) => [inputs.Sum()],
            ("1 −", _) => [1 - inputs.Single()],
            ("σ", _) => [Sigmoid(Gate())],
            ("tanh", "candidate") => [Math.Tanh(Gate())],
            ("tanh" or "φ_h", _) => [Math.Tanh(inputs.Single())],
            ("φ_o", _) => [Sigmoid(inputs.Single())],
            ("[h_{t-1}, x_t]", _) => inputs,
            ("L = w_1 ℓ_1 + w_2 ℓ_2", _) => [inputs.Average()],
            (['ℓ', ..], _) => [(inputs[0] - inputs[1]) * (inputs[0] - inputs[1])],
            _ when inputs.Length == 0 => [Given[node.Label]],
            _ => [inputs.Single()],
        };
    }

    private static double Gate(string name, double h, double x) => Weights[name].H * h + Weights[name].X * x;

    [Fact]
    public void Along_the_arrows_of_the_LSTM_its_formulas_are_computed()
    {
        var (h_tm1, c_tm1, x_t) = (Given["h_{t-1}"], Given["c_{t-1}"], Given["x_t"]);
        double S(string name) => Sigmoid(Gate(name, h_tm1, x_t));
        var c_t = S("forget") * c_tm1 + S("input") * Math.Tanh(Gate("candidate", h_tm1, x_t));
        Assert.Equal(c_t, At("c", Diagrams.LstmCell()), 1e-15);
        Assert.Equal(S("output") * Math.Tanh(c_t), At("h", Diagrams.LstmCell()), 1e-15);
    }

    [Fact]
    public void Along_the_arrows_of_the_GRU_its_formulas_are_computed()
    {
        var (h_tm1, x_t) = (Given["h_{t-1}"], Given["x_t"]);
        var (r_t, z_t) = (Sigmoid(Gate("reset", h_tm1, x_t)), Sigmoid(Gate("update", h_tm1, x_t)));
        var candidate = Math.Tanh(Gate("candidate", r_t * h_tm1, x_t));
        Assert.Equal((1 - z_t) * h_tm1 + z_t * candidate, At("h", Diagrams.GruCell()), 1e-15);
    }

    [Theory, InlineData(1), InlineData(2)]
    public void Along_the_arrows_of_the_computational_graph_the_forward_pass_is_computed(int steps)
    {
        var (h, losses, diagram) = (Given["h_0"], new List<double>(), Diagrams.ComputationalGraph(steps));
        for (var t = 1; t <= steps; t++)
        {
            h = Math.Tanh(Given["W_hx"] * Given[$"x_{t}"] + Given["W_hh"] * h + Given["b_h"]);
            var o = Sigmoid(Given["W_qh"] * h + Given["b_q"]);
            losses.Add((o - Given[$"y_{t}"]) * (o - Given[$"y_{t}"]));
        }

        Assert.Equal(losses.Average(), steps == 1 ? At("ℓ@1", diagram) : At("L", diagram), 1e-15);
    }

    [Theory, InlineData("LSTM cell", "c_{t-1}", "c_t"), InlineData("GRU cell", "h_{t-1}", "h_t")]
    public void The_direct_path_leads_from_state_to_state_and_meets_no_function(string name, string from, string to)
    {
        var diagram = DiagramGallery.Of(name);
        var nodes = diagram.Nodes.ToDictionary(node => node.Id);
        var path = diagram.Edges.Where(edge => edge.Emphasis == Emphasis.Strong).ToList();
        Assert.Equal((from, to), (nodes[path[0].From].Label, nodes[path[^1].To].Label));
        Assert.All(path.Zip(path.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
        Assert.DoesNotContain(path, edge => nodes[edge.To].Kind == NodeKind.Function);
    }

    [Theory]
    [InlineData("LSTM cell", "forget f_t, input i_t, candidate c̃_t, output o_t")]
    [InlineData("GRU cell", "update z_t, reset r_t, candidate h̃_t")]
    public void Each_gate_is_named_and_gives_the_quantity_of_the_chapter(string name, string gates)
    {
        var diagram = DiagramGallery.Of(name);
        Assert.Equal(gates, string.Join(", ",
            diagram.Nodes.Where(node => node.Caption.Length > 0)
                .Select(node => $"{node.Caption} {diagram.Edges.Single(edge => edge.From == node.Id).Label}")));
    }
}
