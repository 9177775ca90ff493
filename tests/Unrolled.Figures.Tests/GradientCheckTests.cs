namespace Unrolled.Figures.Tests;

public sealed class GradientCheckTests
{
    private static string[] Cells(double[] gradient, double[] numeric, double[] autograd) =>
        [.. GradientCheck.Of("check").Compare("b_q", gradient, numeric, autograd).Cells[0].Select(cell => cell.Text)];

    [Fact]
    public void Differences_below_the_bounds_agree_and_show_no_digits_of_rounding() =>
        Assert.Equal(["b_q", "2", "3", "< 1e-9", "< 1e-14", "agrees"], Cells([1, -3], [1 + 1e-11, -3], [1, -3]));

    [Theory]
    [InlineData(1e-8, 0, "1e-8", "< 1e-14")]
    [InlineData(0, 2.5e-13, "< 1e-9", "2.5e-13")]
    [InlineData(double.NaN, 0, "NaN", "< 1e-14")]
    public void One_difference_is_enough_and_is_shown(double toNumeric, double toAutograd, string first, string second) =>
        Assert.Equal([first, second, "DIFFERS"], Cells([0, 0], [0, toNumeric], [toAutograd, 0])[3..]);

    [Fact]
    public void Another_number_of_entries_is_refused() =>
        Assert.Contains("b_q must have 3 entries, got 2", Assert.Throws<ArgumentException>(() => Cells([1, 2], [1, 2, 3], [1, 2])).Message, StringComparison.Ordinal);
}
