namespace Unrolled.Figures.Tests;

public sealed class AltTextTests
{
    [Fact]
    public void The_alt_text_says_what_is_drawn_and_the_numbers_that_matter() => Assert.Equal(
        """
        Loss of W_hh
        x axis: epoch, from 1 to 4
        y axis: loss (logarithmic), from 0.1 to 1.5
        training: 3 points, first 1.5 at x = 1, last 0.1 at x = 4, lowest 0.1 at x = 4, highest 1.5 at x = 1, 1 NaN or infinite
        floor: 4 points, constant at 0.25 from x = 1 to 4
        horizontal line at y = 0.5: goal
        mark at (2, 0.3): here
        """,
        Figure.Of("Loss of W_hh").Line("training", [1.5, 0.3, double.NaN, 0.1]).Line("floor", [0.25, 0.25, 0.25, 0.25], dashed: true)
            .HorizontalLine("goal", 0.5).Mark("here", 2, 0.3).XAxis("epoch").YAxis("loss", log: true).ToString(),
                ignoreLineEndingDifferences: true);

    [Fact]
    public void A_band_names_its_bounds_at_both_ends() =>
        Assert.Contains("95 %: 2 points, first 1 to 3 at x = 1, last 2 to 5 at x = 2", Figure.Of("").Band("95 %", [1, 2], [1, 2], [3, 5])
            .ToString(), StringComparison.Ordinal);

    [Fact]
    public void Values_near_each_other_get_the_digits_that_tell_them_apart() =>
        Assert.Contains("lowest 100.00000012 at x = 1, highest 100.00000018 at x = 2", Gallery.Of("tiny range").ToString(),
            StringComparison.Ordinal);

    [Fact]
    public void What_a_log_axis_cannot_show_is_told() =>
        Assert.Contains("2 not positive and so not on the logarithmic axis", Figure.Of("").Line("y", [1, 0, -1, 2]).YAxis("", log: true)
            .ToString(), StringComparison.Ordinal);

    [Fact]
    public void Values_that_differ_by_rounding_only_are_constant() =>
        Assert.Contains("constant at 0.3 from x = 1 to 2", Figure.Of("").Line("y", [0.3, 0.1 + 0.2]).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("no trace", "no data")]
    [InlineData("empty series", "nothing: no data")]
    [InlineData("all NaN", "nan: no data, all 2 values NaN or infinite")]
    [InlineData("one point", "single: 1 point, 42 at x = 1")]
    public void A_figure_that_shows_nothing_says_so(string name, string text) =>
        Assert.Contains(text, Gallery.Of(name).ToString(), StringComparison.Ordinal);
}
