using System.Text;
using static Unrolled.Tests.Data.LoadedCsv;

namespace Unrolled.Tests.Data;

public sealed class PriceCsvEncodingTests
{
    const string German = "Datum;Schluß;Eröffnung;Close\r\n12.01.2024;9;9;1.101,45 €\r\n16.01.2024;9;9;999,25 €\r\n";
    const string Rows = "2024-01-12 1101.45|2024-01-16 999.25";

    public static TheoryData<string, Encoding, bool, string> Files => new()
    {
        { "UTF-8", new UTF8Encoding(), false, German },
        { "UTF-8 with a byte order mark", new UTF8Encoding(), true, German },
        { "UTF-16 LE, Excel's Unicode text", new UnicodeEncoding(false, true), true, German.Replace(';', '\t') },
        { "UTF-16 BE", new UnicodeEncoding(true, true), true, German },
        { "UTF-16 LE without a byte order mark", new UnicodeEncoding(false, true), false, German },
        { "UTF-16 BE without a byte order mark", new UnicodeEncoding(true, true), false, German },
        { "UTF-32 LE", new UTF32Encoding(false, true), true, German },
        { "Windows-1252, Excel's CSV", CodePagesEncodingProvider.Instance.GetEncoding(1252)!, false, German },
        { "UTF-8 with a byte order mark and sep=", new UTF8Encoding(), true, "sep=;\r\n" + German },
        { "UTF-16 LE with sep=", new UnicodeEncoding(false, true), true, "sep=\t\r\n" + German.Replace(';', '\t') },
        { "Windows-1252 with sep=", CodePagesEncodingProvider.Instance.GetEncoding(1252)!, false, "\"sep=;\"\r\n" + German },
        { "line breaks of an old Mac", new UTF8Encoding(), false, German.Replace("\r\n", "\r", StringComparison.Ordinal) },
        { "a no-break space before the currency", new UTF8Encoding(), true, German.Replace(" €", "\u00A0€", StringComparison.Ordinal) },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_is_read_in_the_encoding_that_it_is_written_in(string name, Encoding encoding, bool mark, string text)
    {
        Assert.NotEmpty(name);

        var series = Load([.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)]);

        Assert.Equal(Rows, LoadedCsv.Rows(series));
        Assert.Equal(("Close", 0), (series.Report!.PriceColumn, series.Report.Dropped));
        Assert.Contains("Prices read in €", series.Report.ToString(), StringComparison.Ordinal);
    }
}
