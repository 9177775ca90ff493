using System.Text;
using System.Text.RegularExpressions;
using CsvHelper;

namespace Unrolled.Data;

/// <summary>One row as it stands in the file.</summary>
internal readonly record struct PriceCsvRow(PriceCsvCell Date, PriceCsvCell Price);

/// <summary>
/// The date and the price of each row, still as text: the encoding, the separator and the header are found here. A separator is right when
/// a header shows up under it.
/// </summary>
/// <param name="DateName">The date column as the file spells it.</param>
/// <param name="PriceName">The price column as the file spells it.</param>
/// <param name="Rows">The rows that have both, in the order of the file.</param>
/// <param name="Dropped">The lines that don't, in no order.</param>
internal sealed partial record PriceCsvTable(
    string DateName, string PriceName, IReadOnlyList<PriceCsvRow> Rows, IReadOnlyList<BadRow> Dropped)
{
    private const int LongestLine = 1 << 20;
    private const int LongestPreamble = 20;

    /// <summary>Reads a file.</summary>
    /// <exception cref="PriceCsvException">It has no header with the columns needed.</exception>
    public static PriceCsvTable Read(string path, Stream file, PriceColumn column)
    {
        var encoding = EncodingOf(file);
        foreach (var separator in ",;\t|")
        {
            file.Position = 0;
            if (Read(path, file, encoding, separator, column) is { } table)
                return table;
        }
        file.Position = 0;
        throw NoHeader(path, FirstLine(file, encoding), column);
    }

    private static PriceCsvTable? Read(string path, Stream file, Encoding encoding, char separator, PriceColumn column)
    {
        List<BadRow> dropped = [];
        using var csv = CsvReader.Create(file, new CsvReaderOptions
        {
            Separator = separator,
            Encoding = encoding,
            HasHeader = false, // lines may stand before it
            SkipEmptyLines = false, // the report names them
            TrackLineNumbers = true,
            MaxRecordSize = LongestLine,
            AllowLineBreaksInQuotes = false, // or one unclosed quote swallows the rest of the file
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = row => dropped.Add(
                new(
                    (int)row.LineNumber, $"its quotes don't match: {PriceCsvCell.Show(row.RawRecord)}",
                    "Correct the quotes in the lines named.")),
        }, leaveOpen: true);

        var start = Records(csv).Take(LongestPreamble).ToArray();
        if (PriceCsvHeader.Find(path, [.. start.Select(record => record.Fields)], column) is not { } header)
            return null;
        dropped.AddRange(start[..header.First].Where(record => !IsSeparatorHint(record.Fields)).Select(record => new BadRow(
            record.Line, IsBlank(record.Fields) ? "it is blank" : "it stands before the header")));

        List<PriceCsvRow> rows = [];
        foreach (var (line, fields) in start.Skip(header.Last + 1).Concat(Records(csv)))
        {
            if (header.WhyNot(fields) is { } bad)
                dropped.Add(new(line, bad.Reason, bad.NextStep));
            else
                rows.Add(new(new(line, fields[header.Date]), new(line, fields[header.Price])));
        }
        return new(header.DateName, header.PriceName, rows, dropped);
    }

    private static IEnumerable<(int Line, string[] Fields)> Records(CsvReader csv)
    {
        while (csv.Read())
            yield return ((int)csv.LineNumber, csv.Current.ToArray());
    }

    /// <summary>As the byte order mark says; without one, UTF-16 is known by its zeros, and what is no UTF-8 comes from Windows.</summary>
    private static Encoding EncodingOf(Stream file)
    {
        var start = new byte[4];
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        var encoding = start[..read] switch
        {
            [0xFF, 0xFE, 0, 0] => Encoding.UTF32,
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            [not 0, 0, not 0, 0] => Encoding.Unicode,
            [0, not 0, 0, not 0] => Encoding.BigEndianUnicode,
            _ => null,
        };
        return encoding ?? (IsUtf8(file) ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(1252)!);
    }

    private static bool IsUtf8(Stream file)
    {
        try
        {
            using var reader = new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: true), false, 1 << 16, leaveOpen: true);
            var text = new char[1 << 16];
            while (reader.Read(text) > 0)
            {
            }
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static string? FirstLine(Stream file, Encoding encoding)
    {
        using var reader = new StreamReader(file, encoding, true, 1 << 10, leaveOpen: true);
        while (reader.ReadLine() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line) && !SeparatorHint().IsMatch(line))
                return line;
        }
        return null;
    }

    private static PriceCsvException NoHeader(string path, string? line, PriceColumn column)
    {
        if (line is null)
        {
            return new(
                path, "expected a header and one row per day, got no line that can be read; the file may be empty.", "Export it again.");
        }
        var price = column switch { PriceColumn.AdjClose => "Adj Close", PriceColumn.Close => "Close", _ => "Close or Adj Close" };
        return new(
            path,
            $"expected a header with the columns Date and {price}, separated by ',', ';', tab or '|', got {PriceCsvCell.Show(line)}.",
            line.TrimStart() switch
            {
                ['P', 'K', '\u0003', ..] => "This is a workbook of a spreadsheet: save it as CSV.",
                ['\u00D0', '\u00CF', ..] => "This is a workbook of an old spreadsheet: save it as CSV.",
                ['%', 'P', 'D', 'F', ..] => "This is a PDF: look for a download as CSV.",
                ['<', ..] => "This is a web page or XML, perhaps a message of the site: look at it in a browser, and download the CSV again.",
                ['{' or '[', ..] => "This is JSON, perhaps a message of the site: look at it in an editor, and download the CSV again.",
                _ => "Name these columns in the first line of the file.",
            });
    }

    private static bool IsBlank(string[] fields) => fields.All(string.IsNullOrWhiteSpace);

    // Excel's own line for the separator.
    private static bool IsSeparatorHint(string[] fields) => SeparatorHint().IsMatch(fields[0]) && IsBlank(fields[1..]);

    [GeneratedRegex("^\"?sep=.?\"?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SeparatorHint();
}

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
                return new(i, i, names.Length, date, names[date].Trim(), price, names[price].Trim());
            // yfinance writes the names of the prices, the share's, and, in a line of its own, the date's.
            var last = Enumerable.Range(i + 1, 2).FirstOrDefault(next => next < records.Count && IsDateAlone(records[next]));
            if (last > 0 && PriceField(path, names, column, except: 0) is { } share)
                return new(i, last, names.Length, 0, records[last][0].Trim(), share, names[share].Trim());
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
            return null;
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
