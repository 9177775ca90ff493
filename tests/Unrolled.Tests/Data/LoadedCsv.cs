using Unrolled.Data;

namespace Unrolled.Tests.Data;

/// <summary>Loads a price file that is written as text in a test.</summary>
static class LoadedCsv
{
    public static PriceSeries Load(string text, DateOrder? dates = null, DecimalSign? decimals = null)
    {
        using var file = new TemporaryCsv(text);
        return PriceCsv.Load(file.FilePath, dates: dates, decimals: decimals);
    }

    public static PriceSeries Load(byte[] bytes)
    {
        using var file = new TemporaryCsv(bytes);
        return PriceCsv.Load(file.FilePath);
    }

    /// <summary>Loads a column of dates, separated by |, with a price for each.</summary>
    public static PriceSeries Dates(string dates, DateOrder? order = null) =>
        Load("Date;Close\n" + string.Concat(dates.Split('|').Select((date, i) => FormattableString.Invariant($"{date};{10 + i}.25\n"))), dates: order);

    /// <summary>Loads a column of prices, separated by |, with a day for each.</summary>
    public static PriceSeries Prices(string prices, DecimalSign? sign = null) =>
        Load(
            "Date\tClose\n" + string.Concat(prices.Split('|').Select((price, i) => FormattableString.Invariant($"2024-01-{i + 1:00}\t{price}\n"))),
            decimals: sign);

    /// <summary>The file is refused, and the message has all parts.</summary>
    public static void Refused(Func<PriceSeries> load, params string[] parts)
    {
        var error = Assert.Throws<PriceCsvException>(load);
        Assert.All(parts, part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
    }

    public static string Days(PriceSeries series) => string.Join('|', series.Dates.Select(day => $"{day:O}"));

    public static string Rows(PriceSeries series) =>
        string.Join('|', series.Dates.Zip(series.Close, (day, close) => FormattableString.Invariant($"{day:O} {close}")));
}
