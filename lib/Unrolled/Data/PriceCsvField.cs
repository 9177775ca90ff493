using System.Globalization;
using System.Text.RegularExpressions;

namespace Unrolled.Data;

/// <summary>Reads one field of a price file; what can't be read comes back as a reason.</summary>
internal static partial class PriceCsvField
{
    private const int Shown = 60;

    private static readonly string[] Missing = ["", "null", "n/a", "-"];
    private static readonly string[] Dates = ["yyyy-MM-dd", "M/d/yyyy"];

    /// <summary>An ISO date or a US one; a time of day after it is ignored.</summary>
    public static string? ReadDate(string text, out DateOnly date)
    {
        text = text.Trim();
        date = default;
        if (IsMissing(text))
        {
            return $"the date is missing ({Show(text)})";
        }
        var day = text.Split(' ', 'T')[0];
        return DateOnly.TryParseExact(day, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
            ? null
            : $"the date {Show(text)} is neither year-month-day (2020-12-31) nor month/day/year (12/31/2020)";
    }

    /// <summary>A price above zero, with '.' before decimals; '$' in front and ',' between thousands are allowed.</summary>
    public static string? ReadPrice(string text, out double price)
    {
        text = text.Trim();
        price = double.NaN;
        if (IsMissing(text))
        {
            return $"the price is missing ({Show(text)})";
        }
        if (text.Equals("NaN", StringComparison.OrdinalIgnoreCase))
        {
            return "the price is NaN, not a number";
        }
        // .NET reads 101,25 as 10125; a comma must stand before exactly three digits to be one between thousands.
        if (!PriceText().IsMatch(text))
        {
            return $"the price {Show(text)} is not a number such as 1,234.56";
        }
        var digits = text.Replace("$", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
        price = double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
        return price > 0 && double.IsFinite(price) ? null : $"the price {Show(text)} is not a finite number above zero";
    }

    /// <summary>Text from a file, in quotes, made short and printable.</summary>
    public static string Show(string text)
    {
        var shown = text.Length <= Shown ? text : text[..Shown] + "…";
        return $"'{string.Concat(shown.Select(c => char.IsControl(c) ? ' ' : c))}'";
    }

    private static bool IsMissing(string text) => Missing.Contains(text, StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"^-?\$?(?=\.?[0-9])([0-9]{1,3}(,[0-9]{3})+|[0-9]*)(\.[0-9]*)?([eE][+-]?[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex PriceText();
}
