using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Unrolled.Tests.Baselines;

public class AutoregressionTests
{
    [Fact]
    public void Persistence_forecasts_the_number_before() =>
        Assert.Equal([2.0, 3, 5], Persistence.Forecasts(Series(1, 2, 3, 5, 8), from: 2));

    [Fact]
    public void Without_noise_the_weights_are_found_exactly()
    {
        // y_t = 0.5 + 1.2 y_{t−1} − 0.6 y_{t−2}
        var y = Vector<double>.Build.Dense(30);
        (y[0], y[1]) = (1, -2);
        for (var t = 2; t < 30; t++)
            y[t] = 0.5 + 1.2 * y[t - 1] - 0.6 * y[t - 2];
        var ar = Autoregression.Fit(y, p: 2);
        Near.Equal("w", Series(0.5, 1.2, -0.6), ar.w, 1e-10);
        Near.Equal("noise", 0, ar.NoiseVariance, 1e-12);
        Near.Equal("forecasts", y.SubVector(5, 25), ar.Forecasts(y, from: 5), 1e-10);
        Near.Equal("next", 0.5 + 1.2 * y[29] - 0.6 * y[28], ar.Next(y), 1e-10);
    }

    [Fact]
    public void As_many_equations_as_weights_tell_nothing_about_the_noise() =>
        Assert.Equal(double.NaN, Autoregression.Fit(Series(1, 2, 4), p: 1).NoiseVariance);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void No_other_weights_leave_a_smaller_sum_of_squares(int p)
    {
        var y = Noisy(80, seed: p);
        var ar = Autoregression.Fit(y, p);
        double Squares(Vector<double> w) => Math.Pow((y.SubVector(p, 80 - p) - (ar with { w = w }).Forecasts(y, p)).L2Norm(), 2);
        Near.Equal("gradient", Vector<double>.Build.Dense(p + 1), CentralDifferences.Of(Squares, ar.w), 1e-6);
        Assert.All(Enumerable.Range(0, p + 1), j => Assert.True(Squares(ar.w + 0.01 * Vector<double>.Build.Dense(p + 1, i => i == j ? 1 : 0)) > Squares(ar.w)));
        Near.Equal("noise variance", Squares(ar.w) / (80 - p - (p + 1)), ar.NoiseVariance, Near.Golden);
    }

    [Fact]
    public void On_a_long_series_the_weights_and_the_noise_of_the_process_are_found()
    {
        var ar = Autoregression.Fit(Noisy(20_000, seed: 3), p: 2);
        Assert.Equal(2, ar.w[0] / (1 - ar.w[1] - ar.w[2]), 0.1); // the mean of the process
        Assert.Equal(0.6, ar.w[1], 0.03);
        Assert.Equal(0, ar.w[2], 0.03);
        Assert.Equal(0.25, ar.NoiseVariance, 0.01);
    }

    [Fact]
    public void A_forecast_never_sees_the_number_it_forecasts()
    {
        var y = Noisy(40, seed: 5);
        var ar = Autoregression.Fit(y, p: 3);
        var other = y.Clone();
        other[39] = 1000;
        Assert.Equal(ar.Forecasts(y, from: 10), ar.Forecasts(other, from: 10));
        Assert.Equal(Persistence.Forecasts(y, from: 10), Persistence.Forecasts(other, from: 10));
    }

    [Fact]
    public void Wrong_arguments_are_refused_by_name()
    {
        Refusal.Says("y must hold at least p + 1 = 4 numbers, got 2", () => Autoregression.Fit(Series(1, 2), p: 3));
        Refusal.Says("p + 1 = 3 equations, got 2; use a longer series", () => Autoregression.Fit(Series(1, 2, 4, 9), p: 2));
        Refusal.Says("y must be finite, got NaN at entry 1", () => Autoregression.Fit(Series(1, double.NaN, 3), p: 1));
        Refusal.Says("linearly dependent", () => Autoregression.Fit(Vector<double>.Build.Dense(20, 100), p: 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Autoregression.Fit(Series(1, 2, 3), p: 0));
        Refusal.Says("from must be in 1..2", () => Persistence.Forecasts(Series(1, 2, 3), from: 0));
        Refusal.Says("from must be in 1..2", () => Persistence.Forecasts(Series(1, 2, 3), from: 3));
        Refusal.Says("needs its p = 2 predecessors, got a series of 1", () => Autoregression.Fit(Noisy(20, 1), 2).Next(Series(1)));
    }

    /// <summary>y_t = 0.8 + 0.6 y_{t−1} + noise of standard deviation 0.5: mean 2.</summary>
    internal static Vector<double> Noisy(int count, int seed)
    {
        var rng = new MersenneTwister(seed);
        var y = Vector<double>.Build.Dense(count, 2.0);
        for (var t = 1; t < count; t++)
            y[t] = 0.8 + 0.6 * y[t - 1] + Normal.Sample(rng, 0, 0.5);
        return y;
    }

    internal static Vector<double> Series(params double[] y) => Vector<double>.Build.Dense(y);
}
