using System.Globalization;
using System.Text.RegularExpressions;

namespace Unrolled.Data;

/// <summary>The dates of a price file: one order of day, month and year for the whole column. Times of day are dropped.</summary>
internal sealed partial class PriceCsvDates
{
    // Fewer rows may be in order by chance; of 10 shuffled ones, 2 in 10! are.
    private const int DaysThatShowAnOrder = 10;
    private const int FirstShortYear = 1950;

    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly Reading<DateOnly> DayFirst = Order(
        DateOrder.DayFirst, "as day/month/year", parts => (parts[0], parts[1], parts[2]));
    private static readonly Reading<DateOnly> MonthFirst = Order(
        DateOrder.MonthFirst, "as month/day/year", parts => (parts[1], parts[0], parts[2]));

    // No export writes a year of two digits before a month's name: 01-Jan-24 is of 2024.
    private static readonly Reading<DateOnly> YearFirst = Order(
        DateOrder.YearFirst, "as year-month-day", parts => (parts[2], parts[1], IsLongYear(parts[0]) || IsNumber(parts[1]) ? parts[0] : ""));

    private static readonly Reading<DateOnly> YearThenDay = Order(
        DateOrder.YearThenDay, "as year-day-month", parts => (parts[1], parts[2], IsLongYear(parts[0]) ? parts[0] : ""));

    private static readonly Reading<DateOnly>[] Readings = [DayFirst, MonthFirst, YearFirst, YearThenDay];

    private readonly Reading<DateOnly> _reading;

    /// <summary>Decides the order of the column.</summary>
    /// <exception cref="PriceCsvException">The column leaves it open, or contradicts itself or what the caller asks for.</exception>
    public PriceCsvDates(string path, string name, IReadOnlyList<PriceCsvCell> cells, DateOrder? asked)
    {
        var column = new PriceCsvColumn<DateOnly>(path, name, cells, Readings);
        var yearLast = asked is null && InOrderOnlyWithYearsLast(cells, column.Possible);
        if (yearLast)
            column.Possible.Remove(YearFirst);
        if (asked != DateOrder.YearThenDay && column.Possible.Contains(YearFirst))
        {
            // ISO 8601 decides as long as no row is against it.
            column.Possible.Remove(YearThenDay);
        }
        _reading = column.Decide(asked switch
        {
            DateOrder.DayFirst => DayFirst,
            DateOrder.MonthFirst => MonthFirst,
            DateOrder.YearFirst => YearFirst,
            DateOrder.YearThenDay => YearThenDay,
            _ => null,
        });
        var shortYears = cells.Any(cell => !LongYear().IsMatch(cell.Text) && Read(cell.Text) is not null);
        var plain = _reading == YearFirst && !shortYears && asked is null;
        Decision = plain || cells.Count == 0
            ? null
            : $"Dates read {_reading.Name}"
                + (asked is not null ? ", as asked" : column.Evidence is { } cell ? $" because {cell}" : "")
                + (yearLast ? "; with years first the rows would be in no order" : "")
                + (shortYears ? Invariant($"; years of two digits are {FirstShortYear} to {FirstShortYear + 99}") : "") + ".";
    }

    /// <summary>How the column is read and why; null for year-month-day, which has one reading.</summary>
    public string? Decision { get; }

    /// <summary>The day, or null where <see cref="WhyNot"/> has the reason.</summary>
    public DateOnly? Read(string text) => _reading.Read(text);

    /// <summary>Why a field is no day of this column.</summary>
    public BadRow WhyNot(PriceCsvCell cell)
    {
        var text = cell.Text.Trim();
        var date = $"the date {PriceCsvCell.Show(text)}";
        var parts = Parts(text);
        var (reason, nextStep) =
            PriceCsvNumbers.IsMissing(text) ? ($"the date is missing ({PriceCsvCell.Show(text)})", "")
            : NarrowColumn().IsMatch(text)
                ? ($"{date} is what a spreadsheet shows in a narrow column", "Widen the date column and export again.")
            : DayNumber().IsMatch(text)
                ? ($"{date} is a spreadsheet's number of a day", "Format the date column as dates (2020-12-31) and export again.")
            : UnixTime().IsMatch(text)
                ? ($"{date} counts seconds or milliseconds since 1970", "Export the dates as year-month-day (2020-12-31).")
            : MonthOnly().IsMatch(text) ? ($"{date} names no day", "Export daily prices.")
            : Array.Exists(parts, part => !IsNumber(part) && Month(part) is null)
                ? ($"{date} names no month in English", "Write the months in English or as numbers and export again.")
            : Array.Exists(Readings, other => other.Read(text) is not null)
                ? ($"{date} can't be read {_reading.Name}, as the column is", "Give all dates one form and export again.")
            : parts.Length > 0 ? ($"{date} is no day of the calendar", "Correct the dates named.")
            : ($"{date} is in no form known here, such as 2020-12-31, 31/12/2020, 12/31/2020, 31-Dec-2020, Dec 31, 2020",
                "Correct the dates named, or delete these lines.");
        return new(cell.Line, reason, nextStep);
    }

