using FsCheck;
using FsCheck.Fluent;

namespace Unrolled.Tests.Training;

public class ClippingTests
{
    [Fact]
    public void By_norm_keeps_the_direction_and_caps_the_norm() => ForAll((g, τ) =>
    {
        var (clipped, norm) = Clipping.ByNorm(τ).Apply(g);
        Near.Equal("before", g.Norm(), norm.Before, Near.Golden);
        Near.Equal("after", Math.Min(g.Norm(), τ), norm.After, Near.Golden);
        Near.Equal("clipped", g.Map(entry => entry * Math.Min(1, τ / g.Norm())), clipped, Near.Golden);
    });

    [Fact]
    public void By_norm_leaves_a_short_gradient_untouched()
    {
        var g = RnnParameters.Gaussian(2, 3, 1, 0.5, new Random(1));
        Assert.Equal(g.ToVector(), Clipping.ByNorm(g.Norm() * 1.0001).Apply(g).dL_dθ.ToVector());
    }

    [Fact]
    public void By_value_caps_every_entry() => ForAll((g, τ) =>
    {
        var (clipped, norm) = Clipping.ByValue(τ).Apply(g);
        Near.Equal("clipped", g.Map(entry => Math.Max(-τ, Math.Min(τ, entry))), clipped, Near.Golden);
        Near.Equal("before", g.Norm(), norm.Before, Near.Golden);
        Near.Equal("after", clipped.Norm(), norm.After, Near.Golden);
    });

    [Fact]
    public void A_norm_whose_square_overflows_is_still_clipped()
    {
        var g = RnnParameters.Create(1, 2, 1, Initialise.Zero, new Random(1)).Map(_ => 1e200);
        var (clipped, norm) = Clipping.ByNorm(5).Apply(g);
        Near.Equal("after", 5, clipped.Norm(), Near.Golden);
        Assert.Equal(Math.Sqrt(11) * 1e200, norm.Before, 1e188); // eleven equal entries
    }

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NaN)]
    public void The_norm_of_a_gradient_that_overflowed_says_so(double entry)
    {
        var g = RnnParameters.Create(1, 2, 1, Initialise.Zero, new Random(1)).Map(_ => 1);
        Assert.Equal(entry, Clipping.None.Apply(g with { W_hx = g.W_hx * entry }).Norm.Before);
    }

    [Fact]
    public void Without_clipping_the_norm_is_reported_all_the_same()
    {
        var g = RnnParameters.Gaussian(2, 3, 1, 0.5, new Random(1));
        var (same, norm) = Clipping.None.Apply(g);
        Assert.Equal(g.ToVector(), same.ToVector());
        Near.Equal("norm", g.Norm(), norm.After, Near.Golden);
        Assert.Equal(norm.After, norm.Before);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void A_threshold_is_above_zero(double τ)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Clipping.ByNorm(τ));
        Assert.Throws<ArgumentOutOfRangeException>(() => Clipping.ByValue(τ));
    }

    private static void ForAll(Action<RnnParameters, double> property) => FsCheck.Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(new Replay(new Rnd(2024, 7), null)),
        Prop.ForAll(
            (from seed in Gen.Choose(0, 1_000_000)
             from size in Gen.Choose(1, 5)
             from τ in Gen.Choose(1, 80)
             select (seed, size, τ)).ToArbitrary(),
            c => property(RnnParameters.Gaussian(c.size, c.size, 1, 1, new Random(c.seed)), c.τ / 10.0)));
}
