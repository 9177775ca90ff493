using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Unrolled.Figures.Tests;

/// <summary>What holds for every picture that is more than one chart.</summary>
public sealed partial class PictureTests
{
    [Theory, MemberData(nameof(PictureGallery.Names), MemberType = typeof(PictureGallery))]
    public void No_text_overlaps_another_or_leaves_the_canvas(string name) => Assert.Empty(new SvgPage(PictureGallery.Of(name).Svg).Unreadable());

    [Theory, MemberData(nameof(PictureGallery.Names), MemberType = typeof(PictureGallery))]
    public void It_is_well_formed_described_and_holds_nothing_that_could_collide_on_a_page(string name)
    {
        var root = XDocument.Parse(PictureGallery.Of(name).Svg).Root!;
        Assert.Equal(["title", "desc"], root.Elements().Take(2).Select(element => element.Name.LocalName));
        string[] allowed = ["svg", "title", "desc", "g", "rect", "path", "circle", "text", "tspan"];
        Assert.Empty(root.DescendantsAndSelf().Select(element => element.Name.LocalName).Except(allowed));
        Assert.DoesNotContain(root.DescendantsAndSelf().Attributes(), attribute => attribute.Name.LocalName is "id" or "style" or "class" or "href");
    }

    [Theory, MemberData(nameof(PictureGallery.Names), MemberType = typeof(PictureGallery))]
    public void Every_number_is_finite_and_short_and_every_text_is_readable(string name)
    {
        var elements = XDocument.Parse(PictureGallery.Of(name).Svg).Root!.DescendantsAndSelf().ToList();
        Assert.DoesNotContain(elements.Attributes(), attribute => ThreeDecimals().IsMatch(attribute.Value)
            || attribute.Value.Contains("NaN", StringComparison.Ordinal) || attribute.Value.Contains('∞', StringComparison.Ordinal));
        Assert.All(elements.Where(element => element.Name.LocalName == "text"), text =>
            Assert.True(Palette.Contrast((string?)text.Attribute("fill") ?? Palette.Text, Palette.Card) >= 4.5, text.Value));
    }

    [Theory, MemberData(nameof(PictureGallery.Names), MemberType = typeof(PictureGallery))]
    public void It_is_the_same_under_every_culture(string name)
    {
        var expected = PictureGallery.Of(name);
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var culture in (string[])["vi-VN", "de-DE", "sv-SE", "ar-SA", ""])
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                Assert.Equal(expected, PictureGallery.Of(name));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory, MemberData(nameof(PictureGallery.Names), MemberType = typeof(PictureGallery))]
    public void Its_Plotly_figure_has_data_and_a_layout_and_asks_for_nothing_outside(string name)
    {
        var json = PictureGallery.Of(name).Plotly;
        Assert.NotNull(JsonNode.Parse(json)!["data"]);
        Assert.NotNull(JsonNode.Parse(json)!["layout"]);
        Assert.DoesNotContain("http", json, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script", json, StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex(@"\d\.\d{3}|\dE[+-]?\d")]
    private static partial Regex ThreeDecimals();
}
