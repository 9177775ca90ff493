namespace Unrolled.Figures;

/// <summary>Rings marked points, and puts each label beside its ring or its arrow's tip, where it covers the least data and no other
/// label.</summary>
internal sealed class CalloutPainter(SvgWriter svg, Figure figure, Frame frame, Scale x, Scale y)
{
    private const double Ring = 5.5;

    // How densely a straight line counts as data that a label would cover.
    private const double Step = 4;

    private static readonly (double Dx, double Dy)[] Sides = [(1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1)];

    // A label that finds no room at its point moves away, and a line leads back.
    private static readonly double[] Distances = [3, 20, 40, 80, 140];

    /// <summary>A label and what it names.</summary>
    /// <param name="Text">The label.</param>
    /// <param name="At">The point.</param>
    /// <param name="From">Where the arrow comes from whose tip the point is; the point itself for a mark.</param>
    /// <param name="Color">The colour of the label.</param>
    private sealed record Callout(string Text, Pixel At, Pixel From, string Color);

    public void Paint()
    {
        var marks = figure.Layout.Marks.Select(mark => new Callout(mark.Label, At(mark.X, mark.Y), At(mark.X, mark.Y), Palette.Text));
        var arrows = figure.Data.OfType<Arrow>().Where(figure.CanShow).Select(arrow =>
            new Callout(arrow.Name, At(arrow.To.X, arrow.To.Y), At(arrow.From.X, arrow.From.Y), Palette.ForText(arrow.Color))).ToList();
        var shown = marks.Concat(arrows).Where(callout => frame.Plot.Contains(callout.At)).ToList();
        if (shown.Count == 0) return;
        var taken = shown.ConvertAll(callout => new Box(callout.At, callout.At).Grown(Ring));
        var points = figure.Data.OfType<Scatter>().SelectMany(Figure.Outline).Where(p => figure.CanShow(p.X, p.Y)).Select(p => At(p.X, p.Y));
        List<Pixel> data = [.. points, .. arrows.SelectMany(arrow => Along(arrow.From, arrow.At))];
        foreach (var callout in shown)
        {
            if (!arrows.Contains(callout)) RingAround(callout.At);
            if (callout.Text.Length == 0 || Place(callout, taken, data) is not { } box) continue;
            taken.Add(box);
            Leader(callout.At, new(Math.Clamp(callout.At.X, box.Left, box.Right), Math.Clamp(callout.At.Y, box.Top, box.Bottom)));
            svg.Label(
                callout.Text, Style.LabelSize, box.Left, box.Top + Style.LabelSize * TextMetrics.Ascent, fill: callout.Color, halo: true);
        }
    }

    // The nearest free places, and of these the one over the least data; the label of an arrow rather ahead of it than behind.
    private Box? Place(Callout callout, List<Box> taken, List<Pixel> data)
    {
        var (dx, dy) = (callout.At.X - callout.From.X, callout.At.Y - callout.From.Y);
        var sides = Sides.OrderByDescending(side => side.Dx * dx + side.Dy * dy).ToList();
        foreach (var distance in Distances)
        {
            var free = sides.Select(side => BoxAt(callout.At, side, distance, Style.LabelWidth(callout.Text)))
                .Where(box => frame.Plot.Contains(box) && !taken.Any(box.Overlaps)).ToList();
            if (free.Count > 0) return free.MinBy(box => data.Count(box.Contains));
        }

        return null;
    }

    private void RingAround(Pixel at)
    {
        if (figure.HasField) Circle(Palette.Card, 1.5 + DataPainter.Casing);
        Circle(Palette.Text, 1.5);

        void Circle(string color, double width) =>
            svg.Empty("circle", ("cx", at.X), ("cy", at.Y), ("r", Ring), ("fill", "none"), ("stroke", color), ("stroke-width", width));
    }

    private void Leader(Pixel from, Pixel to)
    {
        var distance = from.To(to);
        if (distance <= 2 * Ring) return;
        var (dx, dy) = ((to.X - from.X) * Ring / distance, (to.Y - from.Y) * Ring / distance);
        svg.Line(SvgWriter.Path($"M{from.X + dx} {from.Y + dy}L{to.X} {to.Y}"), Palette.Text);
    }

    private Pixel At(double px, double py) => new(x.Pixel(px), y.Pixel(py));

    private static IEnumerable<Pixel> Along(Pixel from, Pixel to)
    {
        var steps = (int)Math.Min(1000, from.To(to) / Step);
        return Enumerable.Range(0, steps + 1).Select(i => from.Toward(to, i / Math.Max(1.0, steps)));
    }

    private static Box BoxAt(Pixel at, (double Dx, double Dy) side, double distance, double width)
    {
        var height = Style.LabelSize * (TextMetrics.Ascent + TextMetrics.Descent);
        var left = at.X - width / 2 + side.Dx * (width / 2 + Ring + distance);
        var top = at.Y - height / 2 + side.Dy * (height / 2 + Ring + distance - 2);
        return new(left, top, left + width, top + height);
    }
}
