using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;
using static Unrolled.Tests.Baselines.AutoregressionTests;

namespace Unrolled.Tests.Baselines;

public class BayesianAutoregressionTests
{
    [Theory]
    [InlineData(1, 0.5, 4)]
    [InlineData(3, 2, 1)]
    [InlineData(2, 0, 4)]
    public void The_posterior_is_the_textbook_formula(int p, double α, double β)
    {
        var y = Noisy(40, seed: p);
        var X = Matrix<double>.Build.Dense(40 - p, p + 1, (i, j) => j == 0 ? 1 : y[p + i - j]);
        var S = (α * Matrix<double>.Build.DenseIdentity(p + 1) + β * X.Transpose() * X).Inverse();
        var posterior = BayesianAutoregression.Fit(y, p, α, β);
        Near.Equal("S", S, posterior.S, 1e-10);
        Near.Equal("m", β * S * X.Transpose() * y.SubVector(p, 40 - p), posterior.m, 1e-10);
    }

    [Fact]
    public void The_posterior_is_prior_times_likelihood_summed_over_a_grid()
    {
        const double α = 0.7, β = 4;
        var y = Noisy(8, seed: 9);
        double sum = 0;
        var (mean, square) = (Series(0, 0), Matrix<double>.Build.Dense(2, 2));
        for (double w_0 = -4; w_0 <= 6; w_0 += 0.05)
            for (double w_1 = -3; w_1 <= 3; w_1 += 0.05)
            {
                var log = -α / 2 * (w_0 * w_0 + w_1 * w_1);
                for (var t = 1; t < y.Count; t++)
                    log -= β / 2 * Math.Pow(y[t] - w_0 - w_1 * y[t - 1], 2);
                var weight = Math.Exp(log);
                sum += weight;
                mean += weight * Series(w_0, w_1);
                square += weight * Series(w_0, w_1).OuterProduct(Series(w_0, w_1));
            }

        mean /= sum;
        var posterior = BayesianAutoregression.Fit(y, p: 1, α, β);
        Near.Equal("m", mean, posterior.m, 1e-6);
        Near.Equal("S", square / sum - mean.OuterProduct(mean), posterior.S, 1e-6);
    }

    [Fact]
    public void The_predictive_distribution_is_that_of_weights_drawn_from_the_posterior_plus_noise()
    {
        var y = Noisy(15, seed: 4);
        var posterior = BayesianAutoregression.Fit(y, p: 2, α: 1, β: 4);
        var (mean, variance) = posterior.Next(y);

        var rng = new MersenneTwister(6);
        var L = posterior.S.Cholesky().Factor;
        var x = Series(1, y[14], y[13]);
        var draws = Enumerable.Range(0, 100_000).Select(_ =>
        {
            var w = posterior.m + L * Vector<double>.Build.Dense(3, _ => Normal.Sample(rng, 0, 1));
            return w.DotProduct(x) + Normal.Sample(rng, 0, 0.5);
        }).ToArray();
        var drawnMean = draws.Average();
        Assert.Equal(drawnMean, mean, 0.01);
        Assert.Equal(draws.Average(d => Math.Pow(d - drawnMean, 2)), variance, 0.01);
    }

    [Fact]
    public void A_flat_prior_gives_the_least_squares_fit_and_a_weak_one_comes_close()
    {
        var y = Noisy(60, seed: 2);
        var ar = Autoregression.Fit(y, p: 3);
        Near.Equal("flat", ar.w, BayesianAutoregression.Fit(y, 3, α: 0, β: 4).m, 1e-10);
        Near.Equal("weak", ar.w, BayesianAutoregression.Fit(y, 3, α: 1e-9, β: 4).m, 1e-7);
        Near.Equal("forecasts", ar.Forecasts(y, 10), BayesianAutoregression.Fit(y, 3, α: 0, β: 4).Forecasts(y, 10).Mean, 1e-10);
    }

    [Fact]
    public void A_strong_prior_holds_the_weights_at_zero_and_a_prior_makes_a_constant_series_welcome()
    {
        var posterior = BayesianAutoregression.Fit(Noisy(60, seed: 2), p: 2, α: 1e12, β: 4);
        Near.Equal("m", Series(0, 0, 0), posterior.m, 1e-6);
        Near.Equal("S", Matrix<double>.Build.DenseIdentity(3), 1e12 * posterior.S, 1e-6);
        Assert.Equal(5, BayesianAutoregression.Fit(Vector<double>.Build.Dense(50, 5), p: 2, α: 1e-3, β: 4).Next(Vector<double>.Build.Dense(2, 5)).Mean, 0.01);
    }

    [Fact]
    public void More_data_leave_less_doubt_until_only_the_noise_is_left()
    {
        double Variance(int count) => BayesianAutoregression.Fit(Noisy(count, seed: 1), p: 2, α: 1, β: 4).Next(Series(2, 2)).Variance;
        Assert.True(Variance(10) > Variance(100) && Variance(100) > Variance(1000));
        Assert.Equal(0.25, Variance(10_000), 1e-3);
        Assert.True(Variance(10_000) > 0.25);
    }

    [Fact]
    public void The_band_of_two_standard_deviations_covers_what_a_Gaussian_says()
    {
        var y = Noisy(3000, seed: 8);
        var (mean, variance) = BayesianAutoregression.Fit(y.SubVector(0, 200), p: 1, α: 1, β: 4).Forecasts(y, from: 200);
        var inside = y.SubVector(200, 2800).Select((y_t, i) => Math.Abs(y_t - mean[i]) < 2 * Math.Sqrt(variance[i])).Count(inside => inside);
        Assert.Equal(0.954, inside / 2800.0, 0.015);
    }

    [Fact]
    public void Wrong_arguments_are_refused_by_name()
    {
        var y = Noisy(20, seed: 1);
        Refusal.Says("α must be finite and at least 0, got -1", () => BayesianAutoregression.Fit(y, 1, α: -1, β: 1));
        Refusal.Says("α must be finite and at least 0, got NaN", () => BayesianAutoregression.Fit(y, 1, double.NaN, β: 1));
        Refusal.Says("β must be finite and above 0, got 0", () => BayesianAutoregression.Fit(y, 1, α: 1, β: 0));
        Refusal.Says("prior with α > 0", () => BayesianAutoregression.Fit(Vector<double>.Build.Dense(20, 1), 1, α: 0, β: 1));
    }
}
