using System.Text.Json;

namespace Unrolled.Figures;

/// <summary>Writes a figure as Plotly's JSON: an object with data and layout.</summary>
internal sealed class PlotlyJson
{
    private readonly Figure figure;
    private readonly Utf8JsonWriter json;

    private PlotlyJson(Figure figure, Utf8JsonWriter json) => (this.figure, this.json) = (figure, json);

    public static string Render(Figure figure) => JsonText.Write(json => new PlotlyJson(figure, json).Write());

    private void Write()
    {
        json.WriteStartObject();
        json.WriteArray("data", figure.Data, trace =>
        {
            if (trace is Scatter scatter) WriteScatter(scatter);
            if (trace is Band band) WriteBand(band);
        });
        json.WritePropertyName("layout");
        new PlotlyLayout(figure, json).Write();
        json.WriteEndObject();
    }

    private void WriteScatter(Scatter scatter)
    {
        json.WriteString("type", "scatter");
        WriteName(scatter);
        json.WriteString("mode", scatter.Mode switch { Mode.Lines => "lines", Mode.Markers => "markers", _ => "lines+markers" });
        WritePoints(PlotlyPoints.Of(scatter, figure));
        if (scatter.Mode != Mode.Markers)
        {
            json.WriteObject("line", () =>
            {
                json.WriteString("color", scatter.Color);
                json.WriteNumber("width", scatter.Width);
                json.WriteString("dash", scatter.Dash switch { Dash.Dash => "dash", Dash.Dot => "dot", Dash.DashDot => "dashdot", _ => "solid" });
            });
        }

        if (scatter.Mode != Mode.Lines)
        {
            json.WriteObject("marker", () =>
            {
                json.WriteString("color", scatter.Color);
                json.WriteString("symbol", scatter.Symbol switch { Symbol.Square => "square", Symbol.Diamond => "diamond", Symbol.Triangle => "triangle-up", _ => "circle" });
                json.WriteNumber("size", 2 * Style.MarkerRadius);
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

    private void WriteName(Trace trace)
    {
        if (trace.Name.Length > 0) json.WriteString("name", Markup.Of(trace.Name));
        json.WriteBoolean("showlegend", trace.Name.Length > 0);
    }

    private void WritePoints(PlotlyPoints points)
    {
        json.WriteNumbers("x", points.X);
        json.WriteNumbers("y", points.Y);
    }
}
