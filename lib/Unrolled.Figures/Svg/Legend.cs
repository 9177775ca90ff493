using System.Collections.Immutable;

namespace Unrolled.Figures;

/// <summary>The legend: names with samples, in rows under the title, where they cover no data.</summary>
/// <param name="Items">The entries, each line of a long name by itself, and their places from the legend's top left.</param>
/// <param name="Height">The height of all rows.</param>
internal sealed record Legend(ImmutableArray<Legend.Item> Items, double Height)
{
    private const double Between = 18;

    /// <summary>An entry and where it stands.</summary>
    internal sealed record Item(LegendEntry Entry, ImmutableArray<string> Lines, double X, double Y);

    public static Legend Of(IEnumerable<LegendEntry> entries, double width)
    {
        var items = ImmutableArray.CreateBuilder<Item>();
        var row = Frame.Rows(1, Style.LabelSize) + 2;
        var (x, y, rowHeight) = (0.0, 0.0, 0.0);
        foreach (var entry in entries)
        {
            var lines = Wrap.Lines(entry.Text, width - Style.KeyWidth - Style.Gap, Style.LabelSize);
            var size = Style.KeyWidth + Style.Gap + lines.Max(line => RichText.Parse(line).Width(Style.LabelSize));
            if (x > 0 && x + size > width) (x, y, rowHeight) = (0, y + rowHeight, 0);
            items.Add(new(entry, lines, x, y));
            x += size + Between;
            rowHeight = Math.Max(rowHeight, lines.Length * row);
        }

        return new(items.ToImmutable(), y + rowHeight);
    }
}
