using Unrolled.Data;

namespace Unrolled.Tests.Data;

public sealed class PriceCsvBadFileTests
{
    [Theory]
    [InlineData("", "got no line that can be read; the file may be empty")]
    [InlineData("\n \n\n", "got no line that can be read")]
    [InlineData("\"Date,Close\n", "expected a header with the columns Date and Close or Adj Close", "got '\"Date,Close'")]
    [InlineData("Date,Close\n", "at least 2 usable rows after the header", "Rows: 0 used, 0 dropped")]
    [InlineData("Date,Close\n2020-01-06,1\n", "at least 2 usable rows after the header", "Rows: 1 used, 0 dropped")]
    [InlineData("Date,Close\n2020-01-06,1\n2020-01-07,NaN\n", "Rows: 1 used, 1 dropped", "line 3: the price is NaN")]
    [InlineData("Date;Close\n2020-01-06;1\n", "at least 2 usable rows", "Rows: 1 used, 0 dropped", "Export a longer range of days")]
    [InlineData("2020-01-06,1\n2020-01-07,2\n", "got '2020-01-06,1'", "Name these columns in the first line")]
    [InlineData("Date:Close\n2020-01-06:1\n", "separated by ',', ';', tab or '|', got 'Date:Close'")]
    [InlineData("sep=;\nDate;Volume\n", "the columns Date and Close or Adj Close", "got 'Date;Volume'")]
    [InlineData("Date,Close,close\n2020-01-06,1,2\n", "expected one column Close, got 2 in 'Date, Close, close'")]
    [InlineData("Day,Close\n2020-01-06,1\n", "the columns Date and Close or Adj Close", "got 'Day,Close'")]
    [InlineData("<!DOCTYPE html>\n<p>Date, Close", "got '<!DOCTYPE html>'", "This is a web page")]
    [InlineData("{\n  \"Information\": \"25 requests per day\"\n}", "got '{'", "This is JSON, perhaps a message of the site")]
    [InlineData("PK\u0003\u0004\u0014", "This is a workbook of a spreadsheet: save it as CSV.")]
    [InlineData("%PDF-1.7\n", "This is a PDF")]
    [InlineData("Date,Close\n45293,1\n45294,2\n", "line 2: the date '45293' is a spreadsheet's number of a day", "Format the date column as dates")]
    [InlineData("Date,Close\n1704153600,1\n1704240000,2\n", "counts seconds or milliseconds since 1970", "Export the dates as year-month-day")]
    [InlineData("Date,Close\n2020-01-06,101,45\n2020-01-07,102,20\n", "line 2: it has 3 fields, and the header names 2", "export with ';' between fields")]
    [InlineData("Date,Close\n2020-01-06,$1\n2020-01-07,€2\n", "one currency in column 'Close', got two: line 2 has '$1' and line 3 has '€2'")]
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
