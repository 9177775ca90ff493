using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Unrolled.Tests.Analysis;

public class LyapunovTests
{
    [Fact]
    public void For_one_matrix_repeated_it_is_log_ρ() => RandomMatrix.ForAll(m =>
    {
        var J = new JacobianChain(Enumerable.Repeat(m.W, 600), m.n);
        var λ = Lyapunov.Largest(J, Vector<double>.Build.Random(m.n, m.Seed), skip: 200);
        Assert.Equal(Math.Log(Spectrum.Of(m.W).ρ), λ, 0.01);
    });

    [Fact]
    public void It_is_the_growth_of_the_norm_of_the_whole_product() => RandomMatrix.ForAll(m =>
    {
        var rng = m.Rng;
        var J = new JacobianChain(Enumerable.Range(0, 200).Select(_ => Initialise.Gaussian(m.Scale)(m.n, m.n, rng)), m.n);
        var λ = Lyapunov.Largest(J, Vector<double>.Build.Random(m.n, m.Seed));
        Assert.Equal(Math.Log(J.NormsByLag()[200]) / 200, λ, 0.05);
    });

    [Fact]
    public void The_first_steps_can_be_left_out()
    {
        var J = new JacobianChain([Matrices.Diagonal(8), Matrices.Diagonal(2), Matrices.Diagonal(0.5)], n: 1);
        Near.Equal("all", Math.Log(2), Lyapunov.Largest(J, Vector<double>.Build.Dense([-3.0])), Near.Golden);
        Near.Equal("skip 1", 0, Lyapunov.Largest(J, Vector<double>.Build.Dense([-3.0]), skip: 1), Near.Golden);
    }

    [Fact]
    public void A_product_that_is_exactly_zero_has_the_exponent_minus_infinity() => Assert.Equal(
        double.NegativeInfinity,
        Lyapunov.Largest(new JacobianChain(Enumerable.Repeat(Matrices.NilpotentShift, 5), n: 5), Vector<double>.Build.Dense(5, 1)));

    // n = 200. Autonomous networks at gain 1.5 differ from seed to seed (0.00 to 0.06); noise makes them alike.
    [Theory]
    [InlineData(1.5, 0, -0.01, 0.08)]
    [InlineData(1.5, 1, -0.17, -0.12)]
    [InlineData(3.0, 0, 0.25, 0.33)]
    [InlineData(0.8, 0, -0.35, -0.15)]
    public void Random_networks_are_chaotic_above_gain_1_unless_noise_saturates_them(double gain, double noise, double from, double to) =>
        Assert.InRange(Lyapunov.OfRandomNetwork(n: 200, gain, noise, T: 250, skip: 50, new MersenneTwister(2)), from, to);

    [Fact]
    public void The_same_seed_gives_the_same_exponent()
    {
        double Of(int seed) => Lyapunov.OfRandomNetwork(10, 1.5, 0.5, 30, 5, new MersenneTwister(seed));
        Assert.Equal(Of(1), Of(1));
        Assert.NotEqual(Of(1), Of(2));
    }

    [Fact]
    public void Wrong_arguments_are_refused_by_name()
    {
        var J = new JacobianChain([Matrices.JordanBlock], n: 2);
        Refusal.Says("v must ", () => Lyapunov.Largest(J, Vector<double>.Build.Dense(3, 1)));
        Refusal.Says("got NaN at entry 0", () => Lyapunov.Largest(J, Vector<double>.Build.Dense(2, double.NaN)));
        Refusal.Says("zero vector", () => Lyapunov.Largest(J, Vector<double>.Build.Dense(2)));
        Refusal.Says("T = 1", () => Lyapunov.Largest(J, Vector<double>.Build.Dense(2, 1), skip: 1));
    }
}
