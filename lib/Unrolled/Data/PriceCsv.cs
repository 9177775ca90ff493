using System.Collections.Immutable;
using CsvHelper;

namespace Unrolled.Data;

/// <summary>
/// Reads closing prices from a file as sites and spreadsheets export it: a header with Date and Close or Adj Close (other columns are
/// ignored), any order of days. How dates and prices are written is decided once for the whole column and told in
/// <see cref="PriceSeries.Report"/>, together with the rows that can't be used and what to look at before training. A file that can be
/// read in two ways is refused.
/// </summary>
public static class PriceCsv
{
    private const int FewestRows = 2;

    /// <summary>Loads the prices of a file, oldest first.</summary>
    /// <param name="path">The CSV file: UTF-8, UTF-16 or Windows-1252, with <c>,</c> <c>;</c> tab or <c>|</c> between fields.</param>
    /// <param name="column">The column to take; by default Adj Close where there is one, else Close.</param>
    /// <param name="dates">The order of day, month and year, where the file leaves it open.</param>
    /// <param name="decimals">The sign before decimals, where the file leaves it open.</param>
    /// <returns>N days with their prices, in the currency of the file.</returns>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    /// <exception cref="PriceCsvException">The file as a whole can't be used, or leaves open how it is to be read.</exception>
    public static PriceSeries Load(
        string path, PriceColumn column = PriceColumn.AdjCloseElseClose, DateOrder? dates = null, DecimalSign? decimals = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (Directory.Exists(path))
            throw new PriceCsvException(path, "expected a CSV file, got a folder.", "Name a file in it.");
        try
        {
            // A spreadsheet that has the file open keeps a write lock; reading beside it is harmless.
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return Series(path, PriceCsvTable.Read(path, file, column), dates, decimals);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new PriceCsvException(path, "there is no such file.", "Check the name and the folder it is looked for in.", e);
        }
        catch (CsvFormatException e)
        {
            throw new PriceCsvException(path, $"expected lines of text, got this: {e.Message}", "Check that it is a CSV file.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PriceCsvException(
                path, "the system doesn't let it be read.", "Close other programs that use it, and check your rights to it.", e);
        }
    }

    private static PriceSeries Series(string path, PriceCsvTable table, DateOrder? dates, DecimalSign? decimals)
    {
        var days = new PriceCsvDates(path, table.DateName, [.. table.Rows.Select(row => row.Date)], dates);
        // What stands beside no day, such as an average in a footnote, decides nothing about prices.
        (PriceCsvRow Row, DateOnly? Day)[] rows = [.. table.Rows.Select(row => (row, days.Read(row.Date.Text)))];
        var prices = new PriceCsvNumbers(
            path, table.PriceName, [.. rows.Where(row => row.Day is not null).Select(row => row.Row.Price)], decimals);

        List<BadRow> bad = [.. table.Dropped];
        List<PricedDay> used = [];
        List<PricedDay> repeated = [];
        Dictionary<DateOnly, int> lineOf = [];
        foreach (var ((date, price), read) in rows)
        {
            var line = date.Line;
            if (read is not { } day)
            {
                bad.Add(days.WhyNot(date));
            }
            else if (prices.Read(price.Text) is not { } close)
            {
                bad.Add(prices.WhyNot(price));
            }
            else if (!lineOf.TryAdd(day, line))
            {
                repeated.Add(new(line, day, close));
                bad.Add(new(
                    line, Invariant($"the date {day:yyyy-MM-dd} stands in line {lineOf[day]} already"), "Keep one row for each day."));
            }
            else
            {
                used.Add(new(line, day, close));
            }
        }

        PricedDay[] inOrder = [.. used.OrderBy(row => row.Day)];
        var report = new LoadReport(
            table.PriceName, used.Count, [.. bad.OrderBy(row => row.Line)], !used.SequenceEqual(inOrder),
            [.. new[] { days.Decision, prices.Decision }.OfType<string>()], [.. PriceWarnings.Of(used, inOrder, repeated)]);
        return used.Count < FewestRows
            ? throw new PriceCsvException(
                path, $"expected at least {FewestRows} usable rows after the header, got these:\n{report}\n", NextStep(report.BadRows))
            : new PriceSeries(inOrder.Select(row => row.Day), inOrder.Select(row => row.Close), report);
    }

    /// <summary>The next step for what was wrong with most rows.</summary>
    private static string NextStep(ImmutableArray<BadRow> bad) =>
        bad.CountBy(row => row.NextStep).OrderByDescending(step => step.Value).FirstOrDefault().Key is { Length: > 0 } step
            ? step : "Export a longer range of days.";
}

/// <summary>Which column of a price file to take.</summary>
public enum PriceColumn
{
    /// <summary>
    /// Adj Close where the file has it, else Close. Adj Close is corrected for splits and dividends: with the bare close,
    /// a 2-for-1 split looks like a fall of 50 % that cost nobody anything, and a network would learn from it.
    /// </summary>
    AdjCloseElseClose,

    /// <summary>Adj Close, and nothing else.</summary>
    AdjClose,

    /// <summary>Close, the price as it was quoted, and nothing else. Some sites call it Price or Last.</summary>
    Close,
}

/// <summary>In which order the dates of a file name day, month and year.</summary>
public enum DateOrder
{
    /// <summary>31/12/2020, 31.12.20, 31-Dec-2020.</summary>
    DayFirst,

    /// <summary>12/31/2020, 12/31/20, Dec 31, 2020.</summary>
    MonthFirst,

    /// <summary>2020-12-31, 20201231, 20-12-31.</summary>
    YearFirst,

    /// <summary>2020-31-12, which no standard knows but some programs write.</summary>
    YearThenDay,
}

/// <summary>The sign before the decimals in the prices of a file. The other one of the two may stand between thousands.</summary>
public enum DecimalSign
{
    /// <summary>1,234.56.</summary>
    Point,

    /// <summary>1.234,56.</summary>
    Comma,
}

/// <summary>
/// A price file that can't be used as a whole. The message names the file, what was expected, what came, and the next step.
/// </summary>
public sealed class PriceCsvException : Exception
{
    /// <summary>Makes the exception from its parts.</summary>
    /// <param name="path">The file, as it was asked for.</param>
    /// <param name="problem">What was expected and what came.</param>
    /// <param name="nextStep">What the reader can do about it.</param>
    /// <param name="inner">The error of the system, if there was one.</param>
    public PriceCsvException(string path, string problem, string nextStep, Exception? inner = null)
        : base($"Can't load prices from '{path}': {problem} {nextStep}", inner)
    {
    }
}
