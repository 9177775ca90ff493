namespace Unrolled.Figures;

/// <summary>Writes a table as text, in columns two spaces apart.</summary>
internal static class TableText
{
    public static string Of(Table table)
    {
        List<Table.Cell[]> rows = [.. table.Cells.Select(row => row.ToArray())];
        if (table.Columns.Length > 0)
            rows.Insert(0, [.. table.Columns.Select((caption, i) => new Table.Cell(caption, table.IsNumeric(i)))]);
        var columns = rows.Select(row => row.Length).DefaultIfEmpty().Max();
        var widths = Enumerable.Range(0, columns).Select(i => rows.Where(row => i < row.Length).Max(row => row[i].Text.Length)).ToArray();

        var lines = rows.Select(row => string.Join("  ", row.Select((cell, i) => Padded(cell, widths[i]))).TrimEnd());
        if (table.Cells.Length == 0) lines = lines.Append("no rows");
        if (table.Title.Length > 0) lines = lines.Prepend(table.Title);
        return string.Join('\n', lines);
    }

    private static string Padded(Table.Cell cell, int width) => cell.IsNumber ? cell.Text.PadLeft(width) : cell.Text.PadRight(width);
}
