using System.Globalization;
using System.Text;

namespace Unrolled.Figures;

/// <summary>Writes a table as HTML and as text.</summary>
internal static class TableRendering
{
    /// <summary>HTML. Colours and fonts are the page's, so it is readable on a light and on a dark one.</summary>
    public static string Html(Table table)
    {
        var html = new StringBuilder("<table style=\"border-collapse:collapse\"");
        if (table.Name.Length > 0) html.Append(" data-name=\"").Append(table.Name).Append('"');
        html.Append(">\n");
        if (table.Title.Length > 0) html.Append("<caption>").Append(Markup.Of(table.Title)).Append("</caption>\n");
        if (table.Columns.Length > 0)
        {
            html.Append("<thead><tr>");
            for (var i = 0; i < table.Columns.Length; i++)
                Cell(html, "th scope=\"col\"", new(table.Columns[i], table.IsNumeric(i)));
            html.Append("</tr></thead>\n");
        }

        html.Append("<tbody>\n");
        foreach (var row in table.Cells)
        {
            html.Append("<tr>");
            foreach (var (i, cell) in row.Index()) Cell(html, i == 0 ? "th scope=\"row\"" : "td", cell);
            html.Append("</tr>\n");
        }

        var columns = Math.Max(1, table.Columns.Length);
        if (table.Cells.Length == 0) html.Append(CultureInfo.InvariantCulture, $"<tr><td colspan=\"{columns}\">no rows</td></tr>\n");
        return html.Append("</tbody>\n</table>\n").ToString();
    }

    private static void Cell(StringBuilder html, string tag, Table.Cell cell)
    {
        var (text, align) = cell.IsNumber ? (cell.Text.Replace('-', '−'), "right") : (cell.Text, "left");
        html.Append(CultureInfo.InvariantCulture, $"<{tag} style=\"padding:2px 8px;text-align:{align}\">{Markup.Of(text)}</{tag[..2]}>");
    }

    /// <summary>Text, in columns two spaces apart.</summary>
    public static string Text(Table table)
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
