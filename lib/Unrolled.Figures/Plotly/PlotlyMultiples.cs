using System.Collections.Immutable;
using System.Text.Json;

namespace Unrolled.Figures;

/// <summary>Writes small multiples as one Plotly figure: each panel is a subplot with axes of its own.</summary>
internal sealed class PlotlyMultiples
{
    private readonly PanelGrid grid;
    private readonly double panelHeight;
    private readonly Utf8JsonWriter json;

    private PlotlyMultiples(SmallMultiples multiples, Utf8JsonWriter json) =>
        (grid, panelHeight, this.json) = (PanelGrid.Of(multiples), multiples.PanelHeight, json);

    public static string Render(SmallMultiples multiples) => JsonText.Write(json => new PlotlyMultiples(multiples, json).Write(multiples));

    private void Write(SmallMultiples multiples)
    {
        var panels = grid.Panels.Select((figure, i) => (Figure: figure, Place: PlaceOf(figure, i))).ToList();
        json.WriteStartObject();
        json.WriteStartArray("data");
        // Panels often show the same series; the legend names each once.
        var named = new HashSet<string>();
        foreach (var (figure, place) in panels) new PlotlyTraces(figure, place, json, named).Write();
        json.WriteEndArray();
        json.WriteObject("layout", () => Layout(multiples, panels));
        json.WriteEndObject();
    }

    private void Layout(SmallMultiples multiples, List<(Figure Figure, PlotlyPlace Place)> panels)
    {
        var width = (double)grid.Columns * grid.PanelWidth;
        var title = Wrap.Lines(multiples.Title, width - 2 * Style.Margin, Style.TitleSize, bold: true);
        var entries = grid.Panels.SelectMany(figure => Labels.InLegend(figure, null, null).Legend).DistinctBy(entry => entry.Text);
        var legend = Legend.Of(entries, width).Height;
        var top = Style.Margin + Frame.Rows(title.Length, Style.TitleSize) + legend;
        new PlotlyPage(json).Write(
            multiples.Name, title, width, top + Math.Max(1, grid.Rows) * panelHeight, new(0, top, 0, 0), legend > 0 ? 1 : null);
        json.WriteString("plot_bgcolor", Palette.Card);
        var axes = panels.ConvertAll(panel => new PlotlyAxes(panel.Figure, panel.Place, json));
        foreach (var panel in axes) panel.WriteAxes(grid.PanelWidth - PlotlyLayout.Left, panelHeight - PlotlyLayout.Bottom);
        json.WriteStartArray("shapes");
        foreach (var panel in axes) panel.WriteShapes();
        json.WriteEndArray();
        json.WriteStartArray("annotations");
        foreach (var panel in axes) panel.WriteAnnotations();
        foreach (var (figure, place) in panels) Title(figure, place);
        json.WriteEndArray();
    }

    private void Title(Figure figure, PlotlyPlace place)
    {
        json.WriteStartObject();
        json.WriteString("text", $"<b>{PlotlyPage.Lines(TitleOf(figure))}</b>");
        json.WriteString("xref", place.AcrossX);
        json.WriteString("yref", place.AcrossY);
        json.WriteNumber("x", 0);
        json.WriteNumber("y", 1);
        json.WriteString("xanchor", "left");
        json.WriteString("yanchor", "bottom");
        json.WriteString("align", "left");
        json.WriteNumber("yshift", Math.Ceiling(NamesAbove(figure)));
        json.WriteBoolean("showarrow", false);
        json.WriteEndObject();
    }

    // The panel's cell without the room for its title, its axes and what stands beside the plot.
    private PlotlyPlace PlaceOf(Figure figure, int i)
    {
        var side = Labels.InLegend(figure, null, figure.Ranges().Y).Side.Select(label => label.Text);
        var right = Math.Min(Style.Widest(side) + (ColorBar.Of(figure)?.Width ?? 0) + 2 * Style.Margin, 0.4 * grid.PanelWidth);
        var above = Math.Min(Frame.Rows(TitleOf(figure).Length, Style.PanelTitleSize) + NamesAbove(figure) + Style.Margin, 0.3 * panelHeight);
        var (column, row) = (i % grid.Columns, i / grid.Columns);
        var width = (double)grid.PanelWidth;
        return new(
            i + 1,
            ((column + PlotlyLayout.Left / width) / grid.Columns, (column + 1 - right / width) / grid.Columns),
            (1 - (row + 1 - PlotlyLayout.Bottom / panelHeight) / grid.Rows, 1 - (row + above / panelHeight) / grid.Rows));
    }

    private ImmutableArray<string> TitleOf(Figure figure) =>
        Wrap.Lines(figure.Layout.Title, grid.PanelWidth - PlotlyLayout.Left, Style.PanelTitleSize, bold: true);

    // The names of vertical lines.
    private static double NamesAbove(Figure figure) =>
        Labels.InLegend(figure, figure.Ranges().X, null).Top.Length > 0 ? Frame.Rows(1, Style.LabelSize) : 0;
}
