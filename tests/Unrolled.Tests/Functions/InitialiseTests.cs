using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;
using MathNet.Numerics.Statistics;

namespace Unrolled.Tests.Functions;

public class InitialiseTests
{
    [Fact]
    public void The_same_seed_gives_the_same_matrix_and_another_seed_another()
    {
        Assert.Equal(Initialise.Gaussian(1)(4, 3, new MersenneTwister(1)), Initialise.Gaussian(1)(4, 3, new MersenneTwister(1)));
        Assert.NotEqual(Initialise.Gaussian(1)(4, 3, new MersenneTwister(1)), Initialise.Gaussian(1)(4, 3, new MersenneTwister(2)));
    }

    [Fact]
    public void Gaussian_entries_have_mean_0_and_the_given_standard_deviation()
    {
        var entries = Initialise.Gaussian(0.01)(200, 200, new MersenneTwister(1)).Enumerate().ToList();
        Assert.InRange(entries.Mean(), -0.0002, 0.0002); // four standard errors: 4 · 0.01 / 200
        Assert.InRange(entries.StandardDeviation(), 0.0098, 0.0102);
    }

    [Fact]
    public void Xavier_is_Gaussian_with_variance_2_over_fan_in_plus_fan_out() =>
        Assert.Equal(
            Initialise.Gaussian(Math.Sqrt(2.0 / 40))(30, 10, new MersenneTwister(1)),
            Initialise.Xavier(30, 10, new MersenneTwister(1)));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 7)]
    [InlineData(6, 3)]
    [InlineData(3, 6)]
    public void Orthogonal_matrices_have_only_singular_values_1(int rows, int columns)
    {
        var Q = Initialise.Orthogonal(rows, columns, new MersenneTwister(3));
        Assert.Equal((rows, columns), (Q.RowCount, Q.ColumnCount));
        Assert.All(Q.Svd().S, σ => Assert.Equal(1, σ, 12));
    }

    [Fact]
    public void Orthogonal_matrices_of_size_1_are_plus_1_as_often_as_minus_1()
    {
        var rng = new MersenneTwister(4);
        var positive = Enumerable.Range(0, 400).Count(_ => Initialise.Orthogonal(1, 1, rng)[0, 0] > 0);
        Assert.InRange(positive, 160, 240); // four standard deviations of a fair coin
    }

    [Fact]
    public void Identity_copies_the_state() =>
        Assert.Equal(Matrix<double>.Build.DenseIdentity(4), Initialise.Identity(4, 4, new MersenneTwister(1)));

    [Theory]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(1.5)]
    public void A_matrix_is_scaled_to_the_given_spectral_radius(double ρ)
    {
        var W = Initialise.WithSpectralRadius(ρ, Initialise.Gaussian(1))(16, 16, new MersenneTwister(5));
        Assert.Equal(ρ, W.Evd().EigenValues.Max(λ => λ.Magnitude), 12);
    }

    [Fact]
    public void A_spectral_radius_of_a_rectangular_or_zero_matrix_is_refused()
    {
        var rng = new MersenneTwister(1);
        Refusal.Is("A spectral radius needs a square matrix, got 3 × 4.", () => Initialise.WithSpectralRadius(1, Initialise.Gaussian(1))(3, 4, rng));
        Refusal.Is(
            "A spectral radius must be above 0 to be scaled to 0.9, got 0 (a nilpotent matrix).",
            () => Initialise.WithSpectralRadius(0.9, Initialise.Zero)(3, 3, rng));
    }

    [Fact]
    public void New_parameters_have_weights_from_the_initialiser_and_zero_biases()
    {
        var p = RnnParameters.Gaussian(n_x: 3, n_h: 4, n_q: 2, s: 0.01, new MersenneTwister(1));
        Assert.Equal((3, 4, 2), (p.n_x, p.n_h, p.n_q));
        Assert.Equal(0, p.b_h.L2Norm() + p.b_q.L2Norm());
        Assert.Equal(Initialise.Gaussian(0.01)(4, 3, new MersenneTwister(1)), p.W_hx);
    }
}
