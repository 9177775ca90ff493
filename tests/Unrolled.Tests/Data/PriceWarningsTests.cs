using static Unrolled.Tests.Data.LoadedCsv;

namespace Unrolled.Tests.Data;

public sealed class PriceWarningsTests
{
    static readonly DateOnly Monday = new(2024, 1, 8);

    [Theory]
    [InlineData("100|50.5|51", "line 3: on 2024-01-09 the price falls from 100 to 50.5, about 2 to 1: probably a split.")]
    [InlineData("100|101|25.1|26", "line 4: on 2024-01-10 the price falls from 101 to 25.1, about 4 to 1: probably a split.")]
    [InlineData("99|66.5|67", "line 3: on 2024-01-09 the price falls from 99 to 66.5, about 3 to 2: probably a split.")]
    [InlineData("10|11|110.5|111", "line 4: on 2024-01-10 the price rises from 11 to 110.5, about 10 to 1: probably a reverse split.")]
    [InlineData("2000|100.5|101", "line 3: on 2024-01-09 the price falls from 2000 to 100.5, about 20 to 1: probably a split.")]
    [InlineData("1.1|11000|11001", "line 3: on 2024-01-09 the price rises from 1.1 to 11000, 10,000-fold: a unit or a decimal sign may be wrong here.")]
    [InlineData("11000.5|11001|1.1|1.2", "line 4: on 2024-01-10 the price falls from 11001 to 1.1, 10,001-fold: a unit or a decimal sign may be wrong here.")]
    [InlineData("1|1001.5|1002", "line 3: on 2024-01-09 the price rises from 1 to 1001.5, 1,002-fold:")]
    [InlineData("5|5.0|5|5", "line 2: from here on the 4 rows have 1 different price: there is nothing to learn.")]
    [InlineData("5|6|5|6|6", "line 2: from here on the 5 rows have 2 different prices: there is nothing to learn.")]
    [InlineData("100|102.5|99|135|136", null)]
    [InlineData("100|86|75|80", null)]
    [InlineData("1|1.1|1.2", null)]
    public void Prices_that_look_wrong_are_told_with_their_line(string prices, string? warning) =>
        Warned(Csv(prices.Split('|').Select((price, i) => (Monday.AddDays(i), price))), warning);

    [Theory]
    [InlineData("2024-01-08|2024-01-09|2024-01-10|2024-02-12", "line 5: 33 days lie between 2024-01-10 (line 4) and 2024-02-12.")]
    [InlineData("2024-02-12|2024-01-10|2024-01-09|2024-01-08", "line 2: 33 days lie between 2024-01-10 (line 3) and 2024-02-12.")]
    [InlineData("2024-01-11|2024-01-12|2024-01-22|2024-01-23", "line 4: 10 days lie between 2024-01-12 (line 3) and 2024-01-22.")]
    [InlineData("2024-01-01|2024-01-08|2024-01-15|2024-04-01", "line 5: 77 days lie between 2024-01-15 (line 4) and 2024-04-01.")]
    [InlineData("2024-01-08|2024-01-10|2024-01-09|2024-01-11", "line 4: 2024-01-09 stands after 2024-01-10; pairs of rows out of order: 1.")]
    [InlineData("2024-01-11|2024-01-09|2024-01-10|2024-01-08", "line 4: 2024-01-10 stands after 2024-01-09; pairs of rows out of order: 1.")]
    [InlineData("2024-01-08|2024-01-09|2024-01-09|2024-01-10", "line 4: 2024-01-09 stands here again; rows that repeat a day: 1.")]
    [InlineData("2024-01-08|2024-01-08|2024-01-09|2024-01-09|2024-01-10", "line 3: 2024-01-08 stands here again; rows that repeat a day: 2.")]
    [InlineData("2024-01-11|2024-01-10|2024-01-09|2024-01-08", null)]
    [InlineData("2024-01-25|2024-01-26|2024-02-02|2024-02-05", null)]
    [InlineData("2024-01-31|2024-02-29|2024-03-31|2024-04-30|2024-05-31", null)]
    [InlineData("2023-12-21|2023-12-22|2023-12-27|2023-12-28|2024-01-02", null)]
    public void Days_that_look_wrong_are_told_with_their_line(string days, string? warning) =>
        Warned(Csv(days.Split('|').Select((day, i) => (DateOnly.ParseExact(day, "O"), FormattableString.Invariant($"{100 + i}.5")))), warning);

    [Fact]
    public void Warnings_stand_in_the_order_of_the_file_before_the_rows_dropped()
    {
        var report = Load("Date,Close\n2024-01-08,100\n2024-01-09,50\n2024-01-10,null\n2024-01-11,51\n2024-03-11,52\n2024-03-11,53\n").Report!;

        Assert.Equal([3, 6, 7], report.Warnings.Select(warning => warning.Line));
        var lines = report.ToString().Split('\n');
        Assert.Equal(
            ["Rows: 4 us", "Warning, l", "Warning, l", "Warning, l", "  line 4: ", "  line 7: ", "Keep one r"],
            lines.Select(line => line[..10]));
    }

    [Fact]
    public void Many_warnings_are_shortened()
    {
        var report = Load(Csv(Enumerable.Range(0, 40).Select(i => (Monday.AddDays(i), i == 0 ? "10.1" : i % 2 == 0 ? "10" : "20")))).Report!;

        Assert.Equal(39, report.Warnings.Length);
        Assert.EndsWith("\n  … and 29 more", report.ToString(), StringComparison.Ordinal);
    }

    static void Warned(string text, string? warning)
    {
        var warnings = Load(text).Report!.Warnings;
        if (warning is null)
            Assert.Empty(warnings);
        else
            Assert.StartsWith(warning, Assert.Single(warnings).ToString(), StringComparison.Ordinal);
    }

    static string Csv(IEnumerable<(DateOnly Day, string Price)> rows) =>
        "Date,Close\n" + string.Concat(rows.Select(row => FormattableString.Invariant($"{row.Day:yyyy-MM-dd},{row.Price}\n")));
}
