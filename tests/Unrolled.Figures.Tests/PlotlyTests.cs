using System.Text.Json.Nodes;

namespace Unrolled.Figures.Tests;

public sealed class PlotlyTests
{
    private static JsonNode Json(Figure figure) => JsonNode.Parse(figure.ToPlotlyJson())!;

    [Theory, MemberData(nameof(Gallery.Names), MemberType = typeof(Gallery))]
    public void Every_figure_is_JSON_with_a_trace_for_each_and_no_script(string name)
    {
        var figure = Gallery.Of(name);
        Assert.Equal(figure.Data.Length, Json(figure)["data"]!.AsArray().Count);
        Assert.DoesNotContain("<script", figure.ToPlotlyJson(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http", figure.ToPlotlyJson(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Titles_axes_and_the_name_stand_in_the_layout()
    {
        var layout = Json(Gallery.Of("one window"))["layout"]!;
        Assert.Equal("One window of 20 prices", (string?)layout["title"]!["text"]);
        Assert.Equal("step t", (string?)layout["xaxis"]!["title"]!["text"]);
        Assert.Equal("window", (string?)layout["meta"]!["name"]);
    }

    [Fact]
    public void A_line_keeps_its_numbers_its_dash_and_its_gaps()
    {
        var trace = Json(Figure.Of("").Line("y", [0.1, double.NaN, 0.3, double.PositiveInfinity], dashed: true))["data"]![0]!;
        Assert.Equal("""[0.1,null,0.3,null]""", trace["y"]!.ToJsonString());
        Assert.Equal("""[1,2,3,4]""", trace["x"]!.ToJsonString());
        Assert.Equal(("scatter", "lines", "dash"), ((string?)trace["type"], (string?)trace["mode"], (string?)trace["line"]!["dash"]));
    }

    [Fact]
    public void A_band_is_one_closed_outline_for_each_stretch_between_gaps()
    {
        var trace = Json(Figure.Of("").Band("b", [1, 2, 3, 4], [0, 0, double.NaN, 0], [1, 2, 3, 4]))["data"]![0]!;
        Assert.Equal("""[1,2,2,1,null,4,4]""", trace["x"]!.ToJsonString());
        Assert.Equal("""[1,2,0,0,null,4,0]""", trace["y"]!.ToJsonString());
        Assert.Equal("toself", (string?)trace["fill"]);
    }

    [Fact]
    public void A_log_axis_has_its_range_and_its_annotations_in_powers_of_ten()
    {
        var layout = Json(Figure.Of("").Line("y", [1, 1000]).Mark("m", 2, 1000).YAxis("", log: true, from: 0.1, to: 1e4))["layout"]!;
        Assert.Equal("log", (string?)layout["yaxis"]!["type"]);
        Assert.Equal("[-1,4]", layout["yaxis"]!["range"]!.ToJsonString());
        Assert.Equal(3, (double)layout["annotations"]![0]!["y"]!, 1e-12);
    }

    [Fact]
    public void Labels_are_set_in_Plotlys_small_HTML_and_escaped()
    {
        var trace = Json(Figure.Of("").Line("W_hh < 10^{-3} & b", [1]))["data"]![0]!;
        Assert.Equal("W<sub>hh</sub> &lt; 10<sup>−3</sup> &amp; b", (string?)trace["name"]);
    }

    [Fact]
    public void A_long_series_is_thinned_and_keeps_its_extremes()
    {
        var y = Json(Gallery.Of("100,000 points"))["data"]![0]!["y"]!.AsArray().Select(value => (double)value!).ToList();
        var all = ((Scatter)Gallery.Of("100,000 points").Data[0]).Y;
        Assert.InRange(y.Count, 2000, 9000);
        Assert.Equal(all.Max(), y.Max(), 1e-6);
        Assert.Equal(all.Min(), y.Min(), 1e-6);
    }

    [Fact]
    public void Values_keep_seven_digits_and_more_where_they_are_close()
    {
        Assert.Contains("0.3333333,", Figure.Of("").Line("", [1 / 3.0, 1]).ToPlotlyJson(), StringComparison.Ordinal);
        Assert.Contains("100.00000012,", Gallery.Of("tiny range").ToPlotlyJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_and_marks_that_no_axis_can_show_are_left_out()
    {
        var layout = Json(Gallery.Of("lines that cannot be shown"))["layout"]!;
        Assert.Equal(1e9, (double)Assert.Single(layout["shapes"]!.AsArray())!["y0"]!);
        Assert.Single(layout["annotations"]!.AsArray());
    }

    [Fact]
    public void Greek_letters_stay_readable_in_the_source() =>
        Assert.Contains("ρ = 0.5", Gallery.Of("gradient against lag").ToPlotlyJson(), StringComparison.Ordinal);
}
