namespace Unrolled.Notebooks.Tests.Comparison;

public class SvgComparisonTests
{
    private const string Svg = "image/svg+xml";

    [Theory]
    [InlineData("""<path d="M10,20.04L3 4"/>""", """<path d="M10,20L3 4"/>""")]
    [InlineData("""<path d="M10.123,20"/>""", """<path d="M10.124,20"/>""")]
    [InlineData("""<path fill="red" d="M1"/>""", """<path d="M1" fill="red"></path>""")]
    [InlineData("""<g> <rect x="1"/> </g>""", """<g><!-- a comment --><rect x="1"/></g>""")]
    [InlineData("""<text>RMSE 0.1234</text>""", """<text>RMSE 0.1235</text>""")]
    [InlineData("""<text>a &lt; b</text>""", """<text>a &#60; b</text>""")]
    [InlineData("""<rect opacity="0.51"/>""", """<rect opacity="0.52"/>""")]
    [InlineData("""<g xmlns:p="urn:x" p:a="1"/>""", """<g xmlns:q="urn:x" q:a="1"/>""")]
    [InlineData("""<polyline points="1.00,2.00 3.00,4.00"/>""", """<polyline points="1.04,2.00 3.00,3.96"/>""")]
    public void Pictures_that_are_equal(string committed, string fresh) => Compared.AssertEqual(Svg, Picture(committed), Picture(fresh));

    [Theory]
    [InlineData("""<path d="M10,20.00L3 4"/>""", """<path d="M10,20.06L3 4"/>""")]
    [InlineData("""<path d="M10,20"/>""", """<path d="M10,21"/>""")]
    [InlineData("""<path d="M10,20"/>""", """<path d="L10,20"/>""")]
    [InlineData("""<path d="M10,20"/>""", """<path d="M10,20 30"/>""")]
    [InlineData("""<rect x="1"/>""", """<circle x="1"/>""")]
    [InlineData("""<rect x="1"/>""", """<rect y="1"/>""")]
    [InlineData("""<rect x="1"/>""", """<rect x="1" y="1"/>""")]
    [InlineData("""<rect x="1"/>""", """<rect x="1"/><rect x="1"/>""")]
    [InlineData("""<g><rect/></g><g/>""", """<g/><g><rect/></g>""")]
    [InlineData("""<text>RMSE 0.12</text>""", """<text>RMSE 0.14</text>""")]
    [InlineData("""<text>a</text>""", """<text/>""")]
    [InlineData("""<text>a<tspan/></text>""", """<text><tspan/>a</text>""")]
    [InlineData("""<rect opacity="0.510"/>""", """<rect opacity="0.512"/>""")]
    [InlineData("""<rect fill="#1e5"/>""", """<rect fill="#2e5"/>""")]
    [InlineData("""<g xmlns:p="urn:x" p:a="1"/>""", """<g xmlns:p="urn:y" p:a="1"/>""")]
    public void Pictures_that_differ(string committed, string fresh) =>
        Assert.Equal(DifferenceKind.Svg, Compared.AssertDifferent(Svg, Picture(committed), Picture(fresh)).Kind);

    [Theory]
    [InlineData("<svg>")]
    [InlineData("")]
    [InlineData("<svg>&unknown;</svg>")]
    public void A_broken_picture_is_a_difference_even_from_itself(string broken)
    {
        Compared.AssertDifferent(Svg, broken, "<svg/>");
        Assert.Contains("one cannot be read", Compared.AssertDifferent(Svg, broken, broken).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_nested_too_deep_to_walk_is_a_difference_and_not_a_crash()
    {
        var deep = Picture(string.Concat(Enumerable.Repeat("<g>", 2_000)) + string.Concat(Enumerable.Repeat("</g>", 2_000)));
        Assert.EndsWith("got elements nested too deep for one", Compared.AssertDifferent(Svg, deep, deep).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_DOCTYPE_is_passed_over_and_nothing_is_loaded() =>
        Compared.AssertEqual(Svg, """<!DOCTYPE svg SYSTEM "file:///nonexistent.dtd"><svg x="1"/>""", """<svg x="1"/>""");

    [Fact]
    public void The_message_says_where_in_the_picture() =>
        Assert.Equal(
            "image/svg+xml: /svg/g/path d: expected “M1,2”, got “M1,3”",
            Compared.AssertDifferent(Svg, Picture("""<g><path d="M1,2"/></g>"""), Picture("""<g><path d="M1,3"/></g>""")).Message);

    private static string Picture(string content) => $"""<svg xmlns="http://www.w3.org/2000/svg">{content}</svg>""";
}
