using System.Numerics;

namespace Unrolled.Figures.Tests;

public sealed class ComplexPlaneTests
{
    [Theory, InlineData(440, 460), InlineData(640, 300), InlineData(300, 640)]
    public void The_unit_circle_is_round_at_any_size(int width, int height)
    {
        var figure = Figure.ComplexPlane("λ").Size(width, height).Points("λ", [new Complex(0, 3), new Complex(-0.5, 0)]);
        var corners = SvgPage.Corners(new SvgPage(figure.ToSvg()).Paths(Palette.Muted)
            .First(path => ((string)path.Attribute("d")!).Contains('L', StringComparison.Ordinal))).ToList();
        Assert.Equal(corners.Max(p => p.X) - corners.Min(p => p.X), corners.Max(p => p.Y) - corners.Min(p => p.Y), 0.05);
    }

    [Fact]
    public void Complex_numbers_are_points_of_real_and_imaginary_part()
    {
        var points = (Scatter)Figure.ComplexPlane("λ").Points("λ", [new Complex(0.5, -2)]).Data[1];
        Assert.Equal((0.5, -2), (points.X.Single(), points.Y.Single()));
    }

    [Fact]
    public void Eigenvalues_take_the_first_colour() =>
        Assert.Equal(Palette.Colors[0], Figure.ComplexPlane("λ").Points("λ", [Complex.One]).Data[1].Color);

    [Fact]
    public void The_alt_text_is_free_of_rounding_noise()
    {
        var text = Figure.ComplexPlane("λ").ToString();
        Assert.Contains("first 0 at x = 1, last 0 at x = 1, lowest -1 at x = 0, highest 1 at x = 0", text, StringComparison.Ordinal);
        Assert.DoesNotContain("e-1", Figure.Of("").Line("y", [1, -1.1e-16]).ToString(), StringComparison.Ordinal);
    }
}
