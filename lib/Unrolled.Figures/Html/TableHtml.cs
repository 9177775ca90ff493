using System.Globalization;
using System.Text;

namespace Unrolled.Figures;

/// <summary>Writes a table as HTML. Colours and fonts are the page's, so it is readable on a light and on a dark one.</summary>
internal static class TableHtml
{
    public static string Of(Table table)
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
}
