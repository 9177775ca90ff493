using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;
using Unrolled.Tests.Gradients;

namespace Unrolled.Tests.Analysis;

public class LagBoundsTests
{
    [Fact]
    public void The_norm_never_exceeds_the_bounds_and_the_trajectory_tightens_them() => RandomCase.ForAll(c =>
    {
        var lags = LagBounds.Of(Trajectories.Rnn(c));
        for (var lag = 0; lag <= c.T; lag++)
        {
            Assert.True(lags.Norms[lag] <= lags.TrajectoryBound[lag] * (1 + 1e-12));
            Assert.True(lags.TrajectoryBound[lag] <= lags.Bound[lag] * (1 + 1e-12));
        }
    });

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(1.1)]
    public void A_linear_network_with_a_normal_matrix_meets_its_bound_at_every_lag(double ρ)
    {
        var W_hh = ρ * Initialise.Orthogonal(6, 6, new MersenneTwister(1));
        var p = RnnParameters.Gaussian(1, 6, 1, 0.1, new MersenneTwister(2)) with { W_hh = W_hh };
        var lags = LagBounds.Of(Rnn.Forward(p, Sequence.OfNumbers(new double[60]), Activation.Identity));
        for (var lag = 0; lag <= 60; lag++)
        {
            Near.Equal($"lag {lag}", 1, lags.Norms[lag] / Math.Pow(ρ, lag), 1e-11);
            Near.Equal($"bound {lag}", 1, lags.Bound[lag] / Math.Pow(ρ, lag), 1e-11);
        }
    }

    // tanh′ is not always below 1: at rest it is 1, and the network passes gradients on as a linear one does.
    [Fact]
    public void At_rest_tanh_has_slope_1_and_the_trajectory_tightens_nothing()
    {
        var p = RnnParameters.Gaussian(1, 4, 1, 0.6, new MersenneTwister(5));
        var zeros = Sequence.OfNumbers(new double[8]);
        var tanh = LagBounds.Of(Rnn.Forward(p, zeros));
        Assert.Equal(tanh.Bound, tanh.TrajectoryBound);
        Assert.Equal(LagBounds.Of(Rnn.Forward(p, zeros, Activation.Identity)).Norms, tanh.Norms);
    }

    // Here the bound grows to 6e11 while saturation makes the gradient vanish. A bound that diverges proves nothing.
    [Fact]
    public void The_bound_can_grow_without_limit_while_the_gradient_vanishes()
    {
        var p = new RnnParameters(
            Matrices.Diagonal(1, 1), 1.5 * Matrices.Of(new double[,] { { 0, -1 }, { 1, 0 } }), Vector<double>.Build.Dense(2, 3),
            Matrix<double>.Build.Dense(1, 2), Vector<double>.Build.Dense(1));
        var lags = LagBounds.Of(Rnn.Forward(p, new(Enumerable.Repeat(Vector<double>.Build.Dense(2), 67))));
        Assert.True(lags.Bound[67] > 6e11);
        Assert.True(lags.Norms[67] < 1e-30);
    }
}
