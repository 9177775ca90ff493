using System.Globalization;
using Microsoft.DotNet.Interactive.Formatting;

namespace Unrolled.Figures.Tests;

/// <summary>Figures and results in the real formatter of .NET Interactive, which finds their renderings by convention.</summary>
public sealed class NotebookTests
{
    private static Dictionary<string, string> Bundle(object value) =>
        Formatter.GetPreferredMimeTypesFor(value.GetType()).ToDictionary(mimeType => mimeType, mimeType => value.ToDisplayString(mimeType));

    [Fact]
    public void A_figure_shows_as_SVG_Plotly_JSON_and_text()
    {
        var figure = Gallery.Of("one window");
        var bundle = Bundle(figure);
        Assert.Equal(["image/svg+xml", "application/vnd.plotly.v1+json", "text/plain"], bundle.Keys);
        Assert.Equal([figure.ToSvg(), figure.ToPlotlyJson(), figure.ToString()], bundle.Values);
    }

    [Fact]
    public void Small_multiples_show_as_SVG_Plotly_JSON_and_text()
    {
        var panels = PictureGallery.Multiples("spectrum");
        var bundle = Bundle(panels);
        Assert.Equal(["image/svg+xml", "application/vnd.plotly.v1+json", "text/plain"], bundle.Keys);
        Assert.Equal([panels.ToSvg(), panels.ToPlotlyJson(), panels.ToString()], bundle.Values);
    }

    [Fact]
    public void Parallel_coordinates_show_as_SVG_Plotly_JSON_and_text()
    {
        var runs = PictureGallery.Parallel("sweep");
        var bundle = Bundle(runs);
        Assert.Equal(["image/svg+xml", "application/vnd.plotly.v1+json", "text/plain"], bundle.Keys);
        Assert.Equal([runs.ToSvg(), runs.ToPlotlyJson(), runs.ToString()], bundle.Values);
    }

    [Fact]
    public void A_result_shows_as_text_and_JSON()
    {
        var result = new Result("demo.test_rmse", 2.0345, "0.00");
        var bundle = Bundle(result);
        Assert.Equal(["text/plain", "application/vnd.unrolled.result+json"], bundle.Keys);
        Assert.Equal([result.ToString(), result.ToJson()], bundle.Values);
    }

    public static TheoryData<object> Pages => [Stepper.Of("s").Add("a", "b"), Table.Of("t").Row(1), SideBySide.Of(Table.Of("t"))];

    [Theory, MemberData(nameof(Pages))]
    public void A_page_shows_as_HTML_and_text(object page)
    {
        var html = page switch { Stepper stepper => stepper.ToHtml(), IPicture picture => picture.ToHtml(), _ => "" };
        Assert.Equal([("text/html", html), ("text/plain", page.ToString()!)], Bundle(page).Select(entry => (entry.Key, entry.Value)));
    }

    [Fact]
    public void The_bundle_is_the_same_under_a_culture_with_a_decimal_comma()
    {
        var expected = Bundle(Gallery.Of("threshold"));
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("vi-VN");
            Assert.Equal(expected, Bundle(Gallery.Of("threshold")));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
