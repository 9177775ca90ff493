namespace Unrolled.Figures;

/// <summary>
/// Outlines of the region of a grid where the values reach a level, by marching squares (Lorensen and Cline 1987, in two dimensions):
/// along each edge of the grid the values are taken to change linearly.
/// </summary>
/// <remarks>
/// Around the grid lies a rim that reaches no level, at the place of the outermost nodes. So every outline is closed, and the regions of
/// several levels can be painted one upon the other.
/// </remarks>
internal sealed class Contours
{
    private readonly Pixel[,] places;
    private readonly double[,] values;
    private readonly int columns;

    /// <param name="x">The pixel of each column.</param>
    /// <param name="y">The pixel of each row.</param>
    /// <param name="rows">The values; NaN reaches no level.</param>
    public Contours(IReadOnlyList<double> x, IReadOnlyList<double> y, IEnumerable<IReadOnlyList<double>> rows)
    {
        columns = x.Count + 2;
        (places, values) = (new Pixel[y.Count + 2, columns], new double[y.Count + 2, columns]);
        for (var i = 0; i < y.Count + 2; i++)
            for (var j = 0; j < columns; j++)
                (places[i, j], values[i, j]) = (new(At(x, j), At(y, i)), double.NegativeInfinity);
        foreach (var (i, row) in rows.Index())
            foreach (var (j, value) in row.Index())
                if (double.IsFinite(value)) values[i + 1, j + 1] = value;

        static double At(IReadOnlyList<double> centres, int i) => centres[Math.Clamp(i - 1, 0, centres.Count - 1)];
    }

    /// <summary>The closed outlines, holes included: to be filled by the even-odd rule.</summary>
    public IEnumerable<List<Pixel>> Around(double level)
    {
        // Each edge that an outline crosses leads to the next one; an edge lies between two cells, so there is one way in and one out.
        var next = new Dictionary<int, int>();
        for (var i = 0; i + 1 < values.GetLength(0); i++)
            for (var j = 0; j + 1 < columns; j++)
                Cell(i, j, level, next);

        while (next.Count > 0)
        {
            var (outline, edge) = (new List<Pixel>(), next.Keys.First());
            while (next.Remove(edge, out var following))
            {
                outline.Add(Crossing(edge, level));
                edge = following;
            }

            yield return outline;
        }
    }

    // Once around the cell: where the values fall below the level the outline enters it, and where they rise again it leaves.
    private void Cell(int i, int j, double level, Dictionary<int, int> next)
    {
        ReadOnlySpan<bool> inside =
            [values[i, j] >= level, values[i, j + 1] >= level, values[i + 1, j + 1] >= level, values[i + 1, j] >= level];
        if (inside[0] == inside[1] && inside[1] == inside[2] && inside[2] == inside[3]) return;
        ReadOnlySpan<int> edges = [Edge(i, j, down: false), Edge(i, j + 1, down: true), Edge(i + 1, j, down: false), Edge(i, j, down: true)];
        // Two opposite corners inside: the mean of all four says whether they are joined.
        var joined = values[i, j] + values[i, j + 1] + values[i + 1, j + 1] + values[i + 1, j] >= 4 * level;
        for (var k = 0; k < 4; k++)
        {
            if (!inside[k] || inside[(k + 1) % 4]) continue;
            var step = joined ? 1 : 3;
            var other = (k + step) % 4;
            while (inside[other] || !inside[(other + 1) % 4]) other = (other + step) % 4;
            next[edges[k]] = edges[other];
        }
    }

    // The edge from a node to its right or lower neighbour.
    private int Edge(int i, int j, bool down) => 2 * (i * columns + j) + (down ? 1 : 0);

    private Pixel Crossing(int edge, double level)
    {
        var (i, j) = (edge / 2 / columns, edge / 2 % columns);
        var (i2, j2) = edge % 2 == 1 ? (i + 1, j) : (i, j + 1);
        if (values[i, j] < level) (i, j, i2, j2) = (i2, j2, i, j);
        return places[i, j].Toward(places[i2, j2], (values[i, j] - level) / (values[i, j] - values[i2, j2]));
    }
}
