using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Unrolled.Figures.Tests;

public sealed partial class SvgTests
{
    [Theory, MemberData(nameof(Gallery.Names), MemberType = typeof(Gallery))]
    public void A_figure_is_well_formed_and_holds_nothing_that_could_collide_on_a_page(string name)
    {
        var root = XDocument.Parse(Gallery.Of(name).ToSvg()).Root!;
        string[] forbiddenElements = ["style", "script", "clipPath", "defs", "use", "foreignObject", "image", "a"];
        Assert.DoesNotContain(root.DescendantsAndSelf(), element => forbiddenElements.Contains(element.Name.LocalName));
        Assert.DoesNotContain(root.DescendantsAndSelf().Attributes(),
            attribute => attribute.Name.LocalName is "id" or "style" or "class" or "href"
                || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Gallery.Names), MemberType = typeof(Gallery))]
    public void A_screen_reader_finds_role_title_and_description(string name)
    {
        var figure = Gallery.Of(name);
        var root = XDocument.Parse(figure.ToSvg()).Root!;
        Assert.Equal("img", (string?)root.Attribute("role"));
        Assert.Equal(["title", "desc"], root.Elements().Take(2).Select(element => element.Name.LocalName));
        if (name != "hostile text") Assert.Equal(figure.ToString(), root.Elements().ElementAt(1).Value);
    }

    [Theory, MemberData(nameof(Gallery.Names), MemberType = typeof(Gallery))]
    public void Every_number_is_finite_and_has_at_most_two_decimals(string name)
    {
        var drawn = XDocument.Parse(Gallery.Of(name).ToSvg()).Root!.DescendantsAndSelf().Attributes()
            .Where(attribute => attribute.Name.LocalName != "data-name").ToList();
        Assert.DoesNotContain(drawn, attribute => ThreeDecimals().IsMatch(attribute.Value));
        Assert.DoesNotContain(drawn, attribute => attribute.Value.Contains("NaN", StringComparison.Ordinal)
            || attribute.Value.Contains('∞', StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Gallery.Names), MemberType = typeof(Gallery))]
    public void The_same_figure_is_the_same_bytes_under_every_culture(string name)
    {
        var figure = Gallery.Of(name);
        var expected = (figure.ToSvg(), figure.ToPlotlyJson(), figure.ToString());
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var culture in (string[])["vi-VN", "de-DE", "sv-SE", "ar-SA", ""])
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                Assert.Equal(expected, (figure.ToSvg(), figure.ToPlotlyJson(), figure.ToString()));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_name_stands_on_the_root()
    {
        Assert.Equal("window", (string?)XDocument.Parse(Gallery.Of("one window").ToSvg()).Root!.Attribute("data-name"));
        Assert.Null(XDocument.Parse(Gallery.Of("constant").ToSvg()).Root!.Attribute("data-name"));
    }

    [Fact]
    public void Hostile_text_is_shown_as_it_is_and_what_XML_forbids_is_replaced()
    {
        var texts = new SvgPage(Gallery.Of("hostile text").ToSvg()).Texts.Select(text => text.Text).ToList();
        Assert.Contains(texts, text => text.StartsWith("<&\"> control \uFFFD \uFFFD 😀 \uFFFD ]]> <script>", StringComparison.Ordinal));
        Assert.Contains("a<b & \"c\"", texts);
    }

    [Fact]
    public void NaN_and_infinity_break_the_line_and_a_lonely_point_is_a_dot()
    {
        var figure = Figure.Of("Gaps").Line("", [1, 2, double.NaN, 4, double.NegativeInfinity, 5, 6]);
        var (line, dots) = (new SvgPage(figure.ToSvg()).Paths(Palette.Colors[0]).First(), new SvgPage(figure.ToSvg())
            .Paths(Palette.Colors[0]).Last());
        Assert.Equal(2, ((string)line.Attribute("d")!).Count(c => c == 'M'));
        Assert.Equal(1, ((string)dots.Attribute("d")!).Count(c => c == 'M'));
        Assert.NotSame(line, dots);
    }

    [Theory]
    [InlineData("no trace", "no data")]
    [InlineData("empty series", "no data")]
    [InlineData("all NaN", "no data: every value is NaN or infinite")]
    [InlineData("nothing positive on a log axis", "no data: a logarithmic axis shows positive values only")]
    public void An_empty_plot_says_why(string name, string reason) =>
        Assert.Contains(reason, new SvgPage(Gallery.Of(name).ToSvg()).Texts.Select(text => text.Text));

    [Fact]
    public void A_series_without_data_says_so_in_the_legend() =>
        Assert.Contains("empty (no data)", new SvgPage(Gallery.Of("gaps").ToSvg()).Texts.Select(text => text.Text));

    [Fact]
    public void Every_mark_inside_the_range_has_its_label()
    {
        string[] expected = [.. Enumerable.Range(0, 9).Select(i => $"the mark number {i}")];
        Assert.Equal(expected, new SvgPage(Gallery.Of("crowded marks").ToSvg()).Texts.Select(text => text.Text).Intersect(expected));
        Assert.DoesNotContain("outside", new SvgPage(Gallery.Of("marks").ToSvg()).Texts.Select(text => text.Text));
    }

    [Fact]
    public void What_lies_outside_the_picture_leaves_no_label_in_it_and_is_told_in_the_alt_text()
    {
        var figure = Gallery.Of("lines that cannot be shown");
        string[] hidden = ["not a number", "negative", "far above", "infinite", "nowhere", "below zero"];
        Assert.Empty(new SvgPage(figure.ToSvg()).Texts.Select(text => text.Text).Intersect(hidden));
        Assert.All(hidden, label => Assert.Contains(label, figure.ToString(), StringComparison.Ordinal));
        Assert.Equal("‖g‖", Assert.Single(Frame.Planned(figure).Legend.Items).Entry.Text);
    }

    [Fact]
    public void A_typical_chart_is_small() => Assert.InRange(Gallery.Of("one window").ToSvg().Length, 1, 8_000);

    [Fact]
    public void A_hundred_thousand_points_stay_below_forty_kilobytes_of_path() =>
        Assert.InRange(Gallery.Of("100,000 points").ToSvg().Length, 1, 40_000);

    [Fact]
    public void A_point_stands_where_the_scales_put_it()
    {
        var figure = Figure.Of("Square").Line("", [0, 10], [0, 10]).XAxis("", from: 0, to: 10).YAxis("", from: 0, to: 10);
        var corners = SvgPage.Corners(new SvgPage(figure.ToSvg()).Paths(Palette.Colors[0]).Single()).ToList();
        var plot = Frame.Planned(figure).Plot;
        Assert.Equal(plot.Left, corners[0].X, 0.01);
        Assert.Equal(plot.Bottom, corners[0].Y, 0.01);
        Assert.Equal(plot.Right, corners[1].X, 0.01);
        Assert.Equal(plot.Top, corners[1].Y, 0.01);
    }

    [GeneratedRegex(@"\d\.\d{3}|\dE[+-]?\d")]
    private static partial Regex ThreeDecimals();
}