    /// <summary>
    /// Evidence against years of two digits that stand first, as in 31/12/20 they may: the rows are in time order with the year last and in
    /// none with the year first. It needs no trust that files are sorted: rows with the year first would have been sorted by day of the
    /// month. Nothing else is decided by the order of rows: 01/01 to 12/01 is in order with the day first and with the month first.
    /// </summary>
    private static bool InOrderOnlyWithYearsLast(IReadOnlyList<PriceCsvCell> cells, List<Reading<DateOnly>> possible)
    {
        bool InOrder(Reading<DateOnly> reading)
        {
            DateOnly[] days = [.. cells.Select(cell => reading.Read(cell.Text)).OfType<DateOnly>()];
            var pairs = days.Zip(days.Skip(1));
            return days.Distinct().Count() >= DaysThatShowAnOrder
                && (pairs.All(pair => pair.First <= pair.Second) || pairs.All(pair => pair.First >= pair.Second));
        }
        return possible.Contains(YearFirst) && possible.Exists(reading => reading != YearFirst && InOrder(reading)) && !InOrder(YearFirst);
    }

    private static Reading<DateOnly> Order(DateOrder order, string name, Func<string[], (string Day, string Month, string Year)> parts) =>
        new(
            name, $"dates: DateOrder.{order}",
            text => Parts(text) is { Length: 3 } found ? Date(parts(found)) : null,
            day => Invariant($"{day:yyyy-MM-dd}"));

    private static DateOnly? Date((string Day, string Month, string Year) parts) =>
        Year(parts.Year) is { } year && Month(parts.Month) is { } month && parts.Day.Length <= 2 && Number(parts.Day) is { } day
        && year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day) : null;

    /// <summary>The three parts of a date as they stand; none where it has no such form.</summary>
    private static string[] Parts(string text)
    {
        if (text.Contains('\u00A0') || text.Contains('\u202F'))
            text = text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
        var match = DateText().Match(text);
        if (!match.Success)
            match = CompactDate().Match(text);
        return match.Success ? [match.Groups["a"].Value, match.Groups["b"].Value, match.Groups["c"].Value] : [];
    }

    private static int? Year(string part) =>
        IsLongYear(part) ? Number(part)
        : part.Length == 2 && Number(part) is { } year ? (year < FirstShortYear % 100 ? 2000 : 1900) + year
        : null;

    private static int? Month(string part)
    {
        if (IsNumber(part))
            return part.Length <= 2 ? Number(part) : null;
        var name = part.ToLowerInvariant();
        var index = Array.FindIndex(Months, month => name == month || name == month[..3] || (name == "sept" && month == "september"));
        return index < 0 ? null : index + 1;
    }

    private static bool IsLongYear(string part) => part.Length == 4 && IsNumber(part);

    private static bool IsNumber(string part) => part.All(char.IsAsciiDigit);

    private static int? Number(string part) =>
        int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // A day of the week and a time of day may stand around the date.
    [GeneratedRegex(
        @"^\s*([0-9]{1,2}:[0-9]{2}\S*\s+)?((mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]*\s*)?"
        + @"(?<a>[0-9]{1,4}|\p{L}{3,12})(st|nd|rd|th)?[-/., ]{1,2}(?<b>[0-9]{1,2}|\p{L}{3,12})(st|nd|rd|th)?[-/., ]{1,2}(?<c>[0-9]{1,4})\.?"
        + @"((T|,?\s+(at\s+)?)[0-9]{1,2}:[0-9]{2}.*)?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex DateText();

    // The day before the month or the year last would give no month here: 19 and 20 are none.
    [GeneratedRegex(
        @"^\s*(?<a>(1[89]|2[01])[0-9]{2})(?<b>0[1-9]|1[0-2])(?<c>[0-3][0-9])([T ]\s*[0-9].*)?\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex CompactDate();

    [GeneratedRegex("[0-9]{4}")]
    private static partial Regex LongYear();

    [GeneratedRegex("^#+$")]
    private static partial Regex NarrowColumn();

    [GeneratedRegex(@"^[1-7][0-9]{4}([.,][0-9]+)?$")]
    private static partial Regex DayNumber();

    [GeneratedRegex(@"^-?[0-9]{9,10}([.,][0-9]+)?$|^[0-9]{12,13}$")]
    private static partial Regex UnixTime();

    [GeneratedRegex(@"^\p{L}{3,12}\.?[- ,/]+([0-9]{2}|[0-9]{4})$|^[0-9]{4}[-/][0-9]{1,2}$")]
    private static partial Regex MonthOnly();
}
