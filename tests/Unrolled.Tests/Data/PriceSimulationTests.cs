using Unrolled.Data;

namespace Unrolled.Tests.Data;

public sealed class PriceSimulationTests
{
    public static TheoryData<string> FileNames => [.. PriceSimulation.Shares.Select(share => share.FileName)];

    static SimulatedShare Share(string fileName) => PriceSimulation.Shares.Single(share => share.FileName == fileName);

    [Theory]
    [MemberData(nameof(FileNames))]
    public void The_committed_file_is_a_fresh_simulation_byte_for_byte(string fileName)
    {
        var csv = PriceSimulation.Files.Single(file => file.FileName == fileName).Csv;
        Assert.Equal(System.Text.Encoding.UTF8.GetBytes(csv), File.ReadAllBytes(DataFolder.File(fileName)));
    }

    [Theory]
    [MemberData(nameof(FileNames))]
    public void Loading_the_file_gives_the_simulated_prices_back_exactly(string fileName)
    {
        var simulated = Share(fileName).Series();
        var loaded = PriceCsv.Load(DataFolder.File(fileName));

        Assert.Equal(simulated.Dates, loaded.Dates);
        Assert.Equal(simulated.Close, loaded.Close);
        Assert.Equal((1000, 0), (loaded.Report!.Used, loaded.Report.Dropped));
    }

    [Fact]
    public void The_days_are_a_thousand_weekdays_in_a_row()
    {
        var days = PriceSimulation.BusinessDays();
        Assert.Equal(1000, days.Count);
        for (var t = 1; t < days.Count; t++)
            Assert.Equal(days[t - 1].DayOfWeek == DayOfWeek.Friday ? 3 : 1, days[t].DayNumber - days[t - 1].DayNumber);
        Assert.Equal(DayOfWeek.Monday, days[0].DayOfWeek);
    }

    [Fact]
    public void The_walk_stays_between_60_and_160() =>
        Assert.All(PriceCsv.Load(DataFolder.File("prices-random-walk.csv")).Close, close => Assert.InRange(close, 60, 160));

    [Fact]
    public void The_structured_prices_stay_near_100()
    {
        var close = PriceCsv.Load(DataFolder.File("prices-structured.csv")).Close;
        Assert.InRange(close.Average(), 99, 101);
        Assert.All(close, price => Assert.InRange(price, 85, 115));
    }

    [Theory]
    [MemberData(nameof(FileNames))]
    public void The_daily_surprise_is_near_1_3_percent_of_the_price(string fileName)
    {
        var (share, series) = (Share(fileName), Share(fileName).Series());
        var surprises = Enumerable.Range(1, series.Count - 1).Select(t =>
            Math.Log(series.Close[t] / share.Process.Forecast(series.Dates[t - 1], series.Close[t - 1], series.Dates[t])));

        Assert.InRange(Math.Sqrt(surprises.Average(surprise => surprise * surprise)), 0.012, 0.014);
    }

    [Fact]
    public void Persistence_is_the_noise_floor_of_the_walk_and_a_third_above_that_of_the_structured_share()
    {
        Assert.Equal(1, Persistence(PriceSimulation.RandomWalk) / PriceSimulation.RandomWalk.NoiseFloor(), tolerance: 1e-12);
        Assert.InRange(Persistence(PriceSimulation.Structured) / PriceSimulation.Structured.NoiseFloor(), 1.3, 1.5);
    }

    [Theory]
    [MemberData(nameof(Cultures.WithComma), MemberType = typeof(Cultures))]
    public void The_text_of_the_files_does_not_depend_on_the_culture(string culture) =>
        Assert.Equal(PriceSimulation.Files, Cultures.Under(culture, () => PriceSimulation.Files));

    [Fact]
    public void A_file_has_a_header_iso_dates_two_decimals_and_line_feeds() =>
        Assert.Equal(
            "Date,Close\n2020-01-06,100.00\n2020-12-31,7.50\n",
            PriceSimulation.ToCsv(new PriceSeries([new(2020, 1, 6), new(2020, 12, 31)], [100, 7.5])));

    static double Persistence(SimulatedShare share)
    {
        var close = share.Series().Close;
        return Math.Sqrt(Enumerable.Range(PriceSimulation.TrainDays, close.Count - PriceSimulation.TrainDays)
            .Average(t => Math.Pow(close[t] - close[t - 1], 2)));
    }
}
