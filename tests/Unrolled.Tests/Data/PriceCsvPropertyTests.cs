using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Unrolled.Data;

namespace Unrolled.Tests.Data;

/// <summary>
/// A series, and a way to write it. The one form left out is 2020-31-12: as long as no day is above 12, it is taken for the standard one.
/// </summary>
public sealed record WrittenSeries(
    int Seed, int Rows, string Header, char Separator, string DateForm, string Decimals, bool CommaAsDecimal, string Thousands, string Currency,
    string RowOrder, string Encoding)
{
    private static readonly string[] Headers =
        ["Date|Close", "Volume|Close/Last|Date", "timestamp|open|close", "Date|Price|Vol.|Change %", "Datum|Schluss", "Ngày|Giá đóng cửa", "yfinance", "sep="];

    private static readonly string[] DateForms =
    [
        "dd/MM/yyyy", "d/M/yyyy", "dd.MM.yyyy", "d.M.yy", "dd-MM-yy", "dd.MM.yy", "dd-MMM-yyyy", "d-MMM-yy", "d MMMM yyyy", "HH:mm:ss dd/MM/yyyy",
        "MM/dd/yyyy", "M/d/yyyy", "M/d/yy", "MM/dd/yy", "MMM d, yyyy", "MMMM dd, yyyy", "M/d/yyyy h:mm:ss tt", "M/d/yyyy HH:mm:ss",
        "yyyy-MM-dd", "yyyy/M/d", "yyyyMMdd", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yy-MM-dd", "yy/MM/dd", "yy.MM.dd", "yyyy-MMM-dd",
    ];

    private static readonly Gen<WrittenSeries> All =
        from seed in Gen.Choose(0, 1_000_000)
        from rows in Gen.Choose(2, 30)
        from header in Gen.Elements(Headers)
        from separator in Gen.Elements(',', ';', '\t', '|')
        from dateForm in Gen.Elements(DateForms)
        from decimals in Gen.Elements("0", "0.0", "0.00", "0.000", "0.0000", "0.####")
        from comma in Gen.Elements(false, true)
        from thousands in Gen.Elements("", "", "sign", "space", "'")
        from currency in Gen.Elements("", "", "$#", "# €", "# VND")
        from rowOrder in Gen.Elements("oldest first", "newest first", "shuffled")
        from encoding in Gen.Elements("utf-8", "utf-8 with mark", "utf-16", "utf-16BE", "windows-1252")
        select new WrittenSeries(seed, rows, header, separator, dateForm, decimals, comma, thousands, currency, rowOrder, encoding);

    /// <summary>Runs the property on 1,500 cases, always the same ones.</summary>
    public static void ForAll(Action<WrittenSeries> property) => FsCheck.Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1_500).WithReplay(new Replay(new Rnd(2024, 7), null)), Prop.ForAll(All.ToArbitrary(), property));

    internal DateOrder Order => DateForm.TrimStart('H', 'm', 's', ':', ' ')[0] switch
    {
        'd' => DateOrder.DayFirst,
        'M' => DateOrder.MonthFirst,
        _ => DateOrder.YearFirst,
    };

    internal DecimalSign Sign => CommaAsDecimal ? DecimalSign.Comma : DecimalSign.Point;

    /// <summary>Days from 1990 to 2048 and prices as they are written, oldest first.</summary>
    internal (DateOnly Day, double Price)[] Series()
    {
        var random = new Random(Seed);
        var day = new DateOnly(random.Next(1990, 2047), random.Next(1, 13), random.Next(1, 29));
        var level = Math.Pow(10, random.Next(0, 6));
        var stride = random.Next(4) == 0 ? 31 : 4;
        return [.. Enumerable.Range(0, Rows).Select(_ =>
            (day = day.AddDays(random.Next(1, stride)), double.Parse(Digits(level * (1 + random.NextDouble())), CultureInfo.InvariantCulture)))];
    }

    internal byte[] Bytes()
    {
        var random = new Random(Seed);
        var series = Series();
        var rows = RowOrder switch { "oldest first" => series, "newest first" => [.. series.Reverse()], _ => [.. series.OrderBy(_ => random.Next())] };
        var names = Header switch { "sep=" => ["Date", "Close"], "yfinance" => ["Price", "Close", "Volume"], _ => Header.Split('|') };
        List<string[]> lines = [names];
        if (Header == "yfinance")
            lines.AddRange([["Ticker", "A", "A"], ["Date", "", ""]]);
        lines.AddRange(rows.Select(row => names.Select((name, i) =>
            (i == 0 && Header == "yfinance") || name is "Date" or "timestamp" or "Datum" or "Ngày" ? Write(row.Day)
            : name.StartsWith("Close", StringComparison.Ordinal) || name is "close" or "Price" or "Schluss" or "Giá đóng cửa" ? Write(row.Price)
            : "1").ToArray()));
        var text = (Header == "sep=" ? $"sep={Separator}\r\n" : "")
            + string.Concat(lines.Select(line => string.Join(Separator, line.Select(Quoted)) + "\r\n"));
        // What Windows-1252 lacks, Windows does not write in it.
        var encoding = Encoding switch
        {
            "utf-8" => new UTF8Encoding(false),
            "utf-8 with mark" => new UTF8Encoding(true),
            "utf-16" => new UnicodeEncoding(false, true),
            "utf-16BE" => new UnicodeEncoding(true, true),
            _ => Header.StartsWith("Ng", StringComparison.Ordinal) ? new UTF8Encoding(false) : CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
        };
        return [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
    }

    private string Digits(double price) => price.ToString(Decimals, CultureInfo.InvariantCulture);

    private string Write(DateOnly day) =>
        day.ToDateTime(new TimeOnly(16, 0)).ToString(DateForm, CultureInfo.InvariantCulture);

    private string Write(double price)
    {
        var (point, between) = (CommaAsDecimal ? "," : ".", Thousands switch { "sign" => CommaAsDecimal ? "." : ",", "space" => "\u00A0", var sign => sign });
        var parts = Digits(price).Split('.');
        for (var i = parts[0].Length - 3; i > 0; i -= 3)
            parts[0] = parts[0].Insert(i, between);
        var number = string.Join(point, parts);
        return Currency.Length == 0 ? number : Currency.Replace("#", number, StringComparison.Ordinal);
    }

    private string Quoted(string field) => field.Contains(Separator) || Seed % 3 == 0 ? $"\"{field}\"" : field;
}

