using System.Text.Json;

namespace Unrolled.Figures;

/// <summary>Writes Plotly's layout, arranged as the SVG is: title and legend above the plot, names of lines at its edge.</summary>
internal sealed class PlotlyLayout(Figure figure, Utf8JsonWriter json)
{
    public const double Left = 64;
    public const double Bottom = 56;

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
        double? legendAt = labels.Legend.Length == 0 ? null : labels.Top.Length > 0 ? 1.06 : 1;

        json.WriteStartObject();
        new PlotlyPage(json).Write(layout.Name, title, layout.Width, layout.Height, new(Left, top, right, Bottom), legendAt);
        if (PlotlyField.IsRelief(figure)) json.WriteObject("scene", Scene);
        else Plane(layout.Width - Left - right, layout.Height - top - Bottom);
        json.WriteEndObject();
    }

    private void Plane(double width, double height)
    {
        var axes = new PlotlyAxes(figure, PlotlyPlace.Whole, json);
        json.WriteString("plot_bgcolor", Palette.Card);
        axes.WriteAxes(width, height);
        json.WriteStartArray("shapes");
        axes.WriteShapes();
        json.WriteEndArray();
        json.WriteStartArray("annotations");
        axes.WriteAnnotations();
        json.WriteEndArray();
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
}
