using System.Collections.Immutable;

namespace Unrolled.Figures;

/// <summary>A label to the right of the plot, at the height of what it names.</summary>
/// <param name="Text">The label.</param>
/// <param name="Color">The colour of what it names.</param>
/// <param name="X">The x of the point it belongs to; null for a line across the whole plot.</param>
/// <param name="Y">The y of the point it belongs to.</param>
internal sealed record SideLabel(string Text, string Color, double? X, double Y);

/// <summary>One row of the legend.</summary>
/// <param name="Text">The name.</param>
/// <param name="Color">The colour of its sample.</param>
/// <param name="Line">The pattern of the sample's line, if it has one.</param>
/// <param name="Marker">The sample's marker, if it has one.</param>
/// <param name="Area">The opacity of the sample's area, if it has one.</param>
internal sealed record LegendEntry(string Text, string Color, Dash? Line = null, Symbol? Marker = null, double? Area = null);

/// <summary>Where the names of traces and reference lines stand: beside the data where they fit, else in the legend.</summary>
/// <param name="Side">Names to the right of the plot.</param>
/// <param name="Top">Names of vertical lines, above the plot.</param>
/// <param name="Legend">Names in rows under the title.</param>
internal sealed record Labels(ImmutableArray<SideLabel> Side, ImmutableArray<ReferenceLine> Top, ImmutableArray<LegendEntry> Legend)
{
    private const int MostAtEdge = 5;

    /// <summary>Every name beside what it names; null when a trace has no right end to stand at, or there are too many.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="x">The range of the x axis.</param>
    /// <param name="y">The range of the y axis.</param>
    public static Labels? Direct(Figure figure, AxisRange? x, AxisRange? y)
    {
        var named = Named(figure).ToList();
        // More lines than colours are told apart by their pattern, which a label does not show.
        if (figure.Layout.ForceLegend || named.Count > Palette.Colors.Length) return null;
        if (named.Any(trace => trace is not Scatter { Mode: not Mode.Markers })) return null;

        var ends = new List<SideLabel>();
        foreach (var line in named.Cast<Scatter>())
        {
            var last = Enumerable.Range(0, line.X.Length).Reverse().FirstOrDefault(i => figure.CanShow(line.X[i], line.Y[i]), -1);
            if (last < 0 || !Short(line.Name, figure.Layout.Width * 0.3)) return null;
            ends.Add(new(line.Name, line.Color, line.X[last], line.Y[last]));
        }

        var rest = InLegend(figure, x, y);
        return rest with { Side = [.. ends, .. rest.Side], Legend = [.. rest.Legend.Skip(named.Count)] };
    }

    /// <summary>The names of all traces in the legend; those of reference lines stay at the edge unless they are long or many.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="x">The range of the x axis.</param>
    /// <param name="y">The range of the y axis.</param>
    public static Labels InLegend(Figure figure, AxisRange? x, AxisRange? y)
    {
        // A line that is not in the picture has no label there either.
        var lines = figure.Layout.ReferenceLines.Where(line => line.Label.Length > 0 && IsShown(line)).ToList();
        var (side, top) = (AtEdge(Direction.Horizontal), AtEdge(Direction.Vertical));
        var rest = lines.Where(line => !side.Contains(line) && !top.Contains(line));
        return new(
            [.. side.Select(line => new SideLabel(line.Label, Palette.Muted, null, line.At))],
            top,
            [.. Named(figure).Select(trace => EntryOf(trace, figure)),
             .. rest.Select(line => new LegendEntry(line.Label, Palette.Muted, Dash.Dash))]);

        bool IsShown(ReferenceLine line) => (line.Direction == Direction.Horizontal ? y : x)?.Contains(line.At) ?? false;

        ImmutableArray<ReferenceLine> AtEdge(Direction direction)
        {
            var room = figure.Layout.Width * 0.3;
            ImmutableArray<ReferenceLine> brief = [.. lines.Where(line => line.Direction == direction && Short(line.Label, room))];
            return brief.Length <= MostAtEdge ? brief : [];
        }
    }

    // The name of a field stands at its colour bar, that of an arrow at its tip.
    private static IEnumerable<Trace> Named(Figure figure) =>
        figure.Data.Where(trace => trace.Name.Length > 0 && trace is not (Field or Arrow));

    private static bool Short(string label, double room) => Style.LabelWidth(label) <= room;

    private static LegendEntry EntryOf(Trace trace, Figure figure) => trace switch
    {
        Scatter s => new(
            s.X.Zip(s.Y).Any(p => figure.CanShow(p.First, p.Second)) ? s.Name : s.Name + " (no data)",
            s.Color,
            s.Mode == Mode.Markers ? null : s.Dash,
            s.Mode == Mode.Lines ? null : s.Symbol),
        Band => new(trace.Name, trace.Color, Area: DataPainter.BandOpacity),
        _ => new(trace.Name, trace.Color, Area: 1),
    };
}
