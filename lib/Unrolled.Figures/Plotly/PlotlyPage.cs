using System.Text.Json;

namespace Unrolled.Figures;

/// <summary>Writes the part of Plotly's layout that one figure and several panels share: name, size, title, margins, legend, colours.</summary>
internal sealed class PlotlyPage(Utf8JsonWriter json)
{
    /// <summary>What is left free around the plots.</summary>
    internal readonly record struct Margins(double Left, double Top, double Right, double Bottom);

    /// <param name="name">The name by which slides find the figure; "" for none.</param>
    /// <param name="title">The lines of the title.</param>
    /// <param name="width">The width in pixels.</param>
    /// <param name="height">The height in pixels.</param>
    /// <param name="margins">What is left free around the plots.</param>
    /// <param name="legendAt">The lower edge of the legend above the plots, as a share of their height; null for no legend.</param>
    public void Write(string name, IEnumerable<string> title, double width, double height, Margins margins, double? legendAt)
    {
        if (name.Length > 0) json.WriteObject("meta", () => json.WriteString("name", name));
        json.WriteNumber("width", width);
        json.WriteNumber("height", height);
        json.WriteObject("title", () =>
        {
            json.WriteString("text", Lines(title));
            json.WriteObject("font", () => json.WriteNumber("size", Style.TitleSize));
            json.WriteShare("x", Style.Margin / width);
            json.WriteString("yref", "container");
            json.WriteShare("y", 1 - Style.Margin / height);
            json.WriteString("yanchor", "top");
        });
        json.WriteObject("margin", () =>
        {
            json.WriteNumber("l", margins.Left);
            json.WriteNumber("r", Math.Ceiling(margins.Right));
            json.WriteNumber("t", Math.Ceiling(margins.Top));
            json.WriteNumber("b", margins.Bottom);
        });
        // Plotly's own check stumbles over the place of a legend that is not shown.
        json.WriteBoolean("showlegend", legendAt is not null);
        if (legendAt is { } at)
            json.WriteObject("legend", () =>
            {
                json.WriteString("orientation", "h");
                json.WriteNumber("x", 0);
                json.WriteNumber("y", at);
                json.WriteString("yanchor", "bottom");
            });
        json.WriteObject("font", () =>
        {
            json.WriteString("color", Palette.Text);
            json.WriteNumber("size", Style.LabelSize);
        });
        json.WriteString("paper_bgcolor", Palette.Card);
    }

    public static string Lines(IEnumerable<string> lines) => string.Join("<br>", lines.Select(Markup.Of));
}
