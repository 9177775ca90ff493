namespace Unrolled.Data;

/// <summary>Where a price file keeps what the course needs.</summary>
/// <param name="DateField">The index of the date.</param>
/// <param name="PriceField">The index of the price.</param>
/// <param name="PriceName">The price column as the file spells it.</param>
internal sealed record PriceCsvHeader(int DateField, int PriceField, string PriceName)
{
    // Nasdaq writes Close/Last; some sites mark footnotes as in Close*.
    private static readonly string[] Date = ["date"];
    private static readonly string[] Close = ["close", "closelast"];
    private static readonly string[] AdjClose = ["adjclose", "adjustedclose"];

    /// <summary>A row needs fields up to this index.</summary>
    public int LastField => Math.Max(DateField, PriceField);

    /// <summary>Finds the columns whatever their order, case, spaces and punctuation.</summary>
    public static PriceCsvHeader Find(string path, string[] names, PriceColumn column)
    {
        int Field(string[] spellings)
        {
            int[] fields = [.. Enumerable.Range(0, names.Length).Where(i => spellings.Contains(Letters(names[i])))];
            return fields switch
            {
                [] => -1,
                [var field] => field,
                _ => throw new PriceCsvException(
                    path,
                    $"expected one column {names[fields[0]]}, got {fields.Length} in {PriceCsvField.Show(string.Join(", ", names))}.",
                    "Keep one share and one such column in the file."),
            };
        }

        var (date, close, adjClose) = (Field(Date), Field(Close), Field(AdjClose));
        var (price, wanted) = column switch
        {
            PriceColumn.AdjClose => (adjClose, "Adj Close"),
            PriceColumn.Close => (close, "Close"),
            _ => (adjClose >= 0 ? adjClose : close, "Close or Adj Close"),
        };
        if (date >= 0 && price >= 0)
        {
            return new(date, price, names[price].Trim());
        }
        throw new PriceCsvException(
            path,
            $"expected a header with the columns Date and {wanted}, separated by ',', got {PriceCsvField.Show(string.Join(", ", names))}.",
            Separator(names) is { } separator
                ? $"The file seems to use {separator} between fields: save it again with ',' between fields and '.' in the prices."
                : "Name these columns in the first line of the file.");
    }

    private static string? Separator(string[] names) =>
        names.Any(name => name.Contains(';')) ? "';'"
        : names.Any(name => name.Contains('\t')) ? "a tab"
        : names.Any(name => name.Contains('|')) ? "'|'"
        : null;

    private static string Letters(string name) => string.Concat(name.Where(char.IsAsciiLetter)).ToLowerInvariant();
}
