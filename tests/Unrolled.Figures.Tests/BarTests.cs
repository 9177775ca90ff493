using System.Globalization;
using System.Xml.Linq;

namespace Unrolled.Figures.Tests;

public sealed class BarTests
{
    private static IReadOnlyList<Box> Bars(Figure figure, string color) =>
        [.. new SvgPage(figure.ToSvg()).Root.Elements()
            .Where(element => element.Name.LocalName == "rect" && (string?)element.Attribute("fill") == color
            && Number(element, "width") != Style.KeyWidth).Select(rect =>
            new Box(Number(rect, "x"), Number(rect, "y"), Number(rect, "x") + Number(rect, "width"),
                Number(rect, "y") + Number(rect, "height")))];

    private static double Number(XElement element, string attribute) =>
        double.Parse(element.Attribute(attribute)?.Value ?? "0", CultureInfo.InvariantCulture);

    [Fact]
    public void Heights_are_in_proportion_to_the_values_and_start_at_zero()
    {
        var bars = Bars(Figure.Of("").Bars("", ["a", "b", "c"], [1, 2, -1]), Palette.Colors[0]);
        Assert.Equal(2 * bars[0].Height, bars[1].Height, 0.05);
        Assert.Equal(bars[0].Bottom, bars[1].Bottom, 0.02);
        Assert.Equal(bars[0].Bottom, bars[2].Top, 0.02);
        Assert.Equal(bars[0].Height, bars[2].Height, 0.05);
    }

    [Fact]
    public void Bars_of_several_traces_stand_side_by_side_in_shared_places()
    {
        var figure = Figure.Of("").Bars("one", ["a", "b"], [1, 2]).Bars("two", ["b", "c"], [3, 4]);
        Assert.Equal(["a", "b", "c"], figure.Layout.XAxis.Categories);
        var (one, two) = (Bars(figure, Palette.Colors[0]), Bars(figure, Palette.Colors[1]));
        Assert.Equal(one[1].Right, two[0].Left, 0.02);
        Assert.DoesNotContain(one, a => two.Any(b => a.Grown(-0.1).Overlaps(b)));
    }

    [Fact]
    public void Values_stand_at_the_bars_where_they_fit_and_else_nowhere()
    {
        Assert.Contains("4.1", new SvgPage(Gallery.Of("bars").ToSvg()).Texts.Select(text => text.Text));
        var many = new SvgPage(Gallery.Of("many bars").ToSvg());
        Assert.DoesNotContain(many.Texts, text => text.Text.StartsWith("0.5", StringComparison.Ordinal));
    }

    [Fact]
    public void Values_of_touching_bars_overlap_at_no_width() => Assert.All(Enumerable.Range(80, 120), fifth =>
    {
        var figure = Figure.Of("").Bars("f", ["a", "b", "c", "d"], [-0.202, -0.153, -0.158, -0.111]).Size(5 * fifth, 400);
        Assert.Empty(new SvgPage(figure.Bars("i", ["a", "b", "c", "d"], [-0.153, -0.158, -0.111, -0.2]).ToSvg()).Unreadable());
        Assert.Empty(new SvgPage(figure.ToSvg()).Unreadable());
    });

    [Fact]
    public void A_missing_value_leaves_no_bar() =>
        Assert.Single(Bars(Figure.Of("").Bars("", ["a", "b"], [1, double.NaN]), Palette.Colors[0]));

    [Fact]
    public void Names_that_do_not_fit_side_by_side_stand_upright_and_of_very_many_only_some()
    {
        Assert.False(Frame.Planned(Gallery.Of("bars")).XLabels.Rotated);
        Assert.True(Frame.Planned(Gallery.Of("bars with long names")).XLabels.Rotated);
        Assert.InRange(Frame.Planned(Gallery.Of("many bars")).XLabels.Ticks.All.Count(tick => tick.Label.Length > 0), 10, 60);
    }

    [Fact]
    public void The_alt_text_lists_every_bar() =>
        Assert.Contains("RMSE: RNN 2.03, persistence 1.71, none NaN", Figure.Of("")
            .Bars("RMSE", ["RNN", "persistence", "none"], [2.03, 1.71, double.NaN]).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Bad_input_is_refused_by_name()
    {
        Refusal.Is("'RMSE' needs one value for each category: got 2 and 1.",
            () => Figure.Of("").Bars("RMSE", ["a", "b"], [1]));
        Refusal.Is("'RMSE' has the category 'a' twice.",
            () => Figure.Of("").Bars("RMSE", ["a", "a"], [1, 2]));
    }

    [Fact]
    public void Plotly_gets_places_and_their_names()
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(Gallery.Of("bars").ToPlotlyJson())!;
        Assert.Equal("[1,2,3]", json["data"]![0]!["x"]!.ToJsonString());
        Assert.Equal("""["RNN","GRU","LSTM"]""", json["layout"]!["xaxis"]!["ticktext"]!.ToJsonString());
    }
}
