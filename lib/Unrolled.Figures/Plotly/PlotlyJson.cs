namespace Unrolled.Figures;

/// <summary>Writes a figure as Plotly's JSON: an object with data and layout.</summary>
internal static class PlotlyJson
{
    public static string Render(Figure figure) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("data");
        new PlotlyTraces(figure, PlotlyPlace.Whole, json, []).Write();
        json.WriteEndArray();
        json.WritePropertyName("layout");
        new PlotlyLayout(figure, json).Write();
        json.WriteEndObject();
    });
}
