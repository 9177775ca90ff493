using System.Diagnostics;

namespace Unrolled.Figures;

/// <summary>The figure in words: what it shows, and of every trace the numbers a reader would take from the picture.</summary>
internal static class AltText
{
    public static string Of(Figure figure)
    {
        var layout = figure.Layout;
        var lines = new List<string> { layout.Title.Length > 0 ? layout.Title : "Untitled figure" };
        var points = figure.Data.SelectMany(Figure.Outline).Where(p => figure.CanShow(p.X, p.Y)).ToList();
        if (points.Count == 0) lines.Add(EmptyState.Reason(figure));
        else
        {
            lines.Add(AxisText("x", layout.XAxis, points.ConvertAll(p => p.X)));
            lines.Add(AxisText("y", layout.YAxis, points.ConvertAll(p => p.Y)));
        }

        lines.AddRange(figure.Data.Select(trace => trace switch
        {
            Scatter s => ScatterText(s, layout.YAxis),
            Band b => BandText(b, figure),
            Bar b => BarText(b, layout.XAxis),
            Field f => FieldText(f),
            Arrow a => ArrowText(a),
            _ => throw new UnreachableException(),
        }));
        lines.AddRange(layout.ReferenceLines.Select(line => line.Direction == Direction.Horizontal
            ? $"horizontal line at y = {NumberText.Of(line.At, 4)}{After(line.Label)}"
            : $"vertical line at x = {NumberText.Of(line.At, 4)}{After(line.Label)}"));
        lines.AddRange(layout.Marks.Select(mark => $"mark at ({NumberText.Of(mark.X, 4)}, {NumberText.Of(mark.Y, 4)}){After(mark.Label)}"));
        return string.Join('\n', lines);
    }

    private static string After(string label) => label.Length > 0 ? ": " + label : "";

    private static string AxisText(string name, Axis axis, List<double> values)
    {
        var title = $"{name} axis{After(axis.Title)}{(axis.Type == AxisType.Log ? " (logarithmic)" : "")}";
        if (values.Count == 0) return title;
        var format = NumberFormat.For(values);
        return $"{title}, from {format.Text(values.Min())} to {format.Text(values.Max())}";
    }

    private static string ScatterText(Scatter s, Axis yAxis)
    {
        var name = s.Name.Length > 0 ? s.Name : s.Mode == Mode.Markers ? "points" : "line";
        var points = s.X.Zip(s.Y, (x, y) => (X: x, Y: y)).Where(p => double.IsFinite(p.X) && double.IsFinite(p.Y)).ToList();
        if (s.X.Length == 0) return $"{name}: no data";
        if (points.Count == 0) return $"{name}: no data, all {Count(s.X.Length, "value")} NaN or infinite";

        var (xFormat, yFormat) = (NumberFormat.For(points.Select(p => p.X)), NumberFormat.For(points.Select(p => p.Y)));
        var (low, high) = (points.MinBy(p => p.Y), points.MaxBy(p => p.Y));
        var facts = new List<string> { Count(points.Count, "point") };
        if (points.Count == 1) facts.Add(At(points[0]));
        else if (Y(low) == Y(high)) facts.Add($"constant at {Y(low)} from x = {X(points[0])} to {X(points[^1])}");
        else facts.AddRange(["first " + At(points[0]), "last " + At(points[^1]), "lowest " + At(low), "highest " + At(high)]);
        if (points.Count < s.X.Length) facts.Add($"{s.X.Length - points.Count} NaN or infinite");
        var hidden = points.Count(p => !Scale.CanShow(yAxis.Type, p.Y));
        if (hidden > 0) facts.Add($"{hidden} not positive and so not on the logarithmic axis");
        return $"{name}: {string.Join(", ", facts)}";

        string At((double X, double Y) p) => $"{Y(p)} at x = {X(p)}";
        string X((double X, double Y) p) => xFormat.Text(p.X);
        string Y((double X, double Y) p) => yFormat.Text(p.Y);
    }

    private static string BandText(Band b, Figure figure)
    {
        var name = b.Name.Length > 0 ? b.Name : "band";
        var rows = Gaps.Runs(b, figure).SelectMany(run => run.Indices()).ToList();
        if (rows.Count == 0) return $"{name}: no data";
        var format = NumberFormat.For(rows.SelectMany(i => new[] { b.Lower[i], b.Upper[i] }));
        return $"{name}: {Count(rows.Count, "point")}, first {Bounds(rows[0])}, last {Bounds(rows[^1])}";

        string Bounds(int i) => $"{format.Text(b.Lower[i])} to {format.Text(b.Upper[i])} at x = {NumberText.Of(b.X[i], 6)}";
    }

    private static string BarText(Bar b, Axis axis)
    {
        var format = NumberFormat.For(b.Y);
        var values = b.X.Zip(b.Y, (x, y) => $"{axis.Categories[(int)x - 1]} {format.Text(y)}");
        return $"{(b.Name.Length > 0 ? b.Name : "bars")}: {(b.Y.Length == 0 ? "no data" : string.Join(", ", values))}";
    }

    private static string FieldText(Field h)
    {
        var name = h.Name.Length > 0 ? h.Name : h is Heatmap ? "heat map" : "surface";
        var cells = h.Z.SelectMany((row, i) => row.Select((z, j) => (X: h.X[j], Y: h.Y[i], Z: z))).ToList();
        var finite = cells.Where(cell => double.IsFinite(cell.Z)).ToList();
        if (finite.Count == 0) return $"{name}: no data";
        var format = NumberFormat.For(finite.Select(cell => cell.Z));
        var missing = cells.Count - finite.Count;
        var (low, high) = (finite.MinBy(cell => cell.Z), finite.MaxBy(cell => cell.Z));
        return $"{name}: {Count(h.Y.Length, "row")} by {Count(h.X.Length, "column")}, lowest {At(low)}, highest {At(high)}"
            + (missing > 0 ? $", {missing} NaN or infinite" : "");

        string At((double X, double Y, double Z) cell) =>
            $"{format.Text(cell.Z)} at ({NumberText.Of(cell.X, 4)}, {NumberText.Of(cell.Y, 4)})";
    }

    private static string ArrowText(Arrow a)
    {
        var format = NumberFormat.For([a.From.X, a.From.Y, a.To.X, a.To.Y]);
        var length = Math.Sqrt((a.To.X - a.From.X) * (a.To.X - a.From.X) + (a.To.Y - a.From.Y) * (a.To.Y - a.From.Y));
        return $"{(a.Name.Length > 0 ? a.Name : "arrow")}: from {Point(a.From)} to {Point(a.To)}, length {NumberText.Of(length, 4)}";

        string Point((double X, double Y) p) => $"({format.Text(p.X)}, {format.Text(p.Y)})";
    }

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>Writes the numbers of a series alike: with the digits that tell them apart, and rounding errors as zero.</summary>
    /// <param name="Digits">The significant digits.</param>
    /// <param name="Noise">The size below which a number is zero.</param>
    private sealed record NumberFormat(int Digits, double Noise)
    {
        public static NumberFormat For(IEnumerable<double> values)
        {
            var all = values.Where(double.IsFinite).ToList();
            return new(NumberText.DigitsFor(all, least: 4), 1e-14 * all.Select(Math.Abs).DefaultIfEmpty().Max());
        }

        public string Text(double value) => NumberText.Of(Math.Abs(value) < Noise ? 0 : value, Digits);
    }
}
