using Unrolled.Data;
using static Unrolled.Tests.Data.LoadedCsv;

namespace Unrolled.Tests.Data;

public sealed class PriceCsvNumberTests
{
    [Theory]
    [InlineData("1.5|2|.75", new[] { 1.5, 2, 0.75 }, null)]
    [InlineData("1.2e3|1.25E+03", new[] { 1200, 1250.0 }, null)]
    [InlineData("1100|950", new[] { 1100, 950.0 }, null)]
    [InlineData("0.100|1234.567", new[] { 0.1, 1234.567 }, null)]
    [InlineData("1,100|1,0987", new[] { 1.1, 1.0987 }, "with a decimal comma because line 3 has '1,0987'")]
    [InlineData("101,45|102", new[] { 101.45, 102 }, "with a decimal comma because line 2 has '101,45'")]
    [InlineData("0,100|0,101", new[] { 0.1, 0.101 }, "with a decimal comma because line 2 has '0,100'")]
    [InlineData("1234,567|1,100", new[] { 1234.567, 1.1 }, "with a decimal comma because line 2 has '1234,567'")]
    [InlineData("1,5E+03|1,6E+03", new[] { 1500, 1600.0 }, "with a decimal comma because line 2 has '1,5E+03'")]
    [InlineData("1.100|1.098,50", new[] { 1100, 1098.5 }, "with a decimal comma because line 3 has '1.098,50', with '.' between thousands")]
    [InlineData("1.234.567|999.999", new[] { 1234567, 999999.0 }, "with a decimal comma because line 2 has '1.234.567', with '.' between thousands")]
    [InlineData("1,100|999.50", new[] { 1100, 999.5 }, "with a decimal point because line 3 has '999.50', with ',' between thousands")]
    [InlineData("1,234,567|999,999", new[] { 1234567, 999999.0 }, "with a decimal point because line 2 has '1,234,567', with ',' between thousands")]
    [InlineData("12,34,567.5|9,99,999.25", new[] { 1234567.5, 999999.25 }, "with a decimal point because line 2 has '12,34,567.5', with ',' between thousands")]
    [InlineData("1 234,50|999,00", new[] { 1234.5, 999 }, "with a decimal comma because line 2 has '1 234,50', with ' ' between thousands")]
    [InlineData("1\u00A0234,50|1\u202F300,25", new[] { 1234.5, 1300.25 }, "with a decimal comma")]
    [InlineData("1'234.50|1’300.25", new[] { 1234.5, 1300.25 }, "with a decimal point because line 2 has '1'234.50', with ''' and '’' between thousands")]
    [InlineData("1 234|1 235", new[] { 1234, 1235.0 }, "with ' ' between thousands")]
    [InlineData("$1.25|$ 2.5", new[] { 1.25, 2.5 }, "in $.")]
    [InlineData("USD 12.25|13.5 USD", new[] { 12.25, 13.5 }, "in USD.")]
    [InlineData("US$1,100.5|US$999", new[] { 1100.5, 999 }, "in US$, with a decimal point because line 2 has 'US$1,100.5', with ',' between thousands")]
    [InlineData("1.100,00 €|999,50\u00A0€", new[] { 1100, 999.5 }, "in €, with a decimal comma because line 2 has '1.100,00 €'")]
    [InlineData("25.300,5 ₫|25.400 ₫", new[] { 25300.5, 25400 }, "in ₫, with a decimal comma")]
    [InlineData("kr.100|kr. 99,5", new[] { 100, 99.5 }, "in kr., with a decimal comma because line 3 has 'kr. 99,5'")]
    [InlineData("25.300,5đ|25.400đ", new[] { 25300.5, 25400 }, "in đ, with a decimal comma")]
    public void One_row_that_makes_the_other_sign_impossible_decides_for_all_rows(string prices, double[] close, string? decision)
    {
        var series = Prices(prices);

        Assert.Equal(close, series.Close);
        Assert.Equal(0, series.Report!.Dropped);
        if (decision is null)
            Assert.Empty(series.Report.Decisions);
        else
            Assert.StartsWith($"Prices read {decision}", Assert.Single(series.Report.Decisions), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1,100|1,101", "line 2 has '1,100', which is 1100 with a decimal point or 1.1 with a decimal comma")]
    [InlineData("1.100|1.101", "line 2 has '1.100', which is 1.1 with a decimal point or 1100 with a decimal comma")]
    [InlineData("950|1.100", "line 3 has '1.100', which is 1.1 with a decimal point or 1100 with a decimal comma")]
    [InlineData("100.123|100.456", "line 2 has '100.123', which is 100.123 with a decimal point or 100123 with a decimal comma")]
    [InlineData("$1,100|$1,101", "line 2 has '$1,100', which is 1100 with a decimal point or 1.1 with a decimal comma")]
    [InlineData("null|25.300 ₫|25.400 ₫", "line 3 has '25.300 ₫', which is 25.3 with a decimal point or 25300 with a decimal comma")]
    public void A_column_that_can_be_read_in_two_ways_is_refused_with_both(string prices, string readings)
    {
        Refused(
            () => Prices(prices), readings, "column 'Close'",
            "Say which it is: PriceCsv.Load(path, decimals: DecimalSign.Point) or PriceCsv.Load(path, decimals: DecimalSign.Comma).");
    }

    [Theory]
    [InlineData(DecimalSign.Point, new[] { 1100, 1101.0 })]
    [InlineData(DecimalSign.Comma, new[] { 1.1, 1.101 })]
    public void The_caller_decides_what_is_open(DecimalSign sign, double[] close)
    {
        var series = Prices("1,100|1,101", sign);

        Assert.Equal(close, series.Close);
        Assert.Contains(" as asked", Assert.Single(series.Report!.Decisions), StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_beside_no_day_decides_nothing()
    {
        var series = Load("Date;Close\n2024-01-02;1.234\n2024-01-03;1.24\naverage;1.237,5\n");

        Assert.Equal([1.234, 1.24], series.Close);
        Assert.StartsWith("the date 'average' is in no form", Assert.Single(series.Report!.BadRows).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_of_both_signs_is_refused_until_the_caller_says_which_rows_go()
    {
        Refused(
            () => Prices("101.25|101.5|101,75"),
            "line 2 has '101.25', which can't be read with a decimal comma, and line 4 has '101,75', which can't be read with a decimal point");
        var series = Prices("101.25|101.5|101,75", DecimalSign.Point);
        Assert.Equal("line 4: the price '101,75' can't be read with a decimal point, as the column is", Assert.Single(series.Report!.BadRows).ToString());
    }

    [Fact]
    public void A_caller_whom_the_file_contradicts_is_refused() =>
        Refused(
            () => Prices("1,100|1,0987", DecimalSign.Point),
            "line 3 has '1,0987', which can be read with a decimal comma only", "Leave out decimals: DecimalSign.Point, or say decimals: DecimalSign.Comma.");
}
