using Unrolled.Data;
using static Unrolled.Tests.Data.LoadedCsv;

namespace Unrolled.Tests.Data;

public sealed class PriceCsvDateTests
{
    [Theory]
    [InlineData("2024-01-02|2024-01-13", "2024-01-02|2024-01-13")]
    [InlineData("2024/1/2|2024/01/13", "2024-01-02|2024-01-13")]
    [InlineData("20240102|20240113", "2024-01-02|2024-01-13")]
    [InlineData("20240102 170000|20240113 170000", "2024-01-02|2024-01-13")]
    [InlineData("2024-Jan-02|2024-Feb-01", "2024-01-02|2024-02-01")]
    [InlineData("2024. 1. 2.|2024. 1. 13.", "2024-01-02|2024-01-13")]
    [InlineData("2024-01-02T00:00:00Z|2024-01-13T00:00:00.000+01:00", "2024-01-02|2024-01-13")]
    [InlineData("2024-01-02 00:00:00-05:00|2024-01-13 00:00:00-05:00", "2024-01-02|2024-01-13")]
    public void Years_of_four_digits_before_month_and_day_have_one_reading_and_need_no_word(string dates, string days)
    {
        var series = LoadedCsv.Dates(dates);

        Assert.Equal(days, Days(series));
        Assert.Empty(series.Report!.Decisions);
    }

