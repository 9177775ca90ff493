using Unrolled.Kernel.Jupyter;

namespace Unrolled.Kernel.Tests.Jupyter;

public sealed class CodePointTests
{
    [Theory]
    [InlineData("abc", 2, 2)]
    [InlineData("🙂b", 1, 2)]
    [InlineData("🙂b", 2, 3)]
    [InlineData("φ ", 1, 1)]
    [InlineData("a", 9, 1)]
    [InlineData("a", -1, 0)]
    [InlineData("\ud83d!", 1, 1)]
    public void Places_are_converted(string text, int codePoints, int utf16) => Assert.Equal(utf16, CodePoints.ToUtf16(text, codePoints));

    [Fact]
    public void There_and_back_is_the_same_place()
    {
        const string Text = "a🙂φ\r\n🎲z";
        for (var place = 0; place <= 7; place++)
            Assert.Equal(place, CodePoints.FromUtf16(Text, CodePoints.ToUtf16(Text, place)));
    }
}
