namespace Unrolled.Figures;

/// <summary>Rings points and puts each label beside its ring, where it covers the least data and no other label.</summary>
internal sealed class MarkPainter(SvgWriter svg, Figure figure, Frame frame, Scale x, Scale y)
{
    private const double Ring = 5.5;

    private static readonly (double Dx, double Dy)[] Sides = [(1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1)];

    // A label that finds no room at its ring moves away, and a line leads back.
    private static readonly double[] Distances = [3, 20, 40, 80, 140];

    public void Paint()
    {
        var marks = figure.Layout.Marks.Where(mark => x.Contains(mark.X) && y.Contains(mark.Y)).Select(mark => (mark.Label, At: At(mark.X, mark.Y))).ToList();
        var taken = marks.Select(mark => new Box(mark.At.X, mark.At.Y, mark.At.X, mark.At.Y).Grown(Ring)).ToList();
        var data = figure.Data.OfType<Scatter>().SelectMany(s => s.X.Zip(s.Y)).Where(p => figure.CanShow(p.First, p.Second)).Select(p => At(p.First, p.Second)).ToList();
        foreach (var (label, at) in marks)
        {
            svg.Empty("circle", ("cx", at.X), ("cy", at.Y), ("r", Ring), ("fill", "none"), ("stroke", Palette.Text), ("stroke-width", 1.5));
            var text = RichText.Parse(label);
            var free = Distances.Select(distance => Sides.Select(side => BoxAt(at, side, distance, text.Width(Style.LabelSize)))
                .Where(box => frame.Plot.Contains(box) && !taken.Any(box.Overlaps)).ToList());
            if (free.FirstOrDefault(boxes => boxes.Count > 0) is not { } boxes) continue;
            var box = boxes.MinBy(box => data.Count(box.Contains));
            taken.Add(box);
            Label(text, at, box);
        }
    }

    private void Label(RichText text, Pixel at, Box box)
    {
        var nearest = new Pixel(Math.Clamp(at.X, box.Left, box.Right), Math.Clamp(at.Y, box.Top, box.Bottom));
        var (dx, dy) = (nearest.X - at.X, nearest.Y - at.Y);
        var distance = Math.Sqrt(dx * dx + dy * dy);
        if (distance > 2 * Ring)
            svg.Empty("path", ("d", $"M{SvgWriter.Number(at.X + dx * Ring / distance)} {SvgWriter.Number(at.Y + dy * Ring / distance)}L{SvgWriter.Number(nearest.X)} {SvgWriter.Number(nearest.Y)}"),
                ("stroke", Palette.Text));
        svg.Text(text, Style.LabelSize, ("x", box.Left), ("y", box.Top + Style.LabelSize * TextMetrics.Ascent),
            ("stroke", Palette.Card), ("stroke-width", 3), ("paint-order", "stroke"));
    }

    private Pixel At(double px, double py) => new(x.Pixel(px), y.Pixel(py));

    private static Box BoxAt(Pixel at, (double Dx, double Dy) side, double distance, double width)
    {
        var height = Style.LabelSize * (TextMetrics.Ascent + TextMetrics.Descent);
        var left = at.X - width / 2 + side.Dx * (width / 2 + Ring + distance);
        var top = at.Y - height / 2 + side.Dy * (height / 2 + Ring + distance - 2);
        return new(left, top, left + width, top + height);
    }
}