    [Theory]
    [InlineData("01/01/2024|02/01/2024|15/01/2024|16/01/2024", "2024-01-01|2024-01-02|2024-01-15|2024-01-16", "day/month/year because line 4 has '15/01/2024'")]
    [InlineData("01/02/2024|01/03/2024|01/13/2024", "2024-01-02|2024-01-03|2024-01-13", "month/day/year because line 4 has '01/13/2024'")]
    [InlineData("2.1.2024|13.1.2024", "2024-01-02|2024-01-13", "day/month/year because line 3 has '13.1.2024'")]
    [InlineData("1-2-2024|1-13-2024", "2024-01-02|2024-01-13", "month/day/year because line 3 has '1-13-2024'")]
    [InlineData("1/2/24|1/16/24", "2024-01-02|2024-01-16", "month/day/year because line 3 has '1/16/24'; years of two digits are 1950 to 2049")]
    [InlineData("31/12/99|03/01/00", "1999-12-31|2000-01-03", "day/month/year because line 2 has '31/12/99'; years of two digits")]
    [InlineData("99-12-31|00-01-03", "1999-12-31|2000-01-03", "year-month-day because line 2 has '99-12-31'; years of two digits")]
    [InlineData("2024-02-01|2024-13-01", "2024-01-02|2024-01-13", "year-day-month because line 3 has '2024-13-01'")]
    [InlineData("01-Jan-2024|02-Feb-2024", "2024-01-01|2024-02-02", "day/month/year because line 2 has '01-Jan-2024'")]
    [InlineData("01-Jan-24|13-Feb-24", "2024-01-01|2024-02-13", "day/month/year because line 2 has '01-Jan-24'; years of two digits")]
    [InlineData("1 March 2024|30 September 2024", "2024-03-01|2024-09-30", "day/month/year because line 2 has '1 March 2024'")]
    [InlineData("1st May 2024|22nd May 2024", "2024-05-01|2024-05-22", "day/month/year")]
    [InlineData("Mon, 01 Jan 2024|Tue, 02 Jan 2024", "2024-01-01|2024-01-02", "day/month/year")]
    [InlineData("Monday, January 1, 2024|Tuesday, January 2, 2024", "2024-01-01|2024-01-02", "month/day/year")]
    [InlineData("Jan 1, 2024|Sep 30, 2024", "2024-01-01|2024-09-30", "month/day/year because line 2 has 'Jan 1, 2024'")]
    [InlineData("JAN 1 2024|Sept. 30 2024", "2024-01-01|2024-09-30", "month/day/year because line 2 has 'JAN 1 2024'")]
    [InlineData("1/2/2024 4:00:00 PM|1/16/2024 4:00:00 PM", "2024-01-02|2024-01-16", "month/day/year")]
    [InlineData("16:00:00 02/01/2024|16:00:00 13/01/2024", "2024-01-02|2024-01-13", "day/month/year")]
    [InlineData("Jan 1, 2024, 4:00 PM|Jan 2, 2024 at 16:00 GMT-5", "2024-01-01|2024-01-02", "month/day/year")]
    [InlineData("13\u00A0Jan\u00A02024|14\u202FJan\u202F2024", "2024-01-13|2024-01-14", "day/month/year")]
    public void One_row_that_makes_the_others_impossible_decides_for_all_rows(string dates, string days, string decision)
    {
        var series = LoadedCsv.Dates(dates);

        Assert.Equal(days, Days(series));
        Assert.Equal(0, series.Report!.Dropped);
        Assert.StartsWith($"Dates read as {decision}", Assert.Single(series.Report.Decisions), StringComparison.Ordinal);
        Assert.Contains($"\nDates read as {decision}", series.Report.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("01/02/2024|03/04/2024", "line 2 has '01/02/2024', which is 2024-02-01 as day/month/year or 2024-01-02 as month/day/year", "DayFirst", "MonthFirst")]
    [InlineData("05.05.2024|06.05.2024", "line 3 has '06.05.2024', which is 2024-05-06 as day/month/year or 2024-06-05 as month/day/year", "DayFirst", "MonthFirst")]
    [InlineData("1/2/24|1/3/24", "line 2 has '1/2/24', which is 2024-02-01 as day/month/year or 2024-01-02 as month/day/year", "DayFirst", "MonthFirst")]
    [InlineData("24-01-02|24-01-03", "line 2 has '24-01-02', which is 2002-01-24 as day/month/year or 2024-01-02 as year-month-day", "DayFirst", "YearFirst")]
    [InlineData("13.01.24|14.01.24", "line 2 has '13.01.24', which is 2024-01-13 as day/month/year or 2013-01-24 as year-month-day", "DayFirst", "YearFirst")]
    [InlineData("01/02/03|02/02/03", "2003-02-01 as day/month/year or 2003-01-02 as month/day/year or 2001-02-03 as year-month-day", "DayFirst", "YearFirst")]
    [InlineData("1/2/2024 16:00|1/3/2024 16:00", "2024-02-01 as day/month/year or 2024-01-02 as month/day/year", "DayFirst", "MonthFirst")]
    public void A_column_that_can_be_read_in_two_ways_is_refused_with_both(string dates, string readings, string one, string other)
    {
        Refused(
            () => LoadedCsv.Dates(dates), readings, "column 'Date'",
            $"PriceCsv.Load(path, dates: DateOrder.{one})", $"PriceCsv.Load(path, dates: DateOrder.{other})");
    }

    [Fact]
    public void That_rows_are_in_order_decides_nothing_between_day_and_month()
    {
        var inOrder = string.Join('|', Enumerable.Range(1, 12).Select(i => $"{i:00}/01/2024"));
        Refused(() => LoadedCsv.Dates(inOrder), "line 3 has '02/01/2024', which is 2024-01-02 as day/month/year or 2024-02-01 as month/day/year");
    }

    [Fact]
    public void Dates_that_every_reading_reads_alike_are_read() =>
        Assert.Equal("2024-01-01|2024-02-02|2024-03-03", Days(LoadedCsv.Dates("01/01/2024|02/02/2024|03/03/2024")));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Ten_rows_in_order_show_that_years_of_two_digits_stand_last(bool newestFirst)
    {
        var days = Enumerable.Range(0, 14).Select(new DateOnly(2024, 1, 25).AddDays).ToArray();
        var inFile = newestFirst ? days.Reverse() : days;

        var series = LoadedCsv.Dates(string.Join('|', inFile.Select(day => FormattableString.Invariant($"{day:dd'.'MM'.'yy}"))));

        Assert.Equal(days, series.Dates);
        Assert.Contains("with years first the rows would be in no order", series.Report!.Decisions[0], StringComparison.Ordinal);
        Refused(
            () => LoadedCsv.Dates(string.Join('|', days[..9].Select(day => FormattableString.Invariant($"{day:dd'.'MM'.'yy}")))),
            "2024-01-25 as day/month/year or 2025-01-24 as year-month-day");
    }

    [Theory]
    [InlineData("31/12/2023|12/31/2023", "line 2 has '31/12/2023', which can't be read as month/day/year", "line 3 has '12/31/2023', which can't be read as day/month/year")]
    [InlineData("2024-01-02|3/1/2024", "line 2 has '2024-01-02', which can't be read as day/month/year or as month/day/year", "line 3 has '3/1/2024', which can't be read as year-month-day")]
    [InlineData("2024-01-13|2024-13-01", "line 2 has '2024-01-13', which can't be read as", "line 3 has '2024-13-01', which can't be read as year-month-day")]
    [InlineData("Jan 2, 2024|3 Jan 2024", "line 2 has 'Jan 2, 2024'", "line 3 has '3 Jan 2024'")]
    [InlineData("02.01.2024|01/15/2024|16.01.2024", "line 3 has '01/15/2024'", "line 4 has '16.01.2024'")]
    public void A_column_of_several_forms_is_refused(string dates, params string[] lines)
    {
        Refused(() => LoadedCsv.Dates(dates), [.. lines, "expected one form in the whole column 'Date'", "export it anew", "dates: DateOrder.DayFirst"]);
    }

    [Theory]
    [InlineData("01/02/2024|03/02/2024", DateOrder.DayFirst, "2024-02-01|2024-02-03")]
    [InlineData("01/02/2024|03/02/2024", DateOrder.MonthFirst, "2024-01-02|2024-03-02")]
    [InlineData("2024-01-02|2024-01-03", DateOrder.YearThenDay, "2024-02-01|2024-03-01")]
    [InlineData("24-01-02|24-01-03", DateOrder.YearFirst, "2024-01-02|2024-01-03")]
    [InlineData("01/02/2024|15/02/2024", DateOrder.DayFirst, "2024-02-01|2024-02-15")]
    public void The_caller_decides_what_is_open(string dates, DateOrder order, string days)
    {
        var series = LoadedCsv.Dates(dates, order);

        Assert.Equal(days, Days(series));
        Assert.Contains(", as asked", series.Report!.Decisions[0], StringComparison.Ordinal);
    }

    [Fact]
    public void The_caller_decides_which_rows_of_a_mixed_column_are_dropped()
    {
        var series = LoadedCsv.Dates("30/12/2023|31/12/2023|12/31/2023", DateOrder.DayFirst);

        Assert.Equal("2023-12-30|2023-12-31", Days(series));
        Assert.Equal("line 4: the date '12/31/2023' can't be read as day/month/year, as the column is", series.Report!.BadRows[0].ToString());
    }

    [Fact]
    public void A_caller_whom_the_file_contradicts_is_refused() =>
        Refused(
            () => LoadedCsv.Dates("01/02/2024|01/15/2024", DateOrder.DayFirst),
            "expected a column 'Date' that can be read as day/month/year, got one in which line 3 has '01/15/2024', which can be read as month/day/year only",
            "Leave out dates: DateOrder.DayFirst, or say dates: DateOrder.MonthFirst.");

    [Fact]
    public void A_year_of_business_days_with_the_day_first_is_no_day_scrambled()
    {
        var days = Enumerable.Range(0, 364).Select(new DateOnly(2024, 1, 1).AddDays)
            .Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

        var series = LoadedCsv.Dates(string.Join('|', days.Select(day => FormattableString.Invariant($"{day:dd/MM/yyyy}"))));

        Assert.Equal(days, series.Dates);
        Assert.Equal("Dates read as day/month/year because line 12 has '15/01/2024'.", series.Report!.Decisions[0]);
        Assert.Equal((260, 0, false), (series.Report.Used, series.Report.Dropped, series.Report.Reordered));
    }
}
