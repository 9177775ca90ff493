using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Unrolled.Figures.Tests;

public sealed class SmallMultiplesTests
{
    private static List<(double X, double Y)> Places(SmallMultiples panels) =>
        [.. new SvgPage(panels.ToSvg()).Root.Elements().Where(e => e.Name.LocalName == "g").Select(e =>
            ((string)e.Attribute("transform")!)["translate(".Length..^1].Split(' ') is [var x, var y] ? (Number(x), Number(y)) : default)];

    private static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    // The left and the lower end of each panel's axes: the path that goes down and then to the right.
    private static List<(double Left, double Top, double Bottom, double Right)> Plots(SmallMultiples panels) =>
        [.. new SvgPage(panels.ToSvg()).Root.Elements().Where(e => e.Name.LocalName == "g")
            .Select(g => (string)g.Elements().First(e => (string?)e.Attribute("stroke") == Palette.AxisLine && ((string)e.Attribute("d")!).Contains('H')
                && ((string)e.Attribute("d")!).Contains('V')).Attribute("d")!)
            .Select(d => d.Split('M', ' ', 'V', 'H') is [_, var left, var top, var bottom, var right]
                ? (Number(left), Number(top), Number(bottom), Number(right)) : default)];

    [Fact]
    public void Panels_stand_row_by_row() =>
        Assert.Equal([0, 0, 1, 1, 2, 2, 3], Places(PictureGallery.Multiples("all kinds")).Select(place => place.Y).Distinct().ToList() is var rows
            ? Places(PictureGallery.Multiples("all kinds")).Select(place => rows.IndexOf(place.Y)) : []);

    [Fact]
    public void Plots_of_a_row_and_of_a_column_stand_in_line()
    {
        var plots = Plots(SmallMultiples.Of("t", Gallery.Of("gradient against lag"), Gallery.Of("threshold"), Gallery.Of("twenty series"), Gallery.Of("constant")));
        Assert.Equal(plots[0].Top, plots[1].Top, 0.01);
        Assert.Equal(plots[0].Bottom, plots[1].Bottom, 0.01);
        Assert.Equal(plots[0].Left, plots[2].Left, 0.01);
        Assert.Equal(plots[0].Right, plots[2].Right, 0.01);
    }

    [Fact]
    public void Shared_axes_show_the_data_of_all_panels_on_one_range()
    {
        var panels = SmallMultiples.Of("t", Figure.Of("a").Line("y", [0, 1]), Figure.Of("b").Line("y", [1, 2, 3, 50]));
        Assert.Equal(2, PanelGrid.Of(panels).Panels.Select(panel => panel.Ranges().Y).Distinct().Count());
        var shared = PanelGrid.Of(panels.WithSharedX().WithSharedY()).Panels;
        Assert.Single(shared.Select(panel => (panel.Ranges().Y!.Low, panel.Ranges().Y!.High)).Distinct());
        Assert.Equal((1, 4), (shared[0].Ranges().X!.Low, shared[0].Ranges().X!.High));
        Assert.InRange(shared[0].Ranges().Y!.High, 50, 60);
    }

    [Fact]
    public void The_width_is_that_asked_for_or_what_readable_panels_need()
    {
        Assert.Equal(860, new SvgPage(PictureGallery.Multiples("spectrum").ToSvg()).Canvas.Width);
        Assert.Equal(5 * Figure.LeastWidth, new SvgPage(PictureGallery.Multiples("too narrow").ToSvg()).Canvas.Width);
    }

    [Fact]
    public void The_alt_text_goes_through_the_panels()
    {
        var text = PictureGallery.Multiples("spectrum").ToString();
        Assert.StartsWith("The circular law: eigenvalues and singular values of a Gaussian matrix\npanel 1 of 2: Eigenvalues\n", text, StringComparison.Ordinal);
        Assert.Contains("\npanel 2 of 2: Singular values\n", text, StringComparison.Ordinal);
        Assert.Equal(text, XDocument.Parse(PictureGallery.Multiples("spectrum").ToSvg()).Root!.Elements().ElementAt(1).Value);
    }

    [Fact]
    public void It_has_one_name_and_the_panels_none()
    {
        var root = XDocument.Parse(PictureGallery.Multiples("spectrum").ToSvg()).Root!;
        Assert.Equal("spectrum", Assert.Single(root.DescendantsAndSelf().Attributes("data-name")).Value);
        Assert.Equal("spectrum", (string?)JsonNode.Parse(PictureGallery.Multiples("spectrum").ToPlotlyJson())!["layout"]!["meta"]!["name"]);
    }

    [Fact]
    public void In_Plotly_every_panel_has_axes_in_a_place_of_its_own()
    {
        var json = JsonNode.Parse(PictureGallery.Multiples("all kinds").ToPlotlyJson())!;
        var layout = json["layout"]!;
        var domains = Enumerable.Range(1, 7).Select(i => i == 1 ? "" : $"{i}").Select(i => new Box(
            (double)layout[$"xaxis{i}"]!["domain"]![0]!, (double)layout[$"yaxis{i}"]!["domain"]![0]!,
            (double)layout[$"xaxis{i}"]!["domain"]![1]!, (double)layout[$"yaxis{i}"]!["domain"]![1]!)).ToList();
        Assert.All(domains, box => Assert.True(box is { Left: >= 0, Right: <= 1, Top: >= 0, Bottom: <= 1, Width: > 0.1, Height: > 0.05 }, $"{box}"));
        Assert.Empty(from i in Enumerable.Range(0, 7) from j in Enumerable.Range(0, i) where domains[i].Overlaps(domains[j]) select (i, j));
        Assert.Equal(["x", "x", "x2", "x3"], json["data"]!.AsArray().Take(4).Select(trace => (string?)trace!["xaxis"] ?? "x"));
    }

    [Fact]
    public void In_Plotly_a_name_that_several_panels_share_stands_once_in_the_legend()
    {
        var traces = JsonNode.Parse(PictureGallery.Multiples("linear and tanh").ToPlotlyJson())!["data"]!.AsArray();
        Assert.Equal(5, traces.Count(trace => (bool)trace!["showlegend"]!));
        Assert.Equal(5, traces.Select(trace => (string?)trace!["legendgroup"]).Distinct().Count());
    }

    [Fact]
    public void It_can_be_the_frame_of_a_stepper() =>
        Assert.Contains(PictureGallery.Multiples("spectrum").ToSvg(), Stepper.Of("s").Add("a", "", PictureGallery.Multiples("spectrum")).ToHtml(), StringComparison.Ordinal);

    [Fact]
    public void What_cannot_be_drawn_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SmallMultiples.Of("t").Columns(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SmallMultiples.Of("t").Size(239, 300));
        Assert.Throws<ArgumentOutOfRangeException>(() => SmallMultiples.Of("t").Size(800, 159));
        Assert.Throws<ArgumentException>(() => SmallMultiples.Of("t").Named("No"));
    }
}
