using System.Text;
using Unrolled.Data;

namespace Unrolled.Tests.Data;

public sealed class PriceCsvTests
{
    static PriceSeries Load(string text, PriceColumn column = PriceColumn.AdjCloseElseClose)
    {
        using var file = new TemporaryCsv(text);
        return PriceCsv.Load(file.FilePath, column);
    }

    static void Holds(PriceSeries series, params (string Date, double Close)[] expected) =>
        Assert.Equal(expected, series.Dates.Zip(series.Close, (date, close) => ($"{date:O}", close)));

    [Theory]
    [InlineData("Date,Close\n2020-01-06,1.5\n2020-01-07,2\n")]
    [InlineData("Date,Close\r\n2020-01-06,1.5\r\n2020-01-07,2")]
    [InlineData("date,CLOSE\n2020-01-06,1.5\n2020-01-07,2\n")]
    [InlineData(" Date , close \n 2020-01-06 , 1.5 \n2020-01-07,2\n")]
    [InlineData("\"Date\",\"Close\"\n\"2020-01-06\",\"1.5\"\n\"2020-01-07\",\"2\"\n")]
    [InlineData("Date,Open,High,Low,Close,Volume\n2020-01-06,9,9,9,1.5,9\n2020-01-07,9,9,9,2,9\n")]
    [InlineData("Date,Close\n2020-01-06T00:00:00Z,1.5\n2020-01-07 00:00:00-05:00,2\n")]
    public void The_usual_exports_are_read(string text)
    {
        var series = Load(text);

        Holds(series, ("2020-01-06", 1.5), ("2020-01-07", 2));
        Assert.Equal((2, 0, false), (series.Report!.Used, series.Report.Dropped, series.Report.Reordered));
    }

    [Fact]
    public void Thousands_separators_and_a_dollar_sign_are_read() =>
        Holds(
            Load("Date,Close\n2020-01-06,\"1,234.50\"\n2020-01-07,\"$1,234,567.8\"\n2020-01-08,$12\n2020-01-09,1.2e3\n"),
            ("2020-01-06", 1234.5), ("2020-01-07", 1234567.8), ("2020-01-08", 12), ("2020-01-09", 1200));

    [Fact]
    public void Newest_first_is_turned_round_and_told()
    {
        var series = Load("Date,Close\n2020-01-08,3\n2020-01-07,2\n2020-01-06,1\n");

        Holds(series, ("2020-01-06", 1), ("2020-01-07", 2), ("2020-01-08", 3));
        Assert.Contains("not oldest first; they were sorted by date", series.Report!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Adjusted_prices_are_preferred_and_either_column_can_be_chosen()
    {
        const string text = "Date,Close,Adj Close\n2020-01-06,10,5\n2020-01-07,6,6\n";

        Assert.Equal([5, 6], Load(text).Close);
        Assert.Equal("Adj Close", Load(text).Report!.PriceColumn);
        Assert.Equal([5, 6], Load(text, PriceColumn.AdjClose).Close);
        Assert.Equal([10, 6], Load(text, PriceColumn.Close).Close);
    }

    [Fact]
    public void A_column_that_was_chosen_is_not_replaced_by_another()
    {
        var error = Assert.Throws<PriceCsvException>(() => Load("Date,Close\n2020-01-06,1\n2020-01-07,2\n", PriceColumn.AdjClose));
        Assert.Contains("columns Date and Adj Close", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_header()
    {
        const string text = "Date,Close\n2020-01-06,1\n2020-01-07,2\n";
        foreach (var encoding in new Encoding[] { new UTF8Encoding(true), new UnicodeEncoding(false, true) })
        {
            using var file = new TemporaryCsv([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);
            Holds(PriceCsv.Load(file.FilePath), ("2020-01-06", 1), ("2020-01-07", 2));
        }
    }

    [Theory]
    [MemberData(nameof(Cultures.WithComma), MemberType = typeof(Cultures))]
    [InlineData("th-TH")] // counts its years from 543 BC
    public void Prices_dates_and_reports_are_read_and_written_alike_in_every_culture(string culture)
    {
        const string text = "Date,Close\n2/1/2020,1.5\n01/07/2020,\"1,000\"\n1/8/2020,-1.5\n1/7/2020,3\n1/13/2020,1\n13/13/2020,1\n";

        var here = Load(text);
        var there = Cultures.Under(culture, () => Load(text));

        Holds(there, ("2020-01-07", 1000), ("2020-01-13", 1), ("2020-02-01", 1.5));
        Assert.Equal(here.Report!.ToString(), Cultures.Under(culture, () => there.Report!.ToString()));
    }

    [Theory]
    [InlineData("prices-structured.csv")]
    [InlineData("prices-random-walk.csv")]
    public void The_course_s_own_files_need_no_decision_and_no_warning(string file) =>
        Assert.Equal("Rows: 1000 used, 0 dropped. Prices from column 'Close'.", PriceCsv.Load(DataFolder.File(file)).Report!.ToString());

    [Fact]
    public void A_million_rows_load_in_order_with_every_bad_one_told()
    {
        const int count = 1_000_000;
        var first = new DateOnly(1, 1, 1);
        using var file = new TemporaryCsv(Enumerable.Range(0, count)
            .Select(t => FormattableString.Invariant($"{first.AddDays(t):yyyy-MM-dd},{(t % 100 == 99 ? "null" : $"{t % 700 + 900}.25")}"))
            .Prepend("Date,Close"));

        var series = PriceCsv.Load(file.FilePath);

        Assert.Equal((990_000, 10_000), (series.Report!.Used, series.Report.Dropped));
        Assert.Equal((900.25, 1298.25), (series.Close[0], series.Close[^1]));
        var lines = series.Report.ToString().Split('\n');
        Assert.Equal(12, lines.Length);
        Assert.Equal("  … and 9990 more", lines[^1]);
    }
}
