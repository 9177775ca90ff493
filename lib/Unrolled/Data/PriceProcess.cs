using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;

namespace Unrolled.Data;

/// <summary>
/// A share's closing price as a formula, so that what can be known about tomorrow is known exactly:
/// <code>
/// P_t = 100 exp(c_t + d_t)                                  d_0 = 0
/// d_t = (1 − κ) d_{t−1} + s ε_t − s²/2                      ε_t independent, standard normal
/// c_t = A sin(2π w_t / 5)                                   w_t = 0 on Monday … 4 on Friday
/// </code>
/// κ = 0 and A = 0 give a random walk. The term s²/2 makes up for the mean of a log-normal factor (E exp(s ε) = exp(s²/2)),
/// so that the best forecast of a walk is today's price itself.
/// </summary>
/// <param name="Shock">s, the standard deviation of a day's surprise in the log-price (0.013 is 1.3 %).</param>
/// <param name="Reversion">κ in [0, 1], the share of the distance to 100 that a day takes back on average.</param>
/// <param name="WeeklyCycle">A, the amplitude of the weekly cycle in the log-price.</param>
public sealed record PriceProcess(double Shock, double Reversion, double WeeklyCycle)
{
    private const double Level = 100;

    /// <summary>Simulates one close per day, rounded to two decimals as prices are quoted.</summary>
    /// <param name="days">N weekdays in time order.</param>
    /// <param name="random">The source of the shocks ε_t; it is advanced.</param>
    public PriceSeries Simulate(IReadOnlyList<DateOnly> days, RandomSource random)
    {
        var close = new double[days.Count];
        var d_t = 0.0;
        for (var t = 0; t < days.Count; t++)
        {
            if (t > 0)
                d_t = (1 - Reversion) * d_t + Shock * Normal.Sample(random, 0, 1) - Shock * Shock / 2;
            close[t] = Math.Round(Level * Math.Exp(Cycle(days[t]) + d_t), 2);
        }
        return new PriceSeries(days, close);
    }

    /// <summary>
    /// E[P_t | P_{t−1}], the forecast with the smallest expected squared error: it knows the formula and lacks only ε_t.
    /// </summary>
    /// <param name="yesterday">The day t − 1.</param>
    /// <param name="close">P_{t−1}.</param>
    /// <param name="today">The day t.</param>
    public double Forecast(DateOnly yesterday, double close, DateOnly today)
    {
        var d_tm1 = Math.Log(close / Level) - Cycle(yesterday);
        return Level * Math.Exp(Cycle(today) + (1 - Reversion) * d_tm1);
    }

    /// <summary>
    /// The one-step noise floor: the RMSE, in price units, of <see cref="Forecast"/> over the days after the first
    /// <paramref name="trainDays"/>.
    /// No forecast from past prices can be expected to do better; one that does on so few days was lucky.
    /// </summary>
    /// <param name="series">Prices that follow this process.</param>
    /// <param name="trainDays">The days before the first forecast.</param>
    /// <exception cref="ArgumentOutOfRangeException">No day is left to forecast, or none to forecast it from.</exception>
    public double NoiseFloor(PriceSeries series, int trainDays)
    {
        if (trainDays < 1 || trainDays >= series.Count)
        {
            throw new ArgumentOutOfRangeException(
                nameof(trainDays), $"The noise floor needs 1 to {series.Count - 1} training days of the {series.Count}, got {trainDays}.");
        }
        var squares = 0.0;
        for (var t = trainDays; t < series.Count; t++)
        {
            var error = series.Close[t] - Forecast(series.Dates[t - 1], series.Close[t - 1], series.Dates[t]);
            squares += error * error;
        }
        return Math.Sqrt(squares / (series.Count - trainDays));
    }

    private double Cycle(DateOnly day) => WeeklyCycle * Math.Sin(2 * Math.PI * ((int)day.DayOfWeek - (int)DayOfWeek.Monday) / 5);
}
