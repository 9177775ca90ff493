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
                Cell(html, "th scope=\"col\"", table.Columns[i], table.Rows.Length > 0 && table.Rows.All(row => i < row.Length && row[i].IsNumber));
            html.Append("</tr></thead>\n");
        }

        html.Append("<tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            foreach (var (i, cell) in row.Index()) Cell(html, i == 0 ? "th scope=\"row\"" : "td", cell.IsNumber ? cell.Text.Replace('-', '−') : cell.Text, cell.IsNumber);
            html.Append("</tr>\n");
        }

        if (table.Rows.Length == 0) html.Append("<tr><td colspan=\"").Append(Math.Max(1, table.Columns.Length)).Append("\">no rows</td></tr>\n");
        return html.Append("</tbody>\n</table>\n").ToString();
    }

    private static void Cell(StringBuilder html, string tag, string text, bool right) =>
        html.Append('<').Append(tag).Append(" style=\"padding:2px 8px;text-align:").Append(right ? "right" : "left").Append("\">").Append(Markup.Of(text)).Append("</").Append(tag.AsSpan(0, 2)).Append('>');
}
