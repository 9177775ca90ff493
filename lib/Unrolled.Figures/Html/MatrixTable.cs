using System.Collections.Immutable;
using System.Globalization;

namespace Unrolled.Figures;

/// <summary>Lays out a matrix as a table.</summary>
internal static class MatrixTable
{
    // More rows or columns than these do not fit on a slide; the middle is left out.
    private const int MostRows = 20;
    private const int MostColumns = 12;
    private const int AtTheEnd = 2;
    private const int LeftOut = -1;

    public static Table Of(string title, double[,] values, IEnumerable<string>? rows, IEnumerable<string>? columns, string? format)
    {
        var (rowNames, columnNames) = (Captions(title, rows, values.GetLength(0), "row"), Captions(title, columns, values.GetLength(1), "column"));
        format ??= CommonFormat(values);
        var (shownRows, shownColumns) = (Shown(rowNames.Length, MostRows), Shown(columnNames.Length, MostColumns));
        return new()
        {
            Title = string.Create(CultureInfo.InvariantCulture, $"{title} ({rowNames.Length} × {columnNames.Length})"),
            Columns = ["", .. shownColumns.Select(j => Caption(columnNames, j))],
            Rows = [.. shownRows.Select(i => Cells(i))],
        };

        ImmutableArray<Table.Cell> Cells(int i) =>
            [new(Caption(rowNames, i), IsNumber: false), .. shownColumns.Select(j => i == LeftOut || j == LeftOut ? new("…", IsNumber: true) : new Table.Cell(Entry(values[i, j], format), IsNumber: true))];
    }

    private static string Entry(double value, string? format) => format is null || !double.IsFinite(value) ? NumberText.Of(value, 4) : NumberText.Formatted(value, format);

    // Everyday sizes line up at the decimal point; others are written each by itself.
    private static string? CommonFormat(double[,] values)
    {
        var largest = values.Cast<double>().Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max();
        return largest is >= 1e-3 and < 1e6 ? "F" + Math.Max(0, 3 - NumberText.Exponent(largest)).ToString(CultureInfo.InvariantCulture) : null;
    }

    private static string Caption(ImmutableArray<string> names, int i) => i == LeftOut ? "…" : names[i];

    private static ImmutableArray<string> Captions(string title, IEnumerable<string>? captions, int count, string what)
    {
        ImmutableArray<string> names = [.. captions ?? Enumerable.Range(1, count).Select(i => i.ToString(CultureInfo.InvariantCulture))];
        return names.Length == count ? names : throw new ArgumentException($"The matrix '{title}' needs {count} {what} captions, got {names.Length}.");
    }

    private static ImmutableArray<int> Shown(int count, int most) => count <= most
        ? [.. Enumerable.Range(0, count)]
        : [.. Enumerable.Range(0, most - AtTheEnd - 1), LeftOut, .. Enumerable.Range(count - AtTheEnd, AtTheEnd)];
}
