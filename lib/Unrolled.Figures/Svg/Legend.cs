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
        var key = Style.KeyWidth + Style.Gap;
        var wrapped = entries.Select(entry => (Entry: entry, Lines: Wrap.Lines(entry.Text, width - key, Style.LabelSize))).ToList();
        var sizes = wrapped.ConvertAll(item => key + Style.Widest(item.Lines) + Between);
        // What does not fit into one row stands in columns.
        var column = sizes.Sum() - Between > width ? sizes.Max() : 0;

        var items = ImmutableArray.CreateBuilder<Item>();
        var (x, y, rowHeight) = (0.0, 0.0, 0.0);
        foreach (var ((entry, lines), size) in wrapped.Zip(sizes))
        {
            var step = Math.Max(column, size);
            if (x > 0 && x + step - Between > width) (x, y, rowHeight) = (0, y + rowHeight, 0);
            items.Add(new(entry, lines, x, y));
            x += step;
            rowHeight = Math.Max(rowHeight, Frame.Rows(lines.Length, Style.LabelSize) + 2);
        }

        return new(items.ToImmutable(), y + rowHeight);
    }
}
