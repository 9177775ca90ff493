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
        var rowNames = Captions(title, rows, values.GetLength(0), "row");
        var columnNames = Captions(title, columns, values.GetLength(1), "column");
        format ??= CommonFormat(values);
        var (shownRows, shownColumns) = (Shown(rowNames.Length, MostRows), Shown(columnNames.Length, MostColumns));
        return new()
        {
            Title = Invariant($"{title} ({rowNames.Length} × {columnNames.Length})"),
            Columns = ["", .. shownColumns.Select(j => Caption(columnNames, j))],
            Cells = [.. shownRows.Select(i => Cells(i))],
        };

        ImmutableArray<Table.Cell> Cells(int i) =>
            [new(Caption(rowNames, i), IsNumber: false), .. shownColumns.Select(j => new Table.Cell(Entry(i, j), IsNumber: true))];

        string Entry(int i, int j)
        {
            if (i == LeftOut || j == LeftOut) return "…";
            var value = values[i, j];
            return format is null || !double.IsFinite(value) ? NumberText.Of(value, 4) : NumberText.Formatted(value, format);
        }
    }

    // Everyday sizes line up at the decimal point; others are written each by itself.
    private static string? CommonFormat(double[,] values)
    {
        var largest = values.Cast<double>().Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max();
        if (largest is < 1e-3 or >= 1e6) return null;
        return Invariant($"F{Math.Max(0, 3 - NumberText.Exponent(largest))}");
    }

    private static string Caption(ImmutableArray<string> names, int i) => i == LeftOut ? "…" : names[i];

    private static ImmutableArray<string> Captions(string title, IEnumerable<string>? captions, int count, string what)
    {
        ImmutableArray<string> names = [.. captions ?? Enumerable.Range(1, count).Select(i => i.ToString(CultureInfo.InvariantCulture))];
        if (names.Length != count) throw new ArgumentException($"The matrix '{title}' needs {count} {what} captions, got {names.Length}.", nameof(captions));
        return names;
    }

    private static ImmutableArray<int> Shown(int count, int most) => count <= most
        ? [.. Enumerable.Range(0, count)]
        : [.. Enumerable.Range(0, most - AtTheEnd - 1), LeftOut, .. Enumerable.Range(count - AtTheEnd, AtTheEnd)];
}
