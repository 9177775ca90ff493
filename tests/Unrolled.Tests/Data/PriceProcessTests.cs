using MathNet.Numerics.Random;
using Unrolled.Data;

namespace Unrolled.Tests.Data;

public sealed class PriceProcessTests
{
    static readonly PriceProcess Walk = PriceSimulation.RandomWalk.Process;
    static readonly PriceProcess Structured = PriceSimulation.Structured.Process;
    static readonly DateOnly Monday = new(2020, 1, 6);

    [Fact]
    public void Without_shocks_the_simulation_is_its_own_forecast()
    {
        var process = Structured with { Shock = 0 };
        var series = process.Simulate(PriceSimulation.BusinessDays(), new MersenneTwister(1));

        for (var t = 1; t < series.Count; t++)
        {
            var forecast = process.Forecast(series.Dates[t - 1], series.Close[t - 1], series.Dates[t]);
            Assert.Equal(series.Close[t], forecast, tolerance: 0.011); // prices are rounded to 0.01, the forecast is not
        }
        Assert.Equal(0, process.NoiseFloor(series, 800), tolerance: 0.006);
    }

    [Fact]
    public void The_forecast_of_a_walk_is_the_price_itself() =>
        Assert.Equal(87.65, Walk.Forecast(Monday, 87.65, Monday.AddDays(1)), tolerance: 1e-12);

    [Fact]
    public void The_structured_share_takes_back_the_reversion_s_part_of_a_distance()
    {
        var withoutCycle = Structured with { WeeklyCycle = 0 };
        var close = 100 * Math.Exp(0.08);

        var forecast = withoutCycle.Forecast(Monday, close, Monday.AddDays(1));

        Assert.Equal(0.08 * (1 - Structured.Reversion), Math.Log(forecast / 100), tolerance: 1e-12);
    }

    [Fact]
    public void The_weekly_cycle_returns_to_its_start_after_five_business_days()
    {
        var days = PriceSimulation.BusinessDays();
        var price = 100.0;
        for (var t = 1; t <= 5; t++)
            price = Structured.Forecast(days[t - 1], price, days[t]);
        Assert.Equal(100, price, tolerance: 1e-12);
    }

    [Fact]
    public void The_forecast_is_the_mean_of_the_simulated_next_days()
    {
        const int draws = 20_000;
        DateOnly[] twoDays = [Monday, Monday.AddDays(1)];
        var random = new MersenneTwister(7);

        var mean = Enumerable.Range(0, draws).Average(_ => Structured.Simulate(twoDays, random).Close[1]);

        var standardError = 100 * Structured.Shock / Math.Sqrt(draws);
        Assert.Equal(Structured.Forecast(Monday, 100, twoDays[1]), mean, tolerance: 4 * standardError);
    }

    [Fact]
    public void No_other_reversion_or_cycle_forecasts_a_long_series_better_than_the_true_one()
    {
        DateOnly[] days = [.. Enumerable.Range(0, 20_000).Select(t => Monday.AddDays(t / 5 * 7 + t % 5))];
        var series = Structured.Simulate(days, new MersenneTwister(3));
        var floor = Structured.NoiseFloor(series, 800);

        Assert.Equal(100 * Structured.Shock, floor, tolerance: 0.03);
        Assert.All(
            [
                Structured with { Reversion = 0.2 }, Structured with { Reversion = 0.3 },
                Structured with { WeeklyCycle = 0.009 }, Structured with { WeeklyCycle = 0.015 }, Walk,
            ],
            other => Assert.True(other.NoiseFloor(series, 800) > floor, $"{other} beats the process that made the series"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    public void A_noise_floor_without_days_on_both_sides_is_refused(int trainDays)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Walk.NoiseFloor(PriceSimulation.RandomWalk.Series(), trainDays));
        Assert.Contains($"1 to 999 training days of the 1000, got {trainDays}", error.Message, StringComparison.Ordinal);
    }
}
