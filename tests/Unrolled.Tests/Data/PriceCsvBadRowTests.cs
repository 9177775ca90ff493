using Unrolled.Data;

namespace Unrolled.Tests.Data;

public sealed class PriceCsvBadRowTests
{
    [Theory]
    [InlineData("2020-01-08,NaN", "the price is NaN, not a number")]
    [InlineData("2020-01-08,-3.5", "the price '-3.5' is not a finite number above zero")]
    [InlineData("2020-01-08,0", "the price '0' is not a finite number above zero")]
    [InlineData("2020-01-08,1e999", "the price '1e999' is not a finite number above zero")]
    [InlineData("2020-01-08,null", "the price is missing ('null')")]
    [InlineData("2020-01-08,", "the price is missing ('')")]
    [InlineData("2020-01-08,abc", "the price 'abc' is not a number such as 1,234.56")]
    [InlineData("2020-01-08,Infinity", "the price 'Infinity' is not a number such as 1,234.56")]
    [InlineData("2020-01-08,\"1,2,3\"", "the price '1,2,3' is not a number such as 1,234.56")]
    [InlineData("2020-01-08,.", "the price '.' is not a number such as 1,234.56")]
    [InlineData("2020-01-08", "it has 1 of the 2 fields needed")]
    [InlineData("null,5", "the date is missing ('null')")]
    [InlineData(",5", "the date is missing ('')")]
    [InlineData("2020-02-30,5", "the date '2020-02-30' is no day of the calendar")]
    [InlineData("2020-13-13,5", "the date '2020-13-13' is no day of the calendar")]
    [InlineData("yesterday,5", "the date 'yesterday' is in no form known here, such as 2020-12-31")]
    [InlineData("43838,5", "the date '43838' is a spreadsheet's number of a day")]
    [InlineData("#######,5", "the date '#######' is what a spreadsheet shows in a narrow column")]
    [InlineData("8. Mai 2020,5", "the date '8. Mai 2020' names no month in English")]
    [InlineData("Jan 2020,5", "the date 'Jan 2020' names no day")]
    [InlineData("2020-01-06,5", "the date 2020-01-06 stands in line 2 already")]
    [InlineData("20200106,5", "the date 2020-01-06 stands in line 2 already")]
    [InlineData("2020-01-08,1.2M", "the price '1.2M' is abbreviated")]
    [InlineData("2020-01-08,-0.5%", "the price '-0.5%' is a percentage")]
    [InlineData("2020-01-08,#VALUE!", "the price '#VALUE!' is what a spreadsheet shows for an error")]
    [InlineData("2020-01-08,0.24 Dividend", "it tells a dividend or a split, no price")]
    [InlineData("2020-01-08,5,6", "it has 3 fields, and the header names 2")]
    [InlineData("", "it is blank")]
    [InlineData(" , ", "it is blank")]
    [InlineData("2020-01-08,\"5", "its quotes don't match: '2020-01-08,\"5'")]
    [InlineData("2020-01-08,\"5\"6", "its quotes don't match: '2020-01-08,\"5\"6'")]
    [InlineData("2020-01-08,5\"6", "its quotes don't match: '2020-01-08,5\"6'")]
    public void A_bad_row_is_dropped_with_its_line_and_reason_and_the_others_stay(string row, string reason)
    {
        using var file = new TemporaryCsv($"Date,Close\n2020-01-06,1\n2020-01-07,2\n{row}\n2020-01-09,3\n");

        var series = PriceCsv.Load(file.FilePath);

        Assert.Equal([1, 2, 3], series.Close);
        var bad = Assert.Single(series.Report!.BadRows);
        Assert.Equal(4, bad.Line);
        Assert.StartsWith(reason, bad.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_ends_with_one_next_step_for_each_cause()
    {
        using var file = new TemporaryCsv("Date,Close\n2020-01-06,1\n2020-01-07,2\n43838,3\n43839,3\n2020-01-10,null\n2020-01-13,1.2M\n");

        Assert.EndsWith(
            """
              line 4: the date '43838' is a spreadsheet's number of a day
              line 5: the date '43839' is a spreadsheet's number of a day
              line 6: the price is missing ('null')
              line 7: the price '1.2M' is abbreviated
            Format the date column as dates (2020-12-31) and export again.
            Export the prices with all their digits, not in thousands (K) or millions (M).
            """.ReplaceLineEndings("\n"),
            PriceCsv.Load(file.FilePath).Report!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_rows_stand_in_the_report_in_the_order_of_the_file()
    {
        using var file = new TemporaryCsv("\nDate,Close\n2020-01-06,1\n\n2020-01-07,\"2\n2020-01-08,NaN\n\n2020-01-09,1.1\n2020-01-10,1.2\n\n");

        var report = PriceCsv.Load(file.FilePath).Report!;

        Assert.Equal([1, 4, 5, 6, 7, 10], report.BadRows.Select(row => row.Line));
        Assert.Equal(
            """
            Rows: 3 used, 6 dropped. Prices from column 'Close'.
              line 1: it is blank
              line 4: it is blank
              line 5: its quotes don't match: '2020-01-07,"2'
              line 6: the price is NaN, not a number
              line 7: it is blank
              line 10: it is blank
            Correct the quotes in the lines named.
            """,
            report.ToString(), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void A_long_or_unprintable_field_is_shown_short_and_printable()
    {
        using var file = new TemporaryCsv($"Date,Close\n2020-01-06,1\n2020-01-07,2\n2020-01-08,\u001b[31m{new string('x', 500)}\n");

        var reason = PriceCsv.Load(file.FilePath).Report!.BadRows[0].Reason;

        Assert.DoesNotContain('\u001b', reason);
        Assert.InRange(reason.Length, 60, 120);
    }
}
