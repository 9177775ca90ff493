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
        var marks = figure.Layout.Marks.Where(mark => x.Contains(mark.X) && y.Contains(mark.Y)).ToList();
        if (marks.Count == 0) return;
        var taken = marks.ConvertAll(mark => new Box(At(mark.X, mark.Y), At(mark.X, mark.Y)).Grown(Ring));
        var points = figure.Data.OfType<Scatter>().SelectMany(Figure.Outline).Where(p => figure.CanShow(p.X, p.Y));
        var data = points.Select(p => At(p.X, p.Y)).ToList();
        foreach (var mark in marks)
        {
            var at = At(mark.X, mark.Y);
            svg.Empty("circle", ("cx", at.X), ("cy", at.Y), ("r", Ring), ("fill", "none"), ("stroke", Palette.Text), ("stroke-width", 1.5));
            if (Place(mark.Label, at, taken, data) is not { } box) continue;
            taken.Add(box);
            Leader(at, new(Math.Clamp(at.X, box.Left, box.Right), Math.Clamp(at.Y, box.Top, box.Bottom)));
            svg.Label(mark.Label, Style.LabelSize, box.Left, box.Top + Style.LabelSize * TextMetrics.Ascent, halo: true);
        }
    }

    // The nearest free places, and of these the one over the least data.
    private Box? Place(string label, Pixel at, List<Box> taken, List<Pixel> data)
    {
        foreach (var distance in Distances)
        {
            var free = Sides.Select(side => BoxAt(at, side, distance, Style.LabelWidth(label)))
                .Where(box => frame.Plot.Contains(box) && !taken.Any(box.Overlaps)).ToList();
            if (free.Count > 0) return free.MinBy(box => data.Count(box.Contains));
        }

        return null;
    }

    private void Leader(Pixel from, Pixel to)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var distance = Math.Sqrt(dx * dx + dy * dy);
        if (distance > 2 * Ring)
            svg.Line(SvgWriter.Path($"M{from.X + dx * Ring / distance} {from.Y + dy * Ring / distance}L{to.X} {to.Y}"), Palette.Text);
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
