using System.Globalization;

namespace Unrolled.Tests.Training;

public class OptimiserTests
{
    private static readonly RnnParameters P = RnnParameters.Gaussian(2, 3, 1, 0.5, new Random(1));
    private static readonly RnnParameters G = RnnParameters.Gaussian(2, 3, 1, 0.5, new Random(2));

    [Fact]
    public void Gradient_descent_goes_against_the_gradient() =>
        Near.Equal("p", P.Zip(G, (θ, g) => θ - 0.1 * g), new GradientDescent(0.1).Start().Apply(P, G), Near.Golden);

    [Fact]
    public void Momentum_under_a_constant_gradient_approaches_a_step_of_λ_over_1_minus_μ()
    {
        var updates = new Momentum(λ: 0.1, μ: 0.5).Start();
        var (before, p) = (P, P);
        for (var i = 0; i < 60; i++)
            (before, p) = (p, updates.Apply(p, G));
        Near.Equal("step", G.Map(g => -0.1 / (1 - 0.5) * g), p.Zip(before, (a, b) => a - b), Near.Golden);
    }

    [Fact]
    public void The_first_step_of_Adam_has_size_λ_whatever_the_gradient()
    {
        var p = new Adam(λ: 0.01).Start().Apply(P, G.Map(g => 1000 * g));
        var weights = p.W_hh - P.W_hh;
        Assert.All(weights.Enumerate(), step => Assert.Equal(0.01, Math.Abs(step), 1e-9));
    }

    [Fact]
    public void An_update_leaves_the_old_parameters_as_they_are()
    {
        var before = P.ToVector();
        new Adam().Start().Apply(P, G);
        Assert.Equal(before, P.ToVector());
    }

    [Fact]
    public void Two_runs_of_one_optimiser_do_not_share_their_memory()
    {
        Optimiser rule = new Momentum(0.1);
        var first = rule.Start();
        first.Apply(P, G);
        first.Apply(P, G);
        Assert.Equal(rule.Start().Apply(P, G).ToVector(), rule.Start().Apply(P, G).ToVector());
        Assert.Equal(2, first.Count);
    }

    [Fact]
    public void A_run_of_updates_belongs_to_one_network()
    {
        var updates = new Momentum(0.1).Start();
        updates.Apply(P, G);
        var other = RnnParameters.Gaussian(1, 1, 1, 0.5, new Random(1));
        Refusal.Is(
            "g and θ must keep the size of the first update, got 5 and 5 (start anew for another network).", () => updates.Apply(other, other));
    }

    [Theory]
    [InlineData("vi-VN")]
    [InlineData("de-DE")]
    public void Names_are_the_same_in_every_culture(string culture)
    {
        var old = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal("momentum, λ = 0.01, μ = 0.9", new Momentum(0.01).ToString());
            Assert.Equal("by norm, τ = 2.5", Clipping.ByNorm(2.5).ToString());
            Assert.Equal("none", Clipping.None.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = old;
        }
    }
}
