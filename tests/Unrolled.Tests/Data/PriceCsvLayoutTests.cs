using static Unrolled.Tests.Data.LoadedCsv;

namespace Unrolled.Tests.Data;

/// <summary>Small files in the shapes that sites and spreadsheets write, all of the same three days.</summary>
public sealed class PriceCsvLayoutTests
{
    public static TheoryData<string, string> Layouts => new()
    {
        {
            "Yahoo's old download",
            "Date,Open,High,Low,Close,Adj Close,Volume\n2024-01-12,9,9,9,9,1101.450000,5\n2024-01-15,null,null,null,null,null,null\n"
            + "2024-01-16,9,9,9,9,1100.500000,5\n2024-01-17,9,9,9,9,999.250000,5\n"
        },
        {
            "Yahoo's page",
            "Date,Open,High,Low,Close*,Adj Close**,Volume\n\"Jan 17, 2024\",9,9,9,9,999.25,\"1,000\"\n\"Jan 16, 2024\",9,9,9,9,\"1,100.50\",-\n"
            + "\"Jan 15, 2024\",0.24 Dividend\n\"Jan 12, 2024\",9,9,9,9,\"1,101.45\",\"1,000\"\n"
            + "*Close price adjusted for splits.**Adjusted close price adjusted for both dividends and splits.\n"
        },
        {
            "Yahoo's page, newer, copied",
            "Date\tOpen\tHigh\tLow\tClose Close price adjusted for splits.\t"
            + "Adj Close Adjusted close price adjusted for splits and dividend and/or capital gain distributions.\tVolume\n"
            + "Jan 17, 2024\t9\t9\t9\t9\t999.25\t1,000\nJan 16, 2024\t9\t9\t9\t9\t1,100.50\t1,000\nJan 12, 2024\t9\t9\t9\t9\t1,101.45\t1,000\n"
        },
        {
            "yfinance",
            "Price,Close,High,Low,Open,Volume\nTicker,MSFT,MSFT,MSFT,MSFT,MSFT\nDate,,,,,\n2024-01-12,1101.45,9,9,9,5\n2024-01-16,1100.5,9,9,9,5\n2024-01-17,999.25,9,9,9,5\n"
        },
        {
            "yfinance, by ticker, not adjusted, with times",
            "Ticker,MSFT,MSFT,MSFT\nPrice,Open,Close,Adj Close\nDatetime,,,\n2024-01-12 00:00:00-05:00,9,9,1101.45\n2024-01-16 00:00:00-05:00,9,9,1100.5\n2024-01-17 00:00:00-05:00,9,9,999.25\n"
        },
        {
            "yfinance, older",
            ",Adj Close,Close\n,MSFT,MSFT\nDate,,\n2024-01-12,1101.45,9\n2024-01-16,1100.5,9\n2024-01-17,999.25,9\n"
        },
        { "Stooq", "Date,Open,High,Low,Close,Volume\n2024-01-12,9,9,9,1101.45,5\n2024-01-16,9,9,9,1100.5,5\n2024-01-17,9,9,9,999.25,5\n" },
        {
            "Stooq, whole markets",
            "<TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>,<OPENINT>\nA.US,D,20240112,000000,9,9,9,1101.45,5,0\n"
            + "A.US,D,20240116,000000,9,9,9,1100.5,5,0\nA.US,D,20240117,000000,9,9,9,999.25,5,0\n"
        },
        { "Stooq, in Polish", "Data,Otwarcie,Najwyzszy,Najnizszy,Zamkniecie,Wolumen\n2024-01-12,9,9,9,1101.45,5\n2024-01-16,9,9,9,1100.5,5\n2024-01-17,9,9,9,999.25,5\n" },
        { "Nasdaq.com", "Date,Close/Last,Volume,Open,High,Low\n01/17/2024,$999.25,5,$9,$9,$9\n01/16/2024,$1100.50,5,$9,$9,$9\n01/12/2024,$1101.45,5,$9,$9,$9\n" },
        { "Nasdaq.com, older", "Date, Close/Last, Volume\n01/17/2024, $999.25, 5\n01/16/2024, $1100.50, 5\n01/12/2024, $1101.45, 5\n" },
        { "Alpha Vantage", "timestamp,open,high,low,close,volume\r\n2024-01-17,9,9,9,999.2500,5\r\n2024-01-16,9,9,9,1100.5000,5\r\n2024-01-12,9,9,9,1101.4500,5\r\n" },
        {
            "Alpha Vantage, adjusted",
            "timestamp,open,high,low,close,adjusted_close,volume,dividend_amount,split_coefficient\n2024-01-17,9,9,9,9,999.25,5,0.0,1.0\n"
            + "2024-01-16,9,9,9,9,1100.5,5,0.0,1.0\n2024-01-12,9,9,9,9,1101.45,5,0.0,1.0\n"
        },
        {
            "investing.com",
            "\"Date\",\"Price\",\"Open\",\"High\",\"Low\",\"Vol.\",\"Change %\"\n\"01/17/2024\",\"999.25\",\"9.00\",\"9.00\",\"9.00\",\"47.32M\",\"-0.52%\"\n"
            + "\"01/16/2024\",\"1,100.50\",\"9.00\",\"9.00\",\"9.00\",\"1.21K\",\"0.18%\"\n\"01/12/2024\",\"1,101.45\",\"9.00\",\"9.00\",\"9.00\",\"\",\"0.18%\"\n"
        },
        {
            "investing.com, in German",
            "\"Datum\",\"Zuletzt\",\"Eröffn.\",\"Hoch\",\"Tief\",\"Vol.\",\"+/- %\"\n\"17.01.2024\",\"999,25\",\"9,00\",\"9,00\",\"9,00\",\"47,32M\",\"-0,52%\"\n"
            + "\"16.01.2024\",\"1.100,50\",\"9,00\",\"9,00\",\"9,00\",\"1,21K\",\"0,18%\"\n\"12.01.2024\",\"1.101,45\",\"9,00\",\"9,00\",\"9,00\",\"\",\"0,18%\"\n"
        },
        {
            "investing.com, in Vietnamese",
            "\"Ngày\",\"Lần cuối\",\"Mở\",\"Cao\",\"Thấp\",\"KL\",\"% Thay đổi\"\n\"17/01/2024\",\"999.25\",\"9\",\"9\",\"9\",\"1M\",\"1%\"\n"
            + "\"16/01/2024\",\"1,100.50\",\"9\",\"9\",\"9\",\"1M\",\"1%\"\n\"12/01/2024\",\"1,101.45\",\"9\",\"9\",\"9\",\"1M\",\"1%\"\n"
        },
        { "Google Sheets", "Date,Close\n1/12/2024 16:00:00,1101.45\n1/16/2024 16:00:00,1100.5\n1/17/2024 16:00:00,999.25\n" },
        { "Google Sheets, German", "Date,Close\n12.01.2024 16:00:00,\"1101,45\"\n16.01.2024 16:00:00,\"1100,5\"\n17.01.2024 16:00:00,\"999,25\"\n" },
        { "LibreOffice, en", "Date,Close\n01/12/24,\"1,101.45\"\n01/16/24,\"1,100.50\"\n1/17/24,999.25\n" },
        { "LibreOffice, de", "Datum;Schlusskurs\n12.01.2024;1101,45\n16.01.2024;1100,5\n17.01.2024;999,25\n" },
        { "LibreOffice, vi", "Ngày;Giá đóng cửa\n12/01/2024;1101,45\n16/01/2024;1100,5\n17/01/2024;999,25\n" },
        { "Excel, en", "Date,Close\r\n1/12/2024,\" $1,101.45 \"\r\n1/16/2024,\" $1,100.50 \"\r\n1/17/2024, $999.25 \r\n" },
        { "Excel, de", "sep=;\r\nDate;Close (EUR)\r\n12.01.2024;1.101,45 €\r\n16.01.2024;1.100,50 €\r\n17.01.2024;999,25 €\r\n" },
        { "Excel, vi", "Date,Close\r\n12/01/2024,\"1.101,45\"\r\n16/01/2024,\"1.100,50\"\r\n17/01/2024,\"999,25\"\r\n" },
        { "Excel, text with tabs", "Date\tClose\r\n12.01.2024\t1.101,45\r\n16.01.2024\t1.100,50\r\n17.01.2024\t999,25\r\n" },
        { "FRED's dates, a title before the header, |", "A share's prices\n\nobservation_date|Close\n2024-01-12|1101.45\n2024-01-16|1100.5\n2024-01-17|999.25\n" },
        { "CoinMarketCap", "timeOpen;timeClose;name;open;close;volume;timestamp\n-;-;2781;9;1101.45;5;2024-01-12T23:59:59.999Z\n-;-;2781;9;1100.5;5;2024-01-16T23:59:59.999Z\n-;-;2781;9;999.25;5;2024-01-17T23:59:59.999Z\n" },
        { "MetaTrader 5", "<DATE>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>\n2024.01.12\t9\t9\t9\t1101.45\t5\n2024.01.16\t9\t9\t9\t1100.50\t5\n2024.01.17\t9\t9\t9\t999.25\t5\n" },
        { "NSE India", "\"Date \",\"series \",\"close \",\"VALUE \"\n\"17-Jan-2024\",\"EQ\",\"999.25\",\"1,23,45,678.90\"\n\"16-Jan-2024\",\"EQ\",\"1,100.50\",\"1\"\n\"12-Jan-2024\",\"EQ\",\"1,101.45\",\"1\"\n" },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public void The_layouts_of_sites_and_spreadsheets_read_as_they_come(string layout, string text)
    {
        Assert.NotEmpty(layout);
        Assert.Equal("2024-01-12 1101.45|2024-01-16 1100.5|2024-01-17 999.25", Rows(Load(text)));
    }

    [Fact]
    public void What_is_no_day_in_Yahoo_s_files_is_told()
    {
        Assert.Equal("line 4: it tells a dividend or a split, no price|line 6: it has 1 of the 6 fields needed", Dropped("Yahoo's page"));
        Assert.Equal("line 3: the price is missing ('null')", Dropped("Yahoo's old download"));
        Assert.Equal("", Dropped("yfinance"));
        Assert.Equal("", Dropped("Excel, de"));
        Assert.Equal("line 1: it stands before the header|line 2: it is blank", Dropped("FRED's dates, a title before the header, |"));
    }

    [Fact]
    public void A_file_of_several_shares_is_refused() =>
        Refused(
            () => Load("Price,Close,Close,Open,Open\nTicker,AAPL,MSFT,AAPL,MSFT\nDate,,,,\n2024-01-12,1,2,3,4\n"),
            "expected one column Close, got 2 in 'Price, Close, Close, Open, Open'", "Keep one share");

    [Theory]
    [InlineData("Date,Close\n2024-01-12,101,45\n2024-01-16,101.5\n2024-01-17,101.25\n", "2024-01-16 101.5|2024-01-17 101.25")]
    [InlineData("Date,Close,Volume\n2024-01-12,101,45,\n2024-01-16,101.5,\n2024-01-17,101.25,\n", "2024-01-16 101.5|2024-01-17 101.25")]
    public void A_decimal_comma_that_splits_a_field_is_no_price(string text, string rows)
    {
        var series = Load(text);

        Assert.Equal(rows, Rows(series));
        Assert.Contains("export with ';' between fields or with quotes", Assert.Single(series.Report!.BadRows).NextStep, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Price,Date,Close\n9,2024-01-12,1.5\n9,2024-01-16,2.5\n", "Close")]
    [InlineData("Last,Date,Price\n9,2024-01-12,1.5\n9,2024-01-16,2.5\n", "Price")]
    [InlineData("Date,Close,Adj. Close\n2024-01-12,9,1.5\n2024-01-16,9,2.5\n", "Adj. Close")]
    public void Of_several_columns_of_prices_the_one_taken_is_told(string text, string column)
    {
        var series = Load(text);

        Assert.Equal("2024-01-12 1.5|2024-01-16 2.5", Rows(series));
        Assert.Equal(column, series.Report!.PriceColumn);
    }

    static string Dropped(string layout) =>
        string.Join('|', Load(Layouts.Single(row => row.Data.Item1 == layout).Data.Item2).Report!.BadRows);
}
