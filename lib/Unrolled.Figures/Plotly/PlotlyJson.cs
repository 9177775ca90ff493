using System.Text.Json;

namespace Unrolled.Figures;

/// <summary>Writes a figure as Plotly's JSON.</summary>
internal sealed class PlotlyJson
{
    private readonly Figure figure;
    private readonly Utf8JsonWriter json;

    private PlotlyJson(Figure figure, Utf8JsonWriter json) => (this.figure, this.json) = (figure, json);

    public static string Render(Figure figure) => JsonText.Write(json => new PlotlyJson(figure, json).Write());

    private void Write()
    {
        json.WriteStartObject();
        json.WriteStartArray("data");
        foreach (var trace in figure.Data)
        {
            if (trace is Scatter scatter) WriteScatter(scatter);
            if (trace is Band band) WriteBand(band);
        }

        json.WriteEndArray();
        json.WriteStartObject("layout");
        WriteLayout();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteScatter(Scatter scatter)
    {
        json.WriteStartObject();
        json.WriteString("type", "scatter");
        WriteName(scatter);
        json.WriteString("mode", scatter.Mode switch { Mode.Lines => "lines", Mode.Markers => "markers", _ => "lines+markers" });
        WritePoints(PlotlyPoints.Of(scatter, figure));
        if (scatter.Mode != Mode.Markers)
        {
            json.WriteStartObject("line");
            json.WriteString("color", scatter.Color);
            json.WriteNumber("width", scatter.Width);
            json.WriteString("dash", scatter.Dash switch { Dash.Dash => "dash", Dash.Dot => "dot", Dash.DashDot => "dashdot", _ => "solid" });
            json.WriteEndObject();
        }

        if (scatter.Mode != Mode.Lines)
        {
            json.WriteStartObject("marker");
            json.WriteString("color", scatter.Color);
            json.WriteString("symbol", scatter.Symbol switch { Symbol.Square => "square", Symbol.Diamond => "diamond", Symbol.Triangle => "triangle-up", _ => "circle" });
            json.WriteNumber("size", 2 * Style.MarkerRadius);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WriteBand(Band band)
    {
        json.WriteStartObject();
        json.WriteString("type", "scatter");
        WriteName(band);
        json.WriteString("mode", "lines");
        WritePoints(PlotlyPoints.Of(band, figure));
        json.WriteString("fill", "toself");
        json.WriteString("fillcolor", band.Color + "33");
        json.WriteStartObject("line");
        json.WriteString("color", band.Color);
        json.WriteNumber("width", 0);
        json.WriteEndObject();
        json.WriteString("hoverinfo", "skip");
        json.WriteEndObject();
    }

    private void WriteName(Trace trace)
    {
        if (trace.Name.Length > 0) json.WriteString("name", PlotlyText.Of(trace.Name));
        json.WriteBoolean("showlegend", trace.Name.Length > 0);
    }

    private void WritePoints(PlotlyPoints points)
    {
        WriteNumbers("x", points.X);
        WriteNumbers("y", points.Y);
    }

    // Seven digits, and as many more as it takes to tell the values apart: the last bits differ between machines.
    private void WriteNumbers(string property, IReadOnlyList<double> values)
    {
        var digits = NumberText.DigitsFor(values, least: 7);
        json.WriteStartArray(property);
        foreach (var value in values) json.WriteNumberOrNull(double.IsFinite(value) ? NumberText.Rounded(value, digits) : value);
        json.WriteEndArray();
    }

    private void WriteLayout()
    {
        var layout = figure.Layout;
        json.WriteStartObject("title");
        json.WriteString("text", PlotlyText.Of(layout.Title));
        json.WriteEndObject();
        if (layout.Name.Length > 0)
        {
            json.WriteStartObject("meta");
            json.WriteString("name", layout.Name);
            json.WriteEndObject();
        }

        json.WriteNumber("width", layout.Width);
        json.WriteNumber("height", layout.Height);
        var (x, y) = figure.Ranges();
        WriteAxis("xaxis", layout.XAxis, x);
        WriteAxis("yaxis", layout.YAxis, y);
        json.WriteString("paper_bgcolor", Palette.Card);
        json.WriteString("plot_bgcolor", Palette.Card);
        json.WriteStartObject("font");
        json.WriteString("color", Palette.Text);
        json.WriteEndObject();
        json.WriteStartArray("shapes");
        foreach (var line in layout.ReferenceLines) WriteReferenceLine(line);
        json.WriteEndArray();
        json.WriteStartArray("annotations");
        foreach (var mark in layout.Marks) WriteMark(mark);
        json.WriteEndArray();
    }

    private void WriteAxis(string property, Axis axis, AxisRange? range)
    {
        json.WriteStartObject(property);
        json.WriteStartObject("title");
        json.WriteString("text", PlotlyText.Of(axis.Title));
        json.WriteEndObject();
        json.WriteString("type", axis.Type == AxisType.Log ? "log" : "linear");
        if (range is not null) WriteNumbers("range", [Scale.Straight(axis.Type, range.Low), Scale.Straight(axis.Type, range.High)]);

        json.WriteString("gridcolor", Palette.Grid);
        json.WriteString("linecolor", Palette.AxisLine);
        json.WriteBoolean("showline", true);
        json.WriteBoolean("zeroline", false);
        json.WriteEndObject();
    }

    private void WriteReferenceLine(ReferenceLine line)
    {
        var horizontal = line.Direction == Direction.Horizontal;
        json.WriteStartObject();
        json.WriteString("type", "line");
        json.WriteString("xref", horizontal ? "paper" : "x");
        json.WriteString("yref", horizontal ? "y" : "paper");
        json.WriteNumberOrNull("x0", horizontal ? 0 : line.At);
        json.WriteNumberOrNull("x1", horizontal ? 1 : line.At);
        json.WriteNumberOrNull("y0", horizontal ? line.At : 0);
        json.WriteNumberOrNull("y1", horizontal ? line.At : 1);
        json.WriteStartObject("line");
        json.WriteString("color", Palette.Muted);
        json.WriteNumber("width", 1.5);
        json.WriteString("dash", "dash");
        json.WriteEndObject();
        json.WriteStartObject("label");
        json.WriteString("text", PlotlyText.Of(line.Label));
        json.WriteString("textposition", "end");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteMark(Mark mark)
    {
        json.WriteStartObject();
        json.WriteString("text", PlotlyText.Of(mark.Label));
        // An annotation stands at the logarithm on a logarithmic axis, unlike data and shapes.
        json.WriteNumberOrNull("x", Scale.Straight(figure.Layout.XAxis.Type, mark.X));
        json.WriteNumberOrNull("y", Scale.Straight(figure.Layout.YAxis.Type, mark.Y));
        json.WriteBoolean("showarrow", true);
        json.WriteEndObject();
    }
}
