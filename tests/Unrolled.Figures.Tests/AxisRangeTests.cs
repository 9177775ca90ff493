namespace Unrolled.Figures.Tests;

public sealed class AxisRangeTests
{
    private static readonly Axis Linear = new();
    private static readonly Axis Log = new() { Type = AxisType.Log };

    private static (double, double) Of(Axis axis, params double[] values) =>
        AxisRange.Of(axis, Over(axis, values), 0.05, stopAtZero: true) is { } range ? (range.Low, range.High) : default;

    private static Extent Over(Axis axis, params double[] values) =>
        values.Where(value => Scale.CanShow(axis.Type, value)).Aggregate(Extent.None, (extent, value) => extent.With(value));

    [Fact]
    public void Data_get_a_little_room() => Assert.Equal((-11, 11), Of(Linear, 10, -10, double.NaN));

    [Fact]
    public void What_is_nowhere_negative_gets_no_negative_axis() =>
        Assert.Equal((0, 0), (Of(Linear, 0.1, 10.3).Item1, Of(Linear, -0.1, -10.3).Item2));

    [Fact]
    public void A_constant_stands_in_the_middle()
    {
        Assert.Equal((0.63, 0.77), Of(Linear, 0.7, 0.7) is var (low, high) ? (Math.Round(low, 9), Math.Round(high, 9)) : default);
        Assert.Equal((6, 8), Of(Linear, 7, 7));
        Assert.Equal((-1, 1), Of(Linear, 0, 0));
    }

    [Fact]
    public void Rounding_noise_is_a_constant() => Assert.InRange(Of(Linear, 0.3, 0.1 + 0.2).Item2, 0.32, 0.34);

    [Fact]
    public void A_log_axis_ignores_what_it_cannot_show()
    {
        var (low, high) = Of(Log, -5, 0, 1, 100);
        Assert.InRange(low, 0.7, 0.9);
        Assert.InRange(high, 110, 140);
    }

    [Fact]
    public void Nothing_to_show_is_no_range() => Assert.Null(AxisRange.Of(Log, Extent.None, 0.05));

    [Fact]
    public void The_widest_span_is_finite()
    {
        var (low, high) = Of(Linear, double.MaxValue, double.MinValue);
        Assert.True(double.IsFinite(high - low));
    }

    [Theory]
    [InlineData(100.0, null)]
    [InlineData(null, -100.0)]
    public void One_asked_end_beyond_all_data_still_gives_a_range(double? from, double? to)
    {
        var range = AxisRange.Of(Linear with { From = from, To = to }, Over(Linear, 1, 2, 3), 0.05)!;
        Assert.True(range.Low < range.High);
        Assert.Equal(from ?? range.Low, range.Low);
        Assert.Equal(to ?? range.High, range.High);
    }
}
