using System.Collections.Immutable;

namespace Unrolled.Figures;

/// <summary>The labels under the x axis: numbers, or the names of categories.</summary>
/// <param name="Ticks">The ticks; a name of several lines holds line breaks.</param>
/// <param name="Rotated">Whether the labels stand upright, since they do not fit side by side.</param>
/// <param name="Height">The height the labels need.</param>
/// <param name="Over">How far the last label reaches beyond the right end of the canvas.</param>
internal sealed record XLabels(Ticks Ticks, bool Rotated, double Height, double Over)
{
    public static XLabels Of(Layout layout, AxisRange? range, double left, double right) =>
        range is null ? new(Ticks.None, Rotated: false, Frame.Rows(1, Style.LabelSize), 0)
        : layout.XAxis.Categories.Length > 0 ? Names(layout, right - left)
        : Numbers(layout, range, left, right);

    // As many ticks as leave room between their labels.
    private static XLabels Numbers(Layout layout, AxisRange range, double left, double right)
    {
        var scale = new Scale(layout.XAxis.Type, range.Low, range.High, left, right);
        for (var most = 10; ; most--)
        {
            var ticks = Ticks.For(layout.XAxis.Type, range, most);
            var labels = ticks.All.Where(tick => tick.Label.Length > 0).Select(Extent).ToList();
            var apart = labels.Zip(labels.Skip(1)).All(pair => pair.Second.Left - pair.First.Right >= 1.5 * Style.LabelSize);
            if (!apart && most > 2) continue;
            // Not even two fit: the first alone.
            if (!apart) ticks = ticks with { All = [.. ticks.All.Where(tick => tick.Label.Length > 0).Take(1)] };
            var over = labels.Select(label => label.Right - (layout.Width - Style.Gap)).Append(0).Max();
            return new(ticks, Rotated: false, Frame.Rows(1, Style.LabelSize), over);
        }

        (double Left, double Right) Extent(Tick tick)
        {
            var (at, half) = (scale.Pixel(tick.Value), Style.LabelWidth(tick.Label) / 2);
            return (at - half, at + half);
        }
    }

    // Side by side where every word fits under its bar, else upright; of very many only some.
    private static XLabels Names(Layout layout, double width)
    {
        var slot = width / layout.XAxis.Categories.Length;
        var rotated = Style.Widest(layout.XAxis.Categories.SelectMany(name => name.Split(' '))) > slot - Style.Gap;
        var room = rotated ? 0.3 * layout.Height : slot - Style.Gap;
        var wrapped = layout.XAxis.Categories.Select(name => Wrap.Lines(name, room, Style.LabelSize)).ToList();
        var rows = Frame.Rows(wrapped.Max(lines => Math.Max(1, lines.Length)), Style.LabelSize);
        var step = rotated ? (int)Math.Ceiling(rows / slot) : 1;
        var height = rotated ? Style.Widest(wrapped.SelectMany(lines => lines)) + Style.Gap : rows;
        ImmutableArray<Tick> ticks = [.. wrapped.Select((lines, i) => new Tick(i + 1, i % step == 0 ? string.Join('\n', lines) : ""))];
        return new(new(ticks, ""), rotated, height, 0);
    }
}
