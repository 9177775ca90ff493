using Unrolled.Data;

namespace Unrolled.Tests.Data;

public sealed class PriceCsvBadFileTests
{
    [Theory]
    [InlineData("", "got no line that can be read; the file may be empty")]
    [InlineData("\n \n\n", "got no line that can be read")]
    [InlineData("\"Date,Close\n", "got no line that can be read")]
    [InlineData("Date,Close\n", "at least 2 usable rows after the header", "Rows: 0 used, 0 dropped")]
    [InlineData("Date,Close\n2020-01-06,1\n", "at least 2 usable rows after the header", "Rows: 1 used, 0 dropped")]
    [InlineData("Date,Close\n2020-01-06,1\n2020-01-07,NaN\n", "Rows: 1 used, 1 dropped", "line 3: the price is NaN")]
    [InlineData("Date;Close\n2020-01-06;1\n", "separated by ',', got 'Date;Close'", "seems to use ';' between fields")]
    [InlineData("Date\tClose\n2020-01-06\t1\n", "seems to use a tab between fields")]
    [InlineData("Date|Close\n2020-01-06|1\n", "seems to use '|' between fields")]
    [InlineData("2020-01-06,1\n2020-01-07,2\n", "got '2020-01-06, 1'", "Name these columns in the first line")]
    [InlineData("Date,Price\n2020-01-06,1\n", "the columns Date and Close or Adj Close", "got 'Date, Price'")]
    [InlineData("Date,Close,close\n2020-01-06,1,2\n", "expected one column Close, got 2 in 'Date, Close, close'")]
    [InlineData("Day,Close\n2020-01-06,1\n", "the columns Date and Close or Adj Close", "got 'Day, Close'")]
    public void A_file_that_can_t_be_used_is_refused_with_its_name_and_what_came(string text, params string[] expected)
    {
        using var file = new TemporaryCsv(text);

        var error = Assert.Throws<PriceCsvException>(() => PriceCsv.Load(file.FilePath));

        Assert.All(expected.Prepend(file.FilePath), part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_file_is_refused_by_name() => Refused("no-such-file.csv", "there is no such file");

    [Fact]
    public void A_file_in_a_missing_folder_is_refused_by_name() => Refused("no-such-folder/prices.csv", "there is no such file");

    [Fact]
    public void A_folder_is_refused_by_name() => Refused(Path.GetTempPath(), "expected a CSV file, got a folder");

    [Fact]
    public void A_file_of_one_endless_line_is_refused_before_it_fills_the_memory()
    {
        using var file = new TemporaryCsv(new string('x', 5_000_000));
        Refused(file.FilePath, "expected lines of text");
    }

    [Fact]
    public void Noise_is_refused()
    {
        var noise = new byte[100_000];
        new Random(1).NextBytes(noise);
        using var file = new TemporaryCsv(noise);
        Refused(file.FilePath, "expected a header with the columns Date and Close");
    }

    static void Refused(string path, string expected)
    {
        var error = Assert.Throws<PriceCsvException>(() => PriceCsv.Load(path));
        Assert.Contains($"'{path}'", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }
}
