using System.Globalization;
using System.Text;
using MathNet.Numerics.Random;

namespace Unrolled.Data;

/// <summary>A simulated share: its file in the data folder, its process, and the seed that makes it the same everywhere.</summary>
/// <param name="FileName">The name of its CSV file.</param>
/// <param name="Process">The formula of its price.</param>
/// <param name="Seed">The seed of the Mersenne Twister that draws the shocks.</param>
public sealed record SimulatedShare(string FileName, PriceProcess Process, int Seed)
{
    /// <summary>The share's 1,000 closing prices.</summary>
    public PriceSeries Series() => Process.Simulate(PriceSimulation.BusinessDays(), new MersenneTwister(Seed));

    /// <summary>The one-step noise floor on the test part, in price units: see <see cref="PriceProcess.NoiseFloor"/>.</summary>
    public double NoiseFloor() => Process.NoiseFloor(Series(), PriceSimulation.TrainDays);
}

/// <summary>The two simulated shares of the course: one with nothing to learn, one with structure.</summary>
public static class PriceSimulation
{
    /// <summary>The number of business days simulated.</summary>
    public const int Days = 1000;

    /// <summary>The days to train on; the other 200 are for testing.</summary>
    public const int TrainDays = 800;

    private static readonly DateOnly FirstDay = new(2020, 1, 6);

    /// <summary>A random walk of the log-price: every day's return is independent of all before, so there is nothing to learn.</summary>
    public static SimulatedShare RandomWalk { get; } =
        new("prices-random-walk.csv", new PriceProcess(Shock: 0.013, Reversion: 0, WeeklyCycle: 0), Seed: 10);

    /// <summary>A price that is drawn back to 100 and swings with the weekday: part of tomorrow's move can be learnt.</summary>
    public static SimulatedShare Structured { get; } =
        new("prices-structured.csv", new PriceProcess(Shock: 0.013, Reversion: 0.25, WeeklyCycle: 0.012), Seed: 29);

    /// <summary>Both shares.</summary>
    public static IReadOnlyList<SimulatedShare> Shares { get; } = [RandomWalk, Structured];

    /// <summary>The files of the data folder, name and text, as the command <c>data simulate</c> writes them.</summary>
    public static IReadOnlyList<(string FileName, string Csv)> Files =>
        [.. Shares.Select(share => (share.FileName, ToCsv(share.Series())))];

    /// <summary>The simulated days: Monday to Friday, without holidays.</summary>
    public static IReadOnlyList<DateOnly> BusinessDays() =>
        [.. Enumerable.Range(0, Days).Select(t => FirstDay.AddDays(t / 5 * 7 + t % 5))];

    /// <summary>A header and one row per day: ISO date, price with two decimals, \n after each. The same bytes everywhere.</summary>
    public static string ToCsv(PriceSeries series)
    {
        var csv = new StringBuilder("Date,Close\n");
        for (var t = 0; t < series.Count; t++)
            csv.Append(CultureInfo.InvariantCulture, $"{series.Dates[t]:yyyy-MM-dd},{series.Close[t]:F2}\n");
        return csv.ToString();
    }
}
