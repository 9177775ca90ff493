using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.DotNet.Interactive.Formatting;

namespace Unrolled.Figures.Tests;

public sealed partial class DiagramSvgTests
{
    [Theory, MemberData(nameof(DiagramGallery.Names), MemberType = typeof(DiagramGallery))]
    public void A_diagram_holds_nothing_that_could_collide_on_a_page(string name)
    {
        var root = XDocument.Parse(DiagramGallery.Of(name).ToSvg()).Root!;
        string[] allowed = ["svg", "title", "desc", "rect", "circle", "path", "text", "tspan"];
        Assert.All(root.DescendantsAndSelf(), element => Assert.Contains(element.Name.LocalName, allowed));
        Assert.DoesNotContain(root.DescendantsAndSelf().Attributes(),
            attribute => attribute.Name.LocalName is "id" or "style" or "class" or "href");
    }

    [Theory, MemberData(nameof(DiagramGallery.Names), MemberType = typeof(DiagramGallery))]
    public void A_screen_reader_finds_role_title_and_the_drawing_in_words(string name)
    {
        var diagram = DiagramGallery.Of(name);
        var root = XDocument.Parse(diagram.ToSvg()).Root!;
        Assert.Equal(("img", diagram.Name), ((string?)root.Attribute("role"), (string?)root.Attribute("data-name")));
        Assert.Equal([("title", diagram.Title), ("desc", diagram.ToString())],
            root.Elements().Take(2).Select(element => (element.Name.LocalName, element.Value)));
        Assert.InRange(diagram.Description.Length, 60, 1000);
    }

    [Theory, MemberData(nameof(DiagramGallery.Names), MemberType = typeof(DiagramGallery))]
    public void The_same_diagram_is_the_same_bytes_under_every_culture(string name)
    {
        var diagram = DiagramGallery.Of(name);
        var expected = (diagram.ToSvg(), diagram.ToString());
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var culture in (string[])["vi-VN", "de-DE", "sv-SE", "ar-SA", ""])
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                Assert.Equal(expected, (DiagramGallery.Made(name).ToSvg(), DiagramGallery.Made(name).ToString()));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory, MemberData(nameof(DiagramGallery.Names), MemberType = typeof(DiagramGallery))]
    public void Every_number_is_finite_and_has_at_most_two_decimals(string name) =>
        Assert.All(XDocument.Parse(DiagramGallery.Of(name).ToSvg()).Descendants().Attributes(),
            attribute => Assert.DoesNotMatch(Unfit(), attribute.Value));

    [Theory, MemberData(nameof(DiagramGallery.Names), MemberType = typeof(DiagramGallery))]
    public void Every_text_is_readable_on_what_lies_under_it(string name)
    {
        var page = new DiagramPage(DiagramGallery.Of(name).ToSvg());
        var fills = page.Text.Root.Descendants().Where(e => e.Name.LocalName == "text")
            .Select(e => (string?)e.Attribute("fill") ?? Palette.Text);
        Assert.All(page.Text.Texts.Zip(fills), text =>
            Assert.True(Palette.Contrast(text.Second, page.FillUnder(text.First.Box)) >= 4.5,
                $"{text.First.Text} in {text.Second} on {page.FillUnder(text.First.Box)}"));
    }

    [Theory, MemberData(nameof(DiagramGallery.Names), MemberType = typeof(DiagramGallery))]
    public void No_underscore_or_caret_is_left_where_a_subscript_belongs(string name) =>
        Assert.All(new SvgPage(DiagramGallery.Of(name).ToSvg()).Texts, text => Assert.DoesNotMatch("[_^{}]", text.Text));

    [Theory, MemberData(nameof(DiagramGallery.Names), MemberType = typeof(DiagramGallery))]
    public void A_diagram_is_small(string name) => Assert.InRange(DiagramGallery.Of(name).ToSvg().Length, 1, 40_000);

    [Fact]
    public void A_notebook_shows_it_as_SVG_and_text()
    {
        var diagram = Diagrams.GradientPath(Quantity.W_hh, steps: 4);
        Assert.Equal(["image/svg+xml", "text/plain"], Formatter.GetPreferredMimeTypesFor(typeof(Diagram)));
        Assert.Equal((diagram.ToSvg(), diagram.ToString()),
            (diagram.ToDisplayString("image/svg+xml"), diagram.ToDisplayString("text/plain")));
    }

    [Fact]
    public void An_edge_to_a_node_that_is_not_there_is_refused_by_name() =>
        Assert.Contains("\"nowhere\"; there is none",
            Assert.Throws<ArgumentException>(() =>
                (new Diagram { Nodes = [new("a", "a", 0, 0)], Edges = [new("a", "nowhere")] }).ToSvg()).Message, StringComparison.Ordinal);

    [Fact]
    public void An_edge_to_its_own_node_without_corners_is_refused() =>
        Assert.Contains("(Via)", Assert.Throws<ArgumentException>(() =>
            (new Diagram { Nodes = [new("a", "a", 0, 0)], Edges = [new("a", "a")] }).ToSvg()).Message, StringComparison.Ordinal);

    [Fact]
    public void A_diagram_without_nodes_is_its_title() =>
        Assert.Equal(["Nothing yet"], new SvgPage(new Diagram { Title = "Nothing yet" }.ToSvg()).Texts.Select(text => text.Text));

    [Fact]
    public void Another_name_replaces_the_first_and_a_name_that_slides_cannot_find_is_refused()
    {
        Assert.Equal("lstm-2", (string?)XDocument.Parse(Diagrams.LstmCell().Named("lstm-2").ToSvg()).Root!.Attribute("data-name"));
        Assert.Throws<ArgumentException>(() => Diagrams.LstmCell().Named("The LSTM"));
    }

    [Theory, InlineData("normal"), InlineData("deuteranopia"), InlineData("protanopia")]
    public void What_stands_out_differs_in_colour_from_the_rest_for_every_reader(string vision)
    {
        string[] colors = [DiagramColors.Line(Emphasis.Strong), DiagramColors.Line(Emphasis.Second), DiagramColors.Line(Emphasis.Faded)];
        Assert.All(from a in colors from b in colors where a != b select (a, b),
            pair => Assert.InRange(PaletteTests.Apart(pair.a, pair.b, vision), 25, 200));
    }

    [Theory, InlineData("δa_t", "δat"), InlineData("W_hh^T δa_{t+1}", "WhhT δat+1")]
    public void A_delta_may_stand_before_a_letter_with_a_subscript(string label, string shown) =>
        Assert.Equal(shown, string.Concat(RichText.Parse(label).Runs.Select(run => run.Text)));

    [GeneratedRegex(@"\d\.\d{3}|\dE[+-]?\d|NaN|∞")]
    private static partial Regex Unfit();
}
