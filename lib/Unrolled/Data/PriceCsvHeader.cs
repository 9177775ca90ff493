using System.Text;
using System.Text.RegularExpressions;

namespace Unrolled.Data;

/// <summary>Where a price file keeps what the course needs.</summary>
/// <param name="First">The index of the first record of the header.</param>
/// <param name="Last">The index of its last record; yfinance needs three.</param>
/// <param name="Width">The number of columns.</param>
/// <param name="Date">The index of the date.</param>
/// <param name="DateName">The date column as the file spells it.</param>
/// <param name="Price">The index of the price.</param>
/// <param name="PriceName">The price column as the file spells it.</param>
internal sealed partial record PriceCsvHeader(int First, int Last, int Width, int Date, string DateName, int Price, string PriceName)
{
    // In the order in which they are looked for; the last ones are German, Vietnamese and Polish.
    private static readonly string[] Dates =
        ["date", "datetime", "timestamp", "observationdate", "tradedate", "tradingdate", "time", "datum", "ngay", "data"];

    // Nasdaq writes Close/Last, investing.com Price, Yahoo's page an explanation into the cell.
    private static readonly string[] Close =
    [
        "close", "closelast", "closeclosepriceadjustedforsplits", "closeprice", "closingprice", "price", "last", "lastprice",
        "schluss", "schlusskurs", "zuletzt", "dongcua", "giadongcua", "lancuoi", "zamkniecie",
    ];

    private static readonly string[] AdjClose =
    [
        "adjclose", "adjustedclose", "closeadj", "closeadjusted",
        "adjcloseadjustedclosepriceadjustedforsplitsanddividendandorcapitalgaindistributions",
    ];

    /// <summary>
    /// Finds the header among the first records, whatever the order, case, spaces and punctuation of the columns; null if none is one.
    /// </summary>
    /// <exception cref="PriceCsvException">Two columns have the name that is looked for.</exception>
    public static PriceCsvHeader? Find(string path, IReadOnlyList<string[]> records, PriceColumn column)
    {
        for (var i = 0; i < records.Count; i++)
        {
            var names = records[i];
            if (Field(path, names, Dates) is { } date && PriceField(path, names, column, except: date) is { } price)
            {
                return new(i, i, names.Length, date, names[date].Trim(), price, names[price].Trim());
            }
            // yfinance writes the names of the prices, the share's, and, in a line of its own, the date's.
            var last = Enumerable.Range(i + 1, 2).FirstOrDefault(next => next < records.Count && IsDateAlone(records[next]));
            if (last > 0 && PriceField(path, names, column, except: 0) is { } share)
            {
                return new(i, last, names.Length, 0, records[last][0].Trim(), share, names[share].Trim());
            }
        }
        return null;
    }

    /// <summary>Why a record has no date and price in these columns, and the next step; null when it has.</summary>
    public (string Reason, string NextStep)? WhyNot(string[] fields) =>
        fields.All(string.IsNullOrWhiteSpace) ? ("it is blank", "")
        : fields.Any(field => Event().IsMatch(field)) ? ("it tells a dividend or a split, no price", "")
        : fields.Length <= Math.Max(Date, Price)
            ? (Invariant($"it has {fields.Length} of the {Math.Max(Date, Price) + 1} fields needed"),
                "Complete the lines named, or delete them.")
        // 101,45 without quotes would be read as 101.
        : fields.Length > Width
            ? (Invariant($"it has {fields.Length} fields, and the header names {Width}"),
                "If the prices hold commas, export with ';' between fields or with quotes; else name every column.")
        : null;

    private static int? PriceField(string path, string[] names, PriceColumn column, int except) =>
        (column == PriceColumn.Close ? null : Field(path, names, AdjClose, except))
        ?? (column == PriceColumn.AdjClose ? null : Field(path, names, Close, except));

    private static int? Field(string path, string[] names, string[] spellings, int except = -1)
    {
        string[] letters = [.. names.Select((name, i) => i == except ? "" : Letters(name))];
        if (Array.Find(spellings, letters.Contains) is not { } found)
        {
            return null;
        }
        var field = Array.IndexOf(letters, found);
        var count = letters.Count(found.Equals);
        return count == 1
            ? field
            : throw new PriceCsvException(
                path,
                Invariant($"expected one column {names[field].Trim()}, got {count} in {PriceCsvCell.Show(string.Join(", ", names))}."),
                "Keep one share and one such column in the file.");
    }

    private static bool IsDateAlone(string[] fields) =>
        fields.Length > 1 && Dates.Contains(Letters(fields[0])) && fields.Skip(1).All(string.IsNullOrWhiteSpace);

    /// <summary>The letters of a name without accents and without what stands in brackets, such as a currency.</summary>
    private static string Letters(string name)
    {
        var parts = Brackets().Replace(name, "").Replace('Đ', 'D').Replace('đ', 'd').Normalize(NormalizationForm.FormD);
        return string.Concat(parts.Where(char.IsAsciiLetter)).ToLowerInvariant();
    }

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex Brackets();

    // Yahoo's page has them between the days.
    [GeneratedRegex(@"^\s*[0-9.,:/ ]+\s*(Dividend|Stock Splits?)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Event();
}
