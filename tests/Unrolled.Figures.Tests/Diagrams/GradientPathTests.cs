namespace Unrolled.Figures.Tests;

/// <summary>The highlighted arrows, against the definition: an edge belongs to the path when some walk from a copy of the quantity to a
/// loss uses it.</summary>
public sealed class GradientPathTests
{
    public static TheoryData<Quantity, int, int?> Cases =>
    [
        .. from quantity in Enum.GetValues<Quantity>()
           from steps in (int[])[1, 2, 3, 4, 6]
           from step in quantity is Quantity.o_t or Quantity.h_t ? Enumerable.Range(1, steps).Select(t => (int?)t) : [null]
           select new TheoryDataRow<Quantity, int, int?>(quantity, steps, step),
    ];

    // One walk after another, from the equations of the forward pass and not from the drawing.
    private static HashSet<string> Expected(Quantity quantity, int steps, int? step)
    {
        var used = new HashSet<string>();
        foreach (var t in step is { } one ? [one] : Enumerable.Range(1, steps))
            Walk([quantity switch { Quantity.o_t => $"o_{t}", Quantity.h_t => $"h_{t}", _ => $"{quantity}" }], t);
        return used;

        void Walk(List<string> walk, int t)
        {
            switch (walk[^1].Split('_')[0])
            {
                case "ℓ": used.UnionWith(walk.Zip(walk.Skip(1), (from, to) => $"{to}→{from}")); break;
                case "o": Walk([.. walk, $"ℓ_{t}"], t); break;
                case "z": Walk([.. walk, $"o_{t}"], t); break;
                case "a": Walk([.. walk, $"h_{t}"], t); break;
                case "h":
                    Walk([.. walk, $"z_{t}"], t);
                    if (t < steps) Walk([.. walk, $"a_{t + 1}"], t + 1);
                    break;
                default: Walk([.. walk, walk[^1] is "b_q" or "W_qh" ? $"z_{t}" : $"a_{t}"], t); break;
            }
        }
    }

    private static IEnumerable<string> Named(Diagram diagram, IEnumerable<DiagramEdge> edges)
    {
        var labels = diagram.Nodes.ToDictionary(node => node.Id, node => node.Label);
        return edges.Select(edge => $"{labels[edge.From]}→{labels[edge.To]}");
    }

    private static bool ToSum(DiagramEdge edge) => edge.To == "sum";

    [Theory, MemberData(nameof(Cases))]
    public void Exactly_the_edges_on_a_walk_to_a_loss_are_highlighted(Quantity quantity, int steps, int? step)
    {
        var diagram = Diagrams.GradientPath(quantity, steps, step);
        Assert.Equal(Expected(quantity, steps, step).Order(),
            Named(diagram, diagram.Edges.Where(edge => edge.IsGradient && !ToSum(edge))).Distinct().Order());
        Assert.All(diagram.Edges, edge => Assert.Equal(edge.IsGradient, edge.Emphasis is Emphasis.Strong or Emphasis.Second));
    }

    [Theory, MemberData(nameof(Cases))]
    public void Every_copy_of_a_parameter_goes_into_the_sum(Quantity quantity, int steps, int? step)
    {
        var diagram = Diagrams.GradientPath(quantity, steps, step);
        Assert.Equal(step is null ? steps : 0, diagram.Edges.Count(ToSum));
        Assert.Equal(diagram.Nodes.Where(node => node.Kind == NodeKind.Parameter).Select(node => node.Id).Order(),
            diagram.Edges.Where(ToSum).Select(edge => edge.From).Order());
    }

    [Theory, MemberData(nameof(Cases))]
    public void Every_highlighted_arrow_is_drawn_against_a_grey_one(Quantity quantity, int steps, int? step)
    {
        var diagram = Diagrams.GradientPath(quantity, steps, step);
        var forward = diagram.Edges.Where(edge => edge.Emphasis == Emphasis.Faded).Select(edge => (edge.To, edge.From)).ToHashSet();
        Assert.All(diagram.Edges.Where(edge => edge.IsGradient && !ToSum(edge)), edge => Assert.Contains((edge.From, edge.To), forward));
    }

    [Fact]
    public void The_state_collects_the_present_and_the_future()
    {
        var diagram = Diagrams.GradientPath(Quantity.h_t, steps: 4, step: 2);
        Assert.Equal(["ℓ_2→o_2", "o_2→z_2", "z_2→h_2"],
            Named(diagram, diagram.Edges.Where(edge => edge.Emphasis == Emphasis.Strong)).Order(StringComparer.Ordinal)
                .OrderBy(name => name[0] switch { 'ℓ' => 0, 'o' => 1, _ => 2 }));
        var future = Named(diagram, diagram.Edges.Where(edge => edge.Emphasis == Emphasis.Second)).ToList();
        Assert.Equal(10, future.Count);
        Assert.Contains("a_3→h_2", future);
        Assert.Equal(["future", "present"], diagram.Edges.Select(edge => edge.Label).Where(label => label.Length > 0).Order());
    }

    [Fact]
    public void Nothing_comes_to_the_last_state_from_the_future() =>
        Assert.DoesNotContain(Diagrams.GradientPath(Quantity.h_t, steps: 3, step: 3).Edges, edge => edge.Emphasis == Emphasis.Second);

    [Fact]
    public void The_first_copy_of_W_hh_is_drawn_and_said_to_add_nothing()
    {
        var diagram = Diagrams.GradientPath(Quantity.W_hh, steps: 3);
        Assert.Contains("a_1→W_hh", Named(diagram, diagram.Edges.Where(edge => edge.IsGradient)));
        Assert.Contains("The copy at t = 1 adds nothing, since h_0 = 0", diagram.ToString(), StringComparison.Ordinal);
    }

    [Theory, InlineData(0), InlineData(7)]
    public void A_number_of_steps_that_does_not_fit_is_refused(int steps) =>
        Assert.Contains("1 to 6 steps",
            Assert.Throws<ArgumentOutOfRangeException>(() => Diagrams.GradientPath(Quantity.b_h, steps)).Message, StringComparison.Ordinal);

    [Theory, InlineData(0), InlineData(5)]
    public void A_step_outside_the_sequence_is_refused(int step) =>
        Assert.Contains("1 to 4", Assert.Throws<ArgumentOutOfRangeException>(() => Diagrams.GradientPath(Quantity.h_t, 4, step)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void One_step_of_a_shared_parameter_is_refused() =>
        Assert.Contains("sums over all steps", Assert.Throws<ArgumentException>(() => Diagrams.GradientPath(Quantity.W_hh, 4, 2)).Message,
            StringComparison.Ordinal);
}
