using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Unrolled.Data;

/// <summary>The prices of a file: one decimal sign and one currency for the whole column. Signs between thousands are dropped.</summary>
internal sealed partial class PriceCsvNumbers
{
    private const string Currencies =
        @"[A-Z]{0,2}\p{Sc}|AUD|BRL|BTC|CAD|CHF|CNY|CZK|DKK|EUR|GBP|GBp|GBX|HKD|HUF|INR|JPY|KRW|MXN|NOK|NZD|PLN|RUB|SEK|SGD|THB|TRY|TWD"
        + @"|USDT?|VND|ZAR|đ|kr\.?|zł|Kč|Ft|Rs\.?|Fr\.?";

    private const string ThousandsSigns = ", '’";

    private static readonly SearchValues<char> Plain = SearchValues.Create("0123456789.,");

    private static readonly string[] Missing = ["", "null", "none", "n/a", "na", "#n/a", "-", "--"];

    private static readonly Reading<double> Point = Sign("with a decimal point", DecimalSign.Point);
    private static readonly Reading<double> Comma = Sign("with a decimal comma", DecimalSign.Comma);

    private readonly Reading<double> _reading;

    /// <summary>Decides the decimal sign of the column, and sees that all prices are in one currency.</summary>
    /// <exception cref="PriceCsvException">
    /// The column leaves its decimal sign open, contradicts itself or what the caller asks for, or has two currencies.
    /// </exception>
    public PriceCsvNumbers(string path, string name, IReadOnlyList<PriceCsvCell> cells, DecimalSign? asked)
    {
        var column = new PriceCsvColumn<double>(path, name, cells, [Point, Comma]);
        _reading = column.Decide(asked switch { DecimalSign.Point => Point, DecimalSign.Comma => Comma, _ => null });
        var currency = Currency(path, name, cells);
        var thousands = string.Join(
            " and ", cells.Select(cell => ThousandsSign(cell.Text)).OfType<char>().Distinct().Select(sign => $"'{sign}'"));

        List<string> read = currency is null ? [] : [$"in {currency}"];
        if (asked is not null || (column.Evidence is not null && (_reading == Comma || thousands.Length > 0)))
            read.Add(_reading.Name + (asked is not null ? " as asked" : $" because {column.Evidence}"));
        if (thousands.Length > 0)
            read.Add($"with {thousands} between thousands");
        Decision = read.Count == 0 ? null : $"Prices read {string.Join(", ", read)}.";
    }

    /// <summary>How the column is read and why; null for a decimal point alone, which is what programs write.</summary>
    public string? Decision { get; }

    /// <summary>Whether a site or a spreadsheet tells in this field that there is nothing.</summary>
    public static bool IsMissing(string text) => Missing.Contains(text, StringComparer.OrdinalIgnoreCase);

    /// <summary>The price, finite and above zero; or null where <see cref="WhyNot"/> has the reason.</summary>
    public double? Read(string text) => _reading.Read(text) is { } price && price > 0 && double.IsFinite(price) ? price : null;

    /// <summary>Why a field is no price of this column.</summary>
    public BadRow WhyNot(PriceCsvCell cell)
    {
        var text = cell.Text.Trim();
        var price = $"the price {PriceCsvCell.Show(text)}";
        var (reason, nextStep) =
            IsMissing(text) ? ($"the price is missing ({PriceCsvCell.Show(text)})", "")
            : text.Equals("NaN", StringComparison.OrdinalIgnoreCase) ? ("the price is NaN, not a number", "")
            : _reading.Read(text) is not null
                ? ($"{price} is not a finite number above zero", "Correct the prices named, or choose a column of prices, not of changes.")
            : (_reading == Point ? Comma : Point).Read(text) is not null
                ? ($"{price} can't be read {_reading.Name}, as the column is", "Give all prices one form and export again.")
            : text.StartsWith('#')
                ? ($"{price} is what a spreadsheet shows for an error or in a narrow column", "Mend the cell or widen the column, and export again.")
            : text.EndsWith('%') ? ($"{price} is a percentage", "Choose a column of prices, not of changes.")
            : Abbreviated().IsMatch(text)
                ? ($"{price} is abbreviated", "Export the prices with all their digits, not in thousands (K) or millions (M).")
            : ($"{price} is not a number such as {(_reading == Point ? "1,234.56" : "1.234,56")}", "Correct the prices named, or delete these lines.");
        return new(cell.Line, reason, nextStep);
    }

    private static string? Currency(string path, string name, IReadOnlyList<PriceCsvCell> cells)
    {
        PriceCsvCell? first = null;
        string? currency = null;
        foreach (var cell in cells)
        {
            if (Split(cell.Text).Currency is not { Length: > 0 } sign)
                continue;
            if (currency is not null && sign != currency)
            {
                throw new PriceCsvException(
                    path, $"expected one currency in column '{name}', got two: {first} and {cell}.",
                    "Keep the rows of one currency in the file.");
            }
            (first, currency) = (first ?? cell, sign);
        }
        return currency;
    }

    private static Reading<double> Sign(string name, DecimalSign sign) =>
        new(name, $"decimals: DecimalSign.{sign}", text => Read(text, sign), price => Invariant($"{price}"));

    private static double? Read(string text, DecimalSign sign)
    {
        var digits = Split(text).Digits;
        if (sign == DecimalSign.Comma)
            digits = string.Concat(digits.Select(c => c switch { ',' => '.', '.' => ',', _ => c }));
        return PointText().IsMatch(digits)
            ? double.Parse(
                digits.AsSpan().ContainsAny(ThousandsSigns) ? string.Concat(digits.Where(c => !IsThousandsSign(c))) : digits,
                NumberStyles.Float, CultureInfo.InvariantCulture)
            : null;
    }

    /// <summary>The sign between the thousands of a price in the decided form, if there is one.</summary>
    private char? ThousandsSign(string text)
    {
        var sign = Split(text).Digits.FirstOrDefault(c => _reading == Comma && c is '.' or ',' ? c == '.' : IsThousandsSign(c));
        return sign != default && _reading.Read(text) is not null ? sign : null;
    }

    private static bool IsThousandsSign(char c) => ThousandsSigns.Contains(c);

    /// <summary>Takes the currency off, which stands before or after the digits; no-break spaces become spaces.</summary>
    private static (string Digits, string Currency) Split(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Plain))
            return (text, "");
        var match = Money().Match(text.Replace('\u00A0', ' ').Replace('\u202F', ' ').Trim());
        return match.Success
            ? (match.Groups["minus"].Value + match.Groups["inner"].Value + match.Groups["digits"].Value, match.Groups["currency"].Value)
            : (text.Trim(), "");
    }

    // A comma between thousands stands before groups of three digits, or, in India, of two and a last one of three; no number starts with a
    // group that starts with 0: 0,100 is a tenth.
    [GeneratedRegex(
        @"^-?(?=\.?[0-9])([1-9][0-9]{0,2}(?<sign>[, '’])[0-9]{3}(\k<sign>[0-9]{3})*|[1-9][0-9]?(,[0-9]{2})+,[0-9]{3}|[0-9]*)"
        + @"(\.[0-9]*)?([eE][+-]?[0-9]+)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PointText();

    [GeneratedRegex(
        @"^(?<minus>-?)((?<currency>" + Currencies + @")\s*)?(?<inner>-?)(?<digits>[0-9.,].*?)(\s*(?<currency>" + Currencies + @"))?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Money();

    [GeneratedRegex(@"^[^\p{L}]*[0-9]\s*([KMBT]|Mio\.?|Mrd\.?|Tr|Tỷ|mn|bn)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Abbreviated();
}
