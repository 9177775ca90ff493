using System.Collections.Immutable;

namespace Unrolled.Data;

/// <summary>Closing prices in time order, one per day. It can't be changed once made.</summary>
public sealed class PriceSeries
{
    /// <summary>Makes a series from days and the prices they closed at.</summary>
    /// <param name="dates">N days, each later than the one before.</param>
    /// <param name="close">N closing prices, finite and above zero.</param>
    /// <param name="report">How the file was read, when the prices come from one.</param>
    /// <exception cref="ArgumentException">The lengths differ, a day is out of order, or a price not finite or not above zero.</exception>
    public PriceSeries(IEnumerable<DateOnly> dates, IEnumerable<double> close, LoadReport? report = null)
    {
        ImmutableArray<DateOnly> days = [.. dates];
        ImmutableArray<double> prices = [.. close];
        if (days.Length != prices.Length)
        {
            throw new ArgumentException(
                $"A price series needs as many prices as dates, got {days.Length} dates and {prices.Length} prices.", nameof(close));
        }
        for (var t = 0; t < days.Length; t++)
        {
            if (t > 0 && days[t] <= days[t - 1])
            {
                throw new ArgumentException(
                    Invariant($"dates[{t}] must be later than dates[{t - 1}] = {days[t - 1]:yyyy-MM-dd}, got {days[t]:yyyy-MM-dd}."),
                    nameof(dates));
            }
            if (!double.IsFinite(prices[t]) || prices[t] <= 0)
            {
                throw new ArgumentException(
                    Invariant($"close[{t}] must be a finite price above zero, got {prices[t]}."), nameof(close));
            }
        }
        (Dates, Close, Report) = (days, prices, report);
    }

    /// <summary>The days, oldest first.</summary>
    public IReadOnlyList<DateOnly> Dates { get; }

    /// <summary>The closing price of each day, in the currency of its source.</summary>
    public IReadOnlyList<double> Close { get; }

    /// <summary>How the file was read: rows used, rows dropped and why. Null for a series that doesn't come from a file.</summary>
    public LoadReport? Report { get; }

    /// <summary>The number of days, N.</summary>
    public int Count => Close.Count;

    /// <summary>
    /// Splits in time order: the first <paramref name="trainDays"/> days to learn from, the rest to test on.
    /// Never shuffled: a forecast that has seen the future proves nothing.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">One of the two parts would be empty.</exception>
    public (PriceSeries Train, PriceSeries Test) Split(int trainDays)
    {
        if (trainDays < 1 || trainDays >= Count)
        {
            throw new ArgumentOutOfRangeException(
                nameof(trainDays), $"The training part must have 1 to {Count - 1} of the {Count} days, got {trainDays}.");
        }
        return (new(Dates.Take(trainDays), Close.Take(trainDays)), new(Dates.Skip(trainDays), Close.Skip(trainDays)));
    }
}
