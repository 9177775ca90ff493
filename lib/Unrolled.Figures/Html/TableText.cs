namespace Unrolled.Figures;

/// <summary>Writes a table as text, in columns two spaces apart.</summary>
internal static class TableText
{
    public static string Of(Table table)
    {
        var rows = table.Rows.Select(row => row.ToArray()).ToList();
        if (table.Columns.Length > 0)
            rows.Insert(0, [.. table.Columns.Select((caption, i) => new Table.Cell(caption, rows.Count > 0 && rows.All(row => i < row.Length && row[i].IsNumber)))]);
        var widths = Enumerable.Range(0, rows.Select(row => row.Length).DefaultIfEmpty().Max()).Select(i => rows.Where(row => i < row.Length).Max(row => row[i].Text.Length)).ToArray();

        var lines = rows.Select(row => string.Join("  ", row.Select((cell, i) => cell.IsNumber ? cell.Text.PadLeft(widths[i]) : cell.Text.PadRight(widths[i]))).TrimEnd());
        if (table.Rows.Length == 0) lines = lines.Append("no rows");
        if (table.Title.Length > 0) lines = lines.Prepend(table.Title);
        return string.Join('\n', lines);
    }
}
