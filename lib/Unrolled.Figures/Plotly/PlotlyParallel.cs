using System.Text.Json;

namespace Unrolled.Figures;

/// <summary>Writes parallel coordinates as Plotly's <c>parcoords</c> trace.</summary>
/// <remarks>Its axes are linear, so a logarithmic one is written as exponents, with the numbers as the labels of its ticks.</remarks>
internal sealed class PlotlyParallel(ParallelCoordinates runs, Utf8JsonWriter json)
{
    public static string Render(ParallelCoordinates runs) => JsonText.Write(json => new PlotlyParallel(runs, json).Write());

    private void Write()
    {
        json.WriteStartObject();
        json.WriteStartArray("data");
        if (runs.Runs > 0) Trace();
        json.WriteEndArray();
        json.WriteObject("layout", () =>
        {
            var title = Wrap.Lines(runs.Title, runs.Width - 2 * Style.Margin, Style.TitleSize, bold: true);
            var top = 2 * Style.Margin + Frame.Rows(title.Length, Style.TitleSize) + 40;
            var names = runs.Axes.IsEmpty ? 0 : Style.Widest(runs.Axes[0].Ticks(runs.Height, double.PositiveInfinity).All.Select(tick => tick.Label));
            var left = Math.Clamp(Math.Ceiling(names), 80, 240);
            new PlotlyPage(json).Write(runs.Name, title, runs.Width, runs.Height, new(left, top, 80, 40), legendAt: null);
        });
        json.WriteEndObject();
    }

    private void Trace()
    {
        json.WriteStartObject();
        json.WriteString("type", "parcoords");
        json.WriteStartArray("dimensions");
        foreach (var axis in runs.Axes)
        {
            json.WriteStartObject();
            Dimension(axis);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteObject("line", Line);
        json.WriteEndObject();
    }

    private void Dimension(ParallelAxis axis)
    {
        json.WriteString("label", Markup.Of(axis.Title));
        var (low, high, above) = Range(axis);
        var missing = Enumerable.Range(0, runs.Runs).Any(run => !axis.Shows(run));
        json.WriteNumbers("range", [low, missing ? above : high]);
        json.WriteNumbers("values", [.. axis.Values.Select((value, run) => axis.Shows(run) ? Scale.Straight(axis.Type, value) : above)]);

        var ticks = axis.Ticks(runs.Height, double.PositiveInfinity).All.Where(tick => tick.Label.Length > 0).ToList();
        json.WriteNumbers("tickvals", [.. ticks.Select(tick => Scale.Straight(axis.Type, tick.Value)).Concat(missing ? [above] : [])]);
        json.WriteStartArray("ticktext");
        foreach (var (value, label) in ticks) json.WriteStringValue(axis.Categories.Length > 0 ? label : NumberText.Of(value, 6));
        if (missing) json.WriteStringValue(ParallelFrame.Missing);
        json.WriteEndArray();
    }

    private void Line()
    {
        if (runs.Coloring is not { } axis || axis.Range() is not { } range)
        {
            json.WriteString("color", Palette.Colors[0]);
            return;
        }

        var (low, high, _) = Range(axis);
        var colors = ColorScale.OfLines(axis.Type, range.Low, range.High);
        json.WriteNumbers("color", [.. axis.Values.Select((value, run) => axis.Shows(run) ? Scale.Straight(axis.Type, value) : high)]);
        json.WriteNumberOrNull("cmin", low);
        json.WriteNumberOrNull("cmax", high);
        PlotlyField.WriteColors(json, colors);
        json.WriteBoolean("showscale", true);
        PlotlyField.WriteBar(json, axis.Title, axis.Type, place: null);
    }

    // The ends of an axis, and where a run without a value crosses it.
    private static (double Low, double High, double Above) Range(ParallelAxis axis)
    {
        var range = axis.Range() ?? new(0.1, 1, Whole: false);
        var (low, high) = (Scale.Straight(axis.Type, range.Low), Scale.Straight(axis.Type, range.High));
        return (low, high, high + 0.1 * (high - low));
    }
}
