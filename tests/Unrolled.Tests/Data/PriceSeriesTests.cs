using Unrolled.Data;

namespace Unrolled.Tests.Data;

public sealed class PriceSeriesTests
{
    static readonly DateOnly Day = new(2020, 1, 6);

    static PriceSeries Series(int count) =>
        new(Enumerable.Range(0, count).Select(Day.AddDays), Enumerable.Range(0, count).Select(t => t + 1.0));

    [Fact]
    public void A_split_keeps_every_day_in_order()
    {
        var series = Series(10);
        for (var trainDays = 1; trainDays < 10; trainDays++)
        {
            var (train, test) = series.Split(trainDays);
            Assert.Equal(trainDays, train.Count);
            Assert.Equal(series.Dates, train.Dates.Concat(test.Dates));
            Assert.Equal(series.Close, train.Close.Concat(test.Close));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(-1)]
    public void A_split_that_leaves_one_part_empty_is_refused(int trainDays)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Series(10).Split(trainDays));
        Assert.Contains($"must have 1 to 9 of the 10 days, got {trainDays}", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_price_that_is_no_price_is_refused(double price)
    {
        var error = Assert.Throws<ArgumentException>(() => new PriceSeries([Day, Day.AddDays(1)], [1, price]));
        Assert.Contains(
            FormattableString.Invariant($"close[1] must be a finite price above zero, got {price}"), error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Days_out_of_order_are_refused(int step)
    {
        var error = Assert.Throws<ArgumentException>(() => new PriceSeries([Day, Day.AddDays(step)], [1, 2]));
        Assert.Contains("dates[1] must be later than dates[0] = 2020-01-06", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Dates_and_prices_must_be_equally_many()
    {
        var error = Assert.Throws<ArgumentException>(() => new PriceSeries([Day], [1, 2]));
        Assert.Contains("got 1 dates and 2 prices", error.Message, StringComparison.Ordinal);
    }
}
