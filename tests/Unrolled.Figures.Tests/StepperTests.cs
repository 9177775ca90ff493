using System.Xml.Linq;

namespace Unrolled.Figures.Tests;

public sealed class StepperTests
{
    private static readonly Stepper Two = Stepper.Of("The forward pass of W_hh").Named("forward-pass")
        .Add("t = 1", "The state starts at h_0 = 0.", Gallery.Of("one window"), Table.Of("state", "unit", "h_t").Row("h_1", 0.5))
        .Add("t = 2", "", Gallery.Of("constant"));

    // Everything before the script, which is no XML.
    private static XElement Html(Stepper stepper) => XElement.Parse(stepper.ToHtml().Split("<script>")[0] + "</section>");

    [Fact]
    public void Without_script_the_frames_read_as_a_list()
    {
        var html = Html(Two);
        Assert.Equal("forward-pass", (string?)html.Attribute("data-name"));
        Assert.Equal(2, html.Element("ol")!.Elements("li").Count());
        Assert.DoesNotContain(html.Element("ol")!.Elements("li"), frame => frame.Attribute("hidden") is not null);
        Assert.NotNull(html.Elements("div").First().Attribute("hidden"));
    }

    [Fact]
    public void A_frame_shows_its_title_its_note_and_its_pictures()
    {
        var first = Html(Two).Element("ol")!.Elements("li").First();
        Assert.Equal(["t = 1", "The state starts at h0 = 0."], first.Elements("p").Select(p => p.Value));
        Assert.Single(first.Descendants(XName.Get("svg", "http://www.w3.org/2000/svg")));
        Assert.Single(first.Descendants("table"));
    }

    [Fact]
    public void Several_on_a_page_share_no_id() => Assert.DoesNotContain(" id=", Two.ToHtml(), StringComparison.Ordinal);

    [Fact]
    public void It_asks_for_nothing_outside_itself()
    {
        var html = Two.ToHtml().Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal);
        Assert.DoesNotContain("http", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("src=", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Hostile_titles_are_escaped() =>
        Assert.Equal("<script>alert(1)</script>", Html(Stepper.Of("<script>alert(1)</script>").Add("a", "b")).Element("p")!.Value);

    [Fact]
    public void The_alt_text_goes_through_the_frames()
    {
        var text = Two.ToString();
        Assert.StartsWith("The forward pass of W_hh\n\n1. t = 1\nThe state starts at h_0 = 0.\nOne window of 20 prices\n", text,
            StringComparison.Ordinal);
        Assert.Contains("\n\n2. t = 2\nConstant\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stepper_without_frames_says_so() => Assert.Contains("no frames", Stepper.Of("empty").ToHtml(), StringComparison.Ordinal);

    [Fact]
    public void Pictures_beside_each_other_keep_their_order()
    {
        var pair = SideBySide.Of(Table.Of("left"), Table.Of("right"));
        Assert.Equal(["left", "right"], XElement.Parse(pair.ToHtml()).Descendants("caption").Select(caption => caption.Value));
        Assert.Equal("left\nno rows\n\nright\nno rows", pair.ToString());
    }
}
