using System.Text.Json;

namespace Unrolled.Figures;

/// <summary>Writes a heat map or a surface.</summary>
/// <remarks>Plotly's colours and contour lines are linear in the value, so a logarithmic scale is written as exponents.</remarks>
internal sealed class PlotlyField(Utf8JsonWriter json, Field field, ColorScale colors, PlotlyPlace place)
{
    /// <summary>Whether a surface lies alone in its figure, so that it can be a relief to turn: nothing in the plane would fit it.</summary>
    public static bool IsRelief(Figure figure) =>
        figure.Data is [Surface surface] && ColorScale.Of(surface) is not null && figure.Layout.ReferenceLines.Length == 0 && figure.Layout.Marks.Length == 0;

    public void WriteHeatmap()
    {
        json.WriteString("type", "heatmap");
        Grid(field.Straight());
        Range("z");
        Smooth();
        Bar();
    }

    public void WriteContour()
    {
        json.WriteString("type", "contour");
        Grid(field.Straight());
        Range("z");
        Smooth();
        var (lines, step) = (Levels.Of(colors).Ticks.All, Levels.Of(colors).Step);
        json.WriteBoolean("autocontour", false);
        json.WriteObject("contours", () =>
        {
            json.WriteNumberOrNull("start", Scale.Straight(colors.Type, lines[0].Value));
            json.WriteNumberOrNull("end", Scale.Straight(colors.Type, lines[^1].Value));
            json.WriteNumberOrNull("size", step);
            json.WriteBoolean("showlines", false);
        });
        Bar();
    }

    // The height on its own axis is the value itself; only the colours need exponents.
    public void WriteRelief()
    {
        json.WriteString("type", "surface");
        Grid(field.Z.Select(row => (IReadOnlyList<double>)row));
        if (field.Log) Rows("surfacecolor", field.Straight());
        Range("c");
        Smooth();
        Bar();
    }

    private void Grid(IEnumerable<IReadOnlyList<double>> z)
    {
        json.WriteNumbers("x", field.X);
        json.WriteNumbers("y", field.Y);
        Rows("z", z);
    }

    private void Rows(string property, IEnumerable<IReadOnlyList<double>> rows)
    {
        json.WriteStartArray(property);
        foreach (var row in rows) json.WriteNumbers(row);
        json.WriteEndArray();
    }

    private void Range(string prefix)
    {
        json.WriteNumberOrNull(prefix + "min", Scale.Straight(colors.Type, colors.Low));
        json.WriteNumberOrNull(prefix + "max", Scale.Straight(colors.Type, colors.High));
    }

    private void Smooth() => WriteColors(json, colors);

    private void Bar() => WriteBar(json, field.Name, colors.Type, place);

    /// <summary>Writes the colours from the lowest to the highest value.</summary>
    public static void WriteColors(Utf8JsonWriter json, ColorScale colors)
    {
        json.WriteStartArray("colorscale");
        for (var i = 0; i < colors.Stops.Length; i++)
        {
            var share = i / (colors.Stops.Length - 1.0);
            json.WriteStartArray();
            json.WriteNumberValue(share);
            json.WriteStringValue(colors.At(share));
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes the colour bar with its title.</summary>
    public static void WriteBar(Utf8JsonWriter json, string title, AxisType type, PlotlyPlace? place) => json.WriteObject("colorbar", () =>
    {
        json.WriteObject("title", () =>
        {
            json.WriteString("text", Markup.Of(title));
            json.WriteString("side", "right");
        });
        if (type == AxisType.Log) json.WriteString("tickprefix", "10^");
        if (place is not { X: { } x, Y: { } y }) return;
        json.WriteShare("x", x.To);
        json.WriteShare("y", (y.From + y.To) / 2);
        json.WriteShare("len", y.To - y.From);
        json.WriteNumber("thickness", ColorBar.BarWidth);
    });
}
