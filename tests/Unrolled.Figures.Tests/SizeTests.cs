namespace Unrolled.Figures.Tests;

/// <summary>A chapter holds a dozen figures, and its outputs are committed: they must stay small.</summary>
public sealed class SizeTests
{
    [Fact]
    public void Half_of_all_pictures_are_small_and_none_is_huge()
    {
        List<int> sizes =
        [
            .. Gallery.All.Values.Select(figure => figure.ToSvg().Length),
            .. PictureGallery.All.Values.Select(picture => picture.ToHtml().Length),
            .. DiagramGallery.All.Keys.Select(name => DiagramGallery.Of(name).ToSvg().Length),
        ];
        Assert.InRange(sizes.Order().ElementAt(sizes.Count / 2), 1, 20_000);
        Assert.InRange(sizes.Max(), 1, 80_000);
    }
}
