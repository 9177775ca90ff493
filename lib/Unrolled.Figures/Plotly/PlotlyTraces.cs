using System.Text.Json;

namespace Unrolled.Figures;

/// <summary>Writes the traces of a figure or panel.</summary>
/// <param name="figure">The figure.</param>
/// <param name="place">Where it stands.</param>
/// <param name="json">Where to.</param>
/// <param name="named">The names that stand in the legend already.</param>
internal sealed class PlotlyTraces(Figure figure, PlotlyPlace place, Utf8JsonWriter json, HashSet<string> named)
{
    public void Write()
    {
        // Plotly leaves out the axes that no trace uses.
        IEnumerable<Trace> traces = figure.Data.Length == 0 && place != PlotlyPlace.Whole ? [new Scatter()] : figure.Data;
        foreach (var trace in traces)
        {
            json.WriteStartObject();
            if (trace is Scatter scatter) WriteScatter(scatter);
            if (trace is Band band) WriteBand(band);
            if (trace is Bar bar) WriteBar(bar);
            if (trace is Field field) WriteField(field);
            if (trace is Arrow arrow) WriteArrow(arrow);
            if (place.Number > 1)
            {
                json.WriteString("xaxis", "x" + place.Suffix);
                json.WriteString("yaxis", "y" + place.Suffix);
            }

            json.WriteEndObject();
        }
    }

    private void WriteScatter(Scatter scatter)
    {
        json.WriteString("type", "scatter");
        WriteName(scatter);
        json.WriteString("mode", Name(scatter.Mode));
        WritePoints(PlotlyPoints.Of(scatter, figure));
        if (scatter.Mode != Mode.Markers) WriteLine(scatter.Color, scatter.Width, scatter.Dash);
        if (scatter.Mode != Mode.Lines)
        {
            json.WriteObject("marker", () =>
            {
                json.WriteString("color", scatter.Color);
                json.WriteString("symbol", Name(scatter.Symbol));
                json.WriteNumber("size", scatter.MarkerSize);
            });
        }
    }

    private void WriteBand(Band band)
    {
        json.WriteString("type", "scatter");
        WriteName(band);
        json.WriteString("mode", "lines");
        WritePoints(PlotlyPoints.Of(band, figure));
        json.WriteString("fill", "toself");
        json.WriteString("fillcolor", band.Color + "33");
        json.WriteObject("line", () =>
        {
            json.WriteString("color", band.Color);
            json.WriteNumber("width", 0);
        });
        json.WriteString("hoverinfo", "skip");
    }

    private void WriteBar(Bar bar)
    {
        json.WriteString("type", "bar");
        WriteName(bar);
        WritePoints(bar.X.Length > 0 ? new(bar.X, bar.Y) : PlotlyPoints.None);
        json.WriteObject("marker", () => json.WriteString("color", bar.Color));
    }

    private void WriteField(Field field)
    {
        // Plotly refuses a field without values.
        if (ColorScale.Of(field) is not { } colors) WriteScatter(new());
        else if (field is Heatmap) new PlotlyField(json, field, colors, place).WriteHeatmap();
        else if (place == PlotlyPlace.Whole && PlotlyField.IsRelief(figure)) new PlotlyField(json, field, colors, place).WriteRelief();
        else new PlotlyField(json, field, colors, place).WriteContour();
    }

    private void WriteArrow(Arrow arrow)
    {
        json.WriteString("type", "scatter");
        json.WriteString("mode", "lines+markers+text");
        json.WriteBoolean("showlegend", false);
        WritePoints(figure.CanShow(arrow) ? new([arrow.From.X, arrow.To.X], [arrow.From.Y, arrow.To.Y]) : PlotlyPoints.None);
        json.WriteStartArray("text");
        json.WriteStringValue("");
        json.WriteStringValue(Markup.Of(arrow.Name));
        json.WriteEndArray();
        json.WriteString("textposition", (arrow.To.X < arrow.From.X, arrow.To.Y < arrow.From.Y) switch
        {
            (false, false) => "top right",
            (false, true) => "bottom right",
            (true, false) => "top left",
            (true, true) => "bottom left",
        });
        json.WriteObject("textfont", () => json.WriteString("color", Palette.ForText(arrow.Color)));
        WriteLine(arrow.Color, 2.5, arrow.Dash);
        json.WriteObject("marker", () =>
        {
            json.WriteString("color", arrow.Color);
            json.WriteString("symbol", "arrow");
            json.WriteString("angleref", "previous");
            json.WriteNumbers("size", [0, 12]);
        });
    }

    private void WriteLine(string color, double width, Dash dash) => json.WriteObject("line", () =>
    {
        json.WriteString("color", color);
        json.WriteNumber("width", width);
        json.WriteString("dash", Name(dash));
    });

    private void WriteName(Trace trace)
    {
        if (trace.Name.Length > 0) json.WriteString("name", Markup.Of(trace.Name));
        var known = place != PlotlyPlace.Whole && !named.Add(trace.Name);
        if (place != PlotlyPlace.Whole) json.WriteString("legendgroup", Markup.Of(trace.Name));
        json.WriteBoolean("showlegend", trace.Name.Length > 0 && !known);
    }

    private void WritePoints(PlotlyPoints points)
    {
        json.WriteNumbers("x", points.X);
        json.WriteNumbers("y", points.Y);
    }

    private static string Name(Mode mode) => mode switch { Mode.Lines => "lines", Mode.Markers => "markers", _ => "lines+markers" };

    private static string Name(Dash dash) => dash switch
    {
        Dash.Dash => "dash",
        Dash.Dot => "dot",
        Dash.DashDot => "dashdot",
        _ => "solid",
    };

    private static string Name(Symbol symbol) => symbol switch
    {
        Symbol.Square => "square",
        Symbol.Diamond => "diamond",
        Symbol.Triangle => "triangle-up",
        _ => "circle",
    };
}
