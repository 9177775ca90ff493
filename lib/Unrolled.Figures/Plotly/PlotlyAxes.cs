using System.Text.Json;

namespace Unrolled.Figures;

/// <summary>Writes the axes of a figure or panel, its reference lines (Plotly's shapes), and the labels of lines and marks.</summary>
internal sealed class PlotlyAxes(Figure figure, PlotlyPlace place, Utf8JsonWriter json)
{
    private readonly Layout layout = figure.Layout;
    private readonly List<ReferenceLine> lines = [.. figure.Layout.ReferenceLines.Where(line => Scale.CanShow(Crossed(figure, line).Type, line.At))];

    public void WriteAxes(double width, double height)
    {
        var (x, y) = figure.Ranges();
        Axis("x", layout.XAxis, x, width);
        Axis("y", layout.YAxis, y, height);
    }

    public void WriteShapes()
    {
        foreach (var line in lines) Line(line);
    }

    public void WriteAnnotations()
    {
        foreach (var line in lines.Where(line => line.Label.Length > 0)) Name(line);
        foreach (var mark in layout.Marks.Where(mark => figure.CanShow(mark.X, mark.Y))) Mark(mark);
    }

    private void Axis(string letter, Axis axis, AxisRange? range, double length) => json.WriteObject($"{letter}axis{place.Suffix}", () =>
    {
        json.WriteObject("title", () => json.WriteString("text", PlotlyPage.Lines(Wrap.Lines(axis.Title, length, Style.AxisTitleSize))));
        json.WriteString("type", axis.Type == AxisType.Log ? "log" : "linear");
        if ((letter == "x" ? place.X : place.Y) is { } domain)
        {
            json.WriteNumbers("domain", [domain.From, domain.To]);
            json.WriteString("anchor", (letter == "x" ? "y" : "x") + place.Suffix);
        }

        if (range is not null)
        {
            double[] ends = [Scale.Straight(axis.Type, range.Low), Scale.Straight(axis.Type, range.High)];
            json.WriteNumbers("range", axis.Reversed ? [ends[1], ends[0]] : ends);
        }

        if (axis.Categories.Length > 0)
        {
            json.WriteNumbers("tickvals", [.. Enumerable.Range(1, axis.Categories.Length).Select(i => (double)i)]);
            json.WriteStartArray("ticktext");
            foreach (var category in axis.Categories) json.WriteStringValue(Markup.Of(category));
            json.WriteEndArray();
        }

        if (layout.EqualScale && letter == "y") json.WriteString("scaleanchor", "x" + place.Suffix);
        json.WriteString("exponentformat", "power");
        json.WriteString("gridcolor", Palette.Grid);
        json.WriteString("linecolor", Palette.AxisLine);
        json.WriteBoolean("showline", true);
        json.WriteBoolean("zeroline", false);
        json.WriteBoolean("automargin", true);
    });

    private void Line(ReferenceLine line)
    {
        var horizontal = line.Direction == Direction.Horizontal;
        json.WriteStartObject();
        json.WriteString("type", "line");
        References(horizontal);
        json.WriteNumberOrNull("x0", horizontal ? 0 : line.At);
        json.WriteNumberOrNull("x1", horizontal ? 1 : line.At);
        json.WriteNumberOrNull("y0", horizontal ? line.At : 0);
        json.WriteNumberOrNull("y1", horizontal ? line.At : 1);
        json.WriteObject("line", () =>
        {
            json.WriteString("color", Palette.Muted);
            json.WriteNumber("width", 1.5);
            json.WriteString("dash", "dash");
        });
        json.WriteEndObject();
    }

    private void Name(ReferenceLine line)
    {
        var horizontal = line.Direction == Direction.Horizontal;
        json.WriteStartObject();
        json.WriteString("text", Markup.Of(line.Label));
        References(horizontal);
        json.WriteNumberOrNull("x", horizontal ? 1 : Position(layout.XAxis, line.At));
        json.WriteNumberOrNull("y", horizontal ? Position(layout.YAxis, line.At) : 1);
        json.WriteString("xanchor", horizontal ? "left" : "center");
        json.WriteString("yanchor", horizontal ? "middle" : "bottom");
        json.WriteBoolean("showarrow", false);
        json.WriteEndObject();
    }

    private void Mark(Mark mark)
    {
        json.WriteStartObject();
        json.WriteString("text", Markup.Of(mark.Label));
        if (place.Number > 1)
        {
            json.WriteString("xref", "x" + place.Suffix);
            json.WriteString("yref", "y" + place.Suffix);
        }

        json.WriteNumberOrNull("x", Position(layout.XAxis, mark.X));
        json.WriteNumberOrNull("y", Position(layout.YAxis, mark.Y));
        json.WriteBoolean("showarrow", true);
        json.WriteEndObject();
    }

    private void References(bool horizontal)
    {
        json.WriteString("xref", horizontal ? place.AcrossX : "x" + place.Suffix);
        json.WriteString("yref", horizontal ? "y" + place.Suffix : place.AcrossY);
    }

    private static Axis Crossed(Figure figure, ReferenceLine line) =>
        line.Direction == Direction.Horizontal ? figure.Layout.YAxis : figure.Layout.XAxis;

    // On a logarithmic axis an annotation stands at the logarithm, unlike data and shapes.
    private static double Position(Axis axis, double value) => Scale.Straight(axis.Type, value);
}
