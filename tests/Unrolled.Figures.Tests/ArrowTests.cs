using System.Text.Json.Nodes;
using System.Xml.Linq;
using FsCheck.Fluent;

namespace Unrolled.Figures.Tests;

public sealed class ArrowTests
{
    private static Figure Plane => Figure.Of("").WithEqualScale().XAxis("", from: -10, to: 10).YAxis("", from: -10, to: 10);

    private static List<XElement> Drawn(Figure figure) => [.. new SvgPage(figure.ToSvg()).Paths(Palette.Colors[0])];

    // The tip, and the middle of the head's other side.
    private static (Pixel Tip, Pixel Neck) Head(Figure figure)
    {
        var corners = SvgPage.Corners(Drawn(figure).Single(path => (string?)path.Attribute("fill") == Palette.Colors[0])).ToList();
        return (corners[0], corners[1].Toward(corners[2], 0.5));
    }

    [Fact]
    public void The_tip_stands_on_the_point_and_the_head_points_along_the_arrow() =>
        Prop.ForAll(Gen.Choose(-90, 90).Four().Where(v => Math.Abs(v.Item1 - v.Item3) + Math.Abs(v.Item2 - v.Item4) > 9).ToArbitrary(), v =>
        {
            var (from, to) = ((X: v.Item1 / 10.0, Y: v.Item2 / 10.0), (X: v.Item3 / 10.0, Y: v.Item4 / 10.0));
            var figure = Plane.Arrow("", from.X, from.Y, to.X, to.Y);
            var (frame, (tip, neck)) = (Frame.Planned(figure), Head(figure));
            var (start, end) = (new Pixel(frame.X!.Pixel(from.X), frame.Y!.Pixel(from.Y)), new Pixel(frame.X.Pixel(to.X), frame.Y.Pixel(to.Y)));
            var cosine = ((tip.X - neck.X) * (end.X - start.X) + (tip.Y - neck.Y) * (end.Y - start.Y)) / tip.To(neck) / start.To(end);
            return tip.To(end) < 0.02 && cosine > 0.999;
        }).Hold();

    [Fact]
    public void Vectors_of_one_direction_lie_on_one_line()
    {
        var (longer, shorter) = (Head(Plane.Arrow("", 0, 0, 6, 8)), Head(Plane.Arrow("", 0, 0, 3, 4)));
        var origin = Frame.Planned(Plane.Arrow("", 0, 0, 6, 8)) is { X: { } x, Y: { } y } ? new Pixel(x.Pixel(0), y.Pixel(0)) : default;
        Assert.Equal(origin.To(longer.Tip), 2 * origin.To(shorter.Tip), 0.05);
        Assert.Equal(0, origin.Toward(longer.Tip, 0.5).To(shorter.Tip), 0.05);
    }

    [Fact]
    public void An_arrow_without_length_is_a_dot_and_one_without_place_is_nothing()
    {
        Assert.EndsWith("h0", (string)Drawn(Plane.Arrow("", 1, 1, 1, 1)).Single().Attribute("d")!, StringComparison.Ordinal);
        Assert.Empty(Drawn(Plane.Arrow("", 0, 0, double.NaN, 1).Line("", [1, 2])).Where(path => (string?)path.Attribute("fill") != "none"));
    }

    [Fact]
    public void An_arrow_that_leaves_the_plot_has_no_head_there() =>
        Assert.Equal("none", (string?)Drawn(Plane.Arrow("", 0, 0, 20, 5)).Single().Attribute("fill"));

    [Fact]
    public void The_name_stands_ahead_of_the_tip_and_in_no_legend()
    {
        var figure = Gallery.Of("clipping by norm");
        Assert.Equal(["‖g‖ = τ"], Frame.Planned(figure).Labels.Legend.Select(entry => entry.Text));
        var label = new SvgPage(figure.ToSvg()).Texts.Single(text => text.Text == "g").Box;
        var tip = Frame.Planned(figure) is { X: { } x, Y: { } y } ? new Pixel(x.Pixel(6), y.Pixel(8)) : default;
        Assert.True(label.Left > tip.X, $"{label} and {tip}");
    }

    [Fact]
    public void The_alt_text_gives_both_ends_and_the_length() =>
        Assert.Contains("g: from (0, 0) to (6, 8), length 10", Gallery.Of("clipping by norm").ToString(), StringComparison.Ordinal);

    [Fact]
    public void Plotly_gets_two_points_and_an_arrow_as_the_second_marker()
    {
        var trace = JsonNode.Parse(Plane.Arrow("g_1", 0, 0, -3, 4).ToPlotlyJson())!["data"]![0]!;
        Assert.Equal(("[0,-3]", "[0,4]"), (trace["x"]!.ToJsonString(), trace["y"]!.ToJsonString()));
        Assert.Equal(("arrow", "previous", "[0,12]"),
            ((string?)trace["marker"]!["symbol"], (string?)trace["marker"]!["angleref"], trace["marker"]!["size"]!.ToJsonString()));
        Assert.Equal(("g<sub>1</sub>", "top left"), ((string?)trace["text"]![1], (string?)trace["textposition"]));
    }
}
