using System.Text.Json;

namespace Unrolled.Figures;

/// <summary>Writes Plotly's layout, arranged as the SVG is: title and legend above the plot, names of lines at its edge.</summary>
internal sealed class PlotlyLayout(Figure figure, Utf8JsonWriter json)
{
    private const double Left = 64;
    private const double Bottom = 56;

    private readonly Layout layout = figure.Layout;

    public void Write()
    {
        var (x, y) = figure.Ranges();
        var labels = Labels.InLegend(figure, x, y);
        var side = Style.Widest(labels.Side.Select(label => label.Text));
        var right = side + 2 * Style.Margin;
        var title = Wrap.Lines(layout.Title, layout.Width - 2 * Style.Margin, Style.TitleSize, bold: true);
        var legend = Legend.Of(labels.Legend, layout.Width - Left - right).Height;
        var names = labels.Top.Length > 0 ? Frame.Rows(1, Style.LabelSize) : 0;
        var top = 2 * Style.Margin + Frame.Rows(title.Length, Style.TitleSize) + legend + names;

        json.WriteStartObject();
        if (layout.Name.Length > 0) json.WriteObject("meta", () => json.WriteString("name", layout.Name));
        json.WriteNumber("width", layout.Width);
        json.WriteNumber("height", layout.Height);
        json.WriteObject("title", () =>
        {
            json.WriteString("text", Lines(title));
            json.WriteObject("font", () => json.WriteNumber("size", Style.TitleSize));
            json.WriteNumber("x", Math.Round(Style.Margin / layout.Width, 4));
            json.WriteString("yref", "container");
            json.WriteNumber("y", Math.Round(1 - Style.Margin / layout.Height, 4));
            json.WriteString("yanchor", "top");
        });
        json.WriteObject("margin", () =>
        {
            json.WriteNumber("l", Left);
            json.WriteNumber("r", Math.Ceiling(right));
            json.WriteNumber("t", Math.Ceiling(top));
            json.WriteNumber("b", Bottom);
        });
        // Plotly's own check stumbles over the place of a legend that is not shown.
        json.WriteBoolean("showlegend", labels.Legend.Length > 0);
        if (labels.Legend.Length > 0) json.WriteObject("legend", () =>
        {
            json.WriteString("orientation", "h");
            json.WriteNumber("x", 0);
            json.WriteNumber("y", labels.Top.Length > 0 ? 1.06 : 1);
            json.WriteString("yanchor", "bottom");
        });
        json.WriteObject("font", () =>
        {
            json.WriteString("color", Palette.Text);
            json.WriteNumber("size", Style.LabelSize);
        });
        json.WriteString("paper_bgcolor", Palette.Card);
        if (PlotlyField.IsRelief(figure))
        {
            json.WriteObject("scene", Scene);
            json.WriteEndObject();
            return;
        }

        json.WriteString("plot_bgcolor", Palette.Card);
        Axis("xaxis", layout.XAxis, x, layout.Width - Left - right);
        Axis("yaxis", layout.YAxis, y, layout.Height - top - Bottom);
        var lines = layout.ReferenceLines.Where(line => Scale.CanShow(Crossed(line).Type, line.At)).ToList();
        json.WriteArray("shapes", lines, Line);
        json.WriteStartArray("annotations");
        foreach (var line in lines.Where(line => line.Label.Length > 0)) Name(line);
        foreach (var mark in layout.Marks.Where(mark => figure.CanShow(mark.X, mark.Y))) Mark(mark);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Scene()
    {
        var surface = (Surface)figure.Data[0];
        SceneAxis("xaxis", layout.XAxis.Title, layout.XAxis.Type);
        SceneAxis("yaxis", layout.YAxis.Title, layout.YAxis.Type);
        SceneAxis("zaxis", surface.Name, surface.Log ? AxisType.Log : AxisType.Linear);
    }

    private void SceneAxis(string property, string title, AxisType type) => json.WriteObject(property, () =>
    {
        json.WriteObject("title", () => json.WriteString("text", Markup.Of(title)));
        json.WriteString("type", type == AxisType.Log ? "log" : "linear");
        json.WriteString("exponentformat", "power");
    });

    private void Axis(string property, Axis axis, AxisRange? range, double length) => json.WriteObject(property, () =>
    {
        json.WriteObject("title", () => json.WriteString("text", Lines(Wrap.Lines(axis.Title, length, Style.AxisTitleSize))));
        json.WriteString("type", axis.Type == AxisType.Log ? "log" : "linear");
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

        if (layout.EqualScale && property == "yaxis") json.WriteString("scaleanchor", "x");
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
        json.WriteString("type", "line");
        json.WriteString("xref", horizontal ? "paper" : "x");
        json.WriteString("yref", horizontal ? "y" : "paper");
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
    }

    private void Name(ReferenceLine line)
    {
        var horizontal = line.Direction == Direction.Horizontal;
        json.WriteStartObject();
        json.WriteString("text", Markup.Of(line.Label));
        json.WriteString("xref", horizontal ? "paper" : "x");
        json.WriteString("yref", horizontal ? "y" : "paper");
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
        json.WriteNumberOrNull("x", Position(layout.XAxis, mark.X));
        json.WriteNumberOrNull("y", Position(layout.YAxis, mark.Y));
        json.WriteBoolean("showarrow", true);
        json.WriteEndObject();
    }

    private Axis Crossed(ReferenceLine line) => line.Direction == Direction.Horizontal ? layout.YAxis : layout.XAxis;

    private static string Lines(IEnumerable<string> lines) => string.Join("<br>", lines.Select(Markup.Of));

    // On a logarithmic axis an annotation stands at the logarithm, unlike data and shapes.
    private static double Position(Axis axis, double value) => Scale.Straight(axis.Type, value);
}
