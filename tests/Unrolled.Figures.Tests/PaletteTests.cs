namespace Unrolled.Figures.Tests;

public sealed class PaletteTests
{
    // Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB.
    private static readonly double[][] Normal = [[1, 0, 0], [0, 1, 0], [0, 0, 1]];
    private static readonly double[][] Deuteranopia = [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881]];
    private static readonly double[][] Protanopia = [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998]];

    [Theory, InlineData("normal"), InlineData("deuteranopia"), InlineData("protanopia")]
    public void Any_two_series_colours_stay_apart(string vision)
    {
        for (var i = 0; i < Palette.Colors.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (a, b) = (Palette.Colors[i], Palette.Colors[j]);
                Assert.True(Apart(a, b, vision) >= 25, $"{a} and {b} are {Apart(a, b, vision):0.0} apart under {vision}.");
            }
        }
    }

    internal static double Apart(string a, string b, string vision)
    {
        var matrix = vision switch { "deuteranopia" => Deuteranopia, "protanopia" => Protanopia, _ => Normal };
        return Distance(Lab(Seen(a, matrix)), Lab(Seen(b, matrix)));
    }

    [Fact]
    public void Every_series_colour_stands_out_from_the_card() =>
        Assert.All(Palette.Colors, color => Assert.True(Palette.Contrast(color, Palette.Card) >= 3, color));

    [Theory, MemberData(nameof(Gallery.Names), MemberType = typeof(Gallery))]
    public void Every_text_is_readable_on_the_card_that_lies_under_the_whole_figure(string name)
    {
        var page = new SvgPage(Gallery.Of(name).ToSvg());
        var card = page.Root.Elements().First(element => element.Name.LocalName == "rect");
        Assert.Equal((Palette.Card, (string)page.Root.Attribute("width")!, (string)page.Root.Attribute("height")!),
            ((string)card.Attribute("fill")!, (string)card.Attribute("width")!, (string)card.Attribute("height")!));
        var colors = page.Root.Descendants().Where(element => element.Name.LocalName == "text")
            .Select(text => (string?)text.Attribute("fill") ?? Palette.Text);
        Assert.All(colors, color => Assert.True(Palette.Contrast(color, Palette.Card) >= 4.5, color));
    }

    [Fact]
    public void Contrast_is_that_of_WCAG()
    {
        Assert.Equal(21, Palette.Contrast("#000000", "#ffffff"), 1e-9);
        Assert.Equal(4.48, Palette.Contrast("#777777", "#ffffff"), 0.005);
    }

    [Theory, InlineData("red"), InlineData("#12345"), InlineData("#12345g")]
    public void A_colour_written_otherwise_is_refused(string color) =>
        Assert.Contains("#rrggbb", Assert.Throws<ArgumentException>(() => Palette.ForText(color)).Message, StringComparison.Ordinal);

    private static double[] Seen(string color, double[][] matrix)
    {
        double[] rgb = [.. new[] { 1, 3, 5 }.Select(i => Convert.ToInt32(color.Substring(i, 2), 16) / 255.0)
            .Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4))];
        return [.. matrix.Select(row => Math.Clamp(row.Zip(rgb, (a, b) => a * b).Sum(), 0, 1))];
    }

    private static double[] Lab(double[] rgb)
    {
        double x = (0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.95047,
               y = 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2],
               z = (0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.08883;
        return [116 * F(y) - 16, 500 * (F(x) - F(y)), 200 * (F(y) - F(z))];

        static double F(double t) => t > 0.008856 ? Math.Cbrt(t) : 7.787 * t + 16.0 / 116;
    }

    private static double Distance(double[] a, double[] b) => Math.Sqrt(a.Zip(b, (p, q) => (p - q) * (p - q)).Sum());
}
