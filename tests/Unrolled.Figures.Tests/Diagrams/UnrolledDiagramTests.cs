namespace Unrolled.Figures.Tests;

public sealed class UnrolledDiagramTests
{
    private static IEnumerable<string> Named(Diagram diagram, Func<DiagramEdge, bool> which)
    {
        var labels = diagram.Nodes.ToDictionary(node => node.Id, node => node.Label);
        return diagram.Edges.Where(which).Select(edge => $"{labels[edge.From]}→{labels[edge.To]}");
    }

    [Fact]
    public void The_cycle_and_its_unrolling_carry_the_same_weights()
    {
        var diagram = Diagrams.Unrolling(steps: 3);
        string[] expected = ["x_t→h_t", "h_t→o_t", "h_t→h_t", "x_1→h_1", "x_2→h_2", "x_3→h_3", "h_0→h_1", "h_1→h_2", "h_2→h_3", "h_1→o_1",
            "h_2→o_2", "h_3→o_3"];
        Assert.Equal(expected.Order(), Named(diagram, _ => true).Order());
        Assert.All(diagram.Edges.Zip(Named(diagram, _ => true)), edge =>
            Assert.Equal(edge.Second[0] == 'x' ? "W_hx" : edge.Second.Contains("→o", StringComparison.Ordinal) ? "W_qh" : "W_hh",
                edge.First.Label));
    }

    [Theory]
    [InlineData("one to one", "x_1", "o_1", 1)]
    [InlineData("one to many", "x_1", "o_1 o_2 o_3", 3)]
    [InlineData("many to one", "x_1 x_2 x_3", "o_3", 3)]
    [InlineData("many to many, equal", "x_1 x_2 x_3", "o_1 o_2 o_3", 3)]
    [InlineData("many to many, unequal: encoder, then decoder", "x_1 x_2 x_3", "o_4 o_5", 5)]
    public void A_pattern_is_told_by_its_inputs_and_outputs(string pattern, string inputs, string outputs, int states)
    {
        var diagram = Diagrams.UsagePatterns();
        var group = diagram.Groups.Single(group => group.Label == pattern);
        var frame = new Box(group.Left, group.Top, group.Right, group.Bottom);
        var labels = diagram.Nodes.Where(node => frame.Contains(new Pixel(node.Column, node.Row))).Select(node => node.Label).ToList();
        Assert.Equal((inputs, outputs),
            (string.Join(' ', labels.Where(l => l[0] == 'x')), string.Join(' ', labels.Where(l => l[0] == 'o'))));
        Assert.Equal(Enumerable.Range(1, states).Select(t => $"h_{t}"), labels.Where(l => l[0] == 'h'));
    }

    [Theory, InlineData(6, 3), InlineData(5, 2), InlineData(4, 1), InlineData(3, 3)]
    public void A_truncated_gradient_reaches_the_states_of_its_own_chunk_and_no_others(int steps, int chunk)
    {
        var back = Named(Diagrams.TruncatedBptt(steps, chunk), edge => edge.IsGradient && !edge.IsCut).Select(name => name.Split('→'))
            .ToLookup(pair => pair[0], pair => pair[1]);
        for (var t = 1; t <= steps; t++)
        {
            var reached = new List<string>();
            for (var at = back[$"ℓ_{t}"].Single(); ; at = back[at].Single())
            {
                reached.Add(at);
                if (!back[at].Any()) break;
            }

            Assert.Equal(Enumerable.Range(1, t).Where(k => (k - 1) / chunk == (t - 1) / chunk).Select(k => $"h_{k}").Reverse(), reached);
        }
    }

    [Theory, InlineData(6, 3), InlineData(5, 2), InlineData(3, 3)]
    public void Truncation_leaves_the_forward_pass_whole(int steps, int chunk) =>
        Assert.Equal(Enumerable.Range(1, steps).Select(t => $"h_{t - 1}→h_{t}"),
            Named(Diagrams.TruncatedBptt(steps, chunk), edge => !edge.IsGradient)
                .Where(name => name.Contains("→h", StringComparison.Ordinal) && name[0] == 'h'));

    [Theory, InlineData(3, 3), InlineData(2, 4)]
    public void One_arrow_alone_leads_from_the_encoder_to_the_decoder(int inputs, int outputs)
    {
        var diagram = Diagrams.EncoderDecoder(inputs, outputs);
        bool Encodes(string name) => name[0] is 'h' or 'x';
        Assert.Equal([$"h_{inputs}→s_1"],
            Named(diagram, _ => true).Where(name => Encodes(name) && !Encodes(name[(name.IndexOf('→', StringComparison.Ordinal) + 1)..])));
        Assert.Equal(Enumerable.Range(2, outputs - 1).Select(t => $"o_{t - 1}→s_{t}"),
            Named(diagram, _ => true).Where(name => name[0] == 'o'));
    }

    [Fact]
    public void What_does_not_fit_on_a_page_is_refused() => Assert.All(
        (Action[])
        [
            () => Diagrams.Unrolling(6), () => Diagrams.Unrolling(0), () => Diagrams.TruncatedBptt(9, 3),
            () => Diagrams.TruncatedBptt(4, 5), () => Diagrams.TruncatedBptt(4, 0),
            () => Diagrams.EncoderDecoder(5, 1), () => Diagrams.EncoderDecoder(1, 0), () => Diagrams.ComputationalGraph(3),
        ],
        make => Assert.Contains("fit on a page", Assert.Throws<ArgumentOutOfRangeException>(make).Message, StringComparison.Ordinal));

    [Fact]
    public void Every_diagram_has_a_name_of_its_own()
    {
        var names = DiagramGallery.All.Values.Select(make => make()).Select(diagram => diagram.Name).Distinct().Order();
        Assert.Equal(
            ["computational-graph", "encoder-decoder", "gradient-path-b-h", "gradient-path-b-q", "gradient-path-h-t", "gradient-path-o-t",
                "gradient-path-w-hh", "gradient-path-w-hx", "gradient-path-w-qh",
             "gru-cell", "lstm-cell", "rnn-unrolled", "truncated-bptt", "usage-patterns"], names);
    }
}