public sealed class PriceCsvPropertyTests
{
    [Fact]
    public void A_written_series_reads_back_as_itself_or_is_refused_as_open()
    {
        var (read, refused) = (0, 0);
        WrittenSeries.ForAll(written =>
        {
            using var file = new TemporaryCsv(written.Bytes());
            try
            {
                Same(written, PriceCsv.Load(file.FilePath));
                read++;
            }
            catch (PriceCsvException e)
            {
                // The reading that is right must be among those shown.
                Assert.Contains("no row decides", e.Message, StringComparison.Ordinal);
                Assert.True(e.Message.Contains($"DateOrder.{written.Order}", StringComparison.Ordinal)
                    || e.Message.Contains($"DecimalSign.{written.Sign}", StringComparison.Ordinal), e.Message);
                refused++;
            }
        });
        Assert.True(read > 2 * refused, $"{read} read, {refused} refused");
    }

    [Fact]
    public void A_written_series_reads_back_as_itself_when_the_caller_says_how_it_is_written() =>
        WrittenSeries.ForAll(written =>
        {
            using var file = new TemporaryCsv(written.Bytes());
            Same(written, PriceCsv.Load(file.FilePath, dates: written.Order, decimals: written.Sign));
        });

    [Fact]
    public void Whatever_became_of_the_bytes_the_answer_is_a_series_or_a_refusal_that_names_the_file() => WrittenSeries.ForAll(written =>
    {
        var (bytes, random) = (written.Bytes(), new Random(written.Seed));
        for (var i = random.Next(1, 20); i > 0; i--)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        using var file = new TemporaryCsv(bytes[random.Next(4)..random.Next(4, bytes.Length)]);
        try
        {
            Assert.NotNull(PriceCsv.Load(file.FilePath).Report);
        }
        catch (PriceCsvException e)
        {
            Assert.Contains($"'{file.FilePath}'", e.Message, StringComparison.Ordinal);
        }
    });

    static void Same(WrittenSeries written, PriceSeries series)
    {
        Assert.Equal(written.Series(), series.Dates.Zip(series.Close));
        Assert.Equal(0, series.Report!.Dropped);
    }
}
