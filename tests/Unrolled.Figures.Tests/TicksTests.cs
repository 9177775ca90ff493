using FsCheck;
using FsCheck.Fluent;

namespace Unrolled.Figures.Tests;

public sealed class TicksTests
{
    private static IEnumerable<string> Labels(double low, double high, int most = 6) =>
        Ticks.Linear(low, high, most).All.Select(tick => tick.Label);

    private static IEnumerable<string> LogLabels(double low, double high, int most = 8) =>
        LogTicks.For(low, high, most).All.Select(tick => tick.Label).Where(label => label.Length > 0);

    [Fact]
    public void Ticks_are_multiples_of_one_two_or_five() => Assert.Equal(["0", "0.2", "0.4", "0.6", "0.8", "1.0"], Labels(0, 1));

    [Fact]
    public void Labels_share_their_decimals() => Assert.Equal(["−0.10", "−0.05", "0", "0.05", "0.10"], Labels(-0.11, 0.12));

    [Fact]
    public void Large_and_small_numbers_share_a_power_of_ten()
    {
        Assert.Equal(["0", "0.5×10^{7}", "1.0×10^{7}"], Labels(0, 1.2e7, 4));
        Assert.Equal(["2×10^{-7}", "4×10^{-7}", "6×10^{-7}"], Labels(1.2e-7, 6.6e-7, 4));
    }

    [Fact]
    public void Digits_that_all_values_share_move_to_the_axis()
    {
        var ticks = Ticks.Linear(100.00000012, 100.00000018, 4);
        Assert.Equal(["1.2×10^{-7}", "1.4×10^{-7}", "1.6×10^{-7}", "1.8×10^{-7}"], ticks.All.Select(tick => tick.Label));
        Assert.Equal("100", ticks.Offset);
    }

    [Fact]
    public void Steps_of_a_sequence_get_no_half_steps() =>
        Assert.Equal(["1", "2", "3"], Ticks.Linear(1, 3, 8, whole: true).All.Select(tick => tick.Label));

    [Fact]
    public void A_log_axis_labels_powers_of_ten() =>
        Assert.Equal(["10^{-4}", "10^{-3}", "10^{-2}", "10^{-1}", "10^{0}"], LogLabels(5e-5, 2));

    [Fact]
    public void A_log_axis_within_everyday_numbers_is_labelled_plainly() =>
        Assert.Equal(["0.1", "0.2", "0.5", "1", "2", "5", "10"], LogLabels(0.1, 12));

    [Fact]
    public void A_log_axis_over_hundreds_of_decades_skips_most() =>
        Assert.Equal(["10^{-200}", "10^{-100}", "10^{0}", "10^{100}", "10^{200}"], LogLabels(1e-250, 1e250, 6));

    [Fact]
    public void A_log_axis_over_a_sliver_of_a_decade_is_labelled_linearly() =>
        Assert.Equal(["2.00", "2.05", "2.10"], LogLabels(1.99, 2.11, 4));

    [Fact]
    public void Any_range_has_ascending_ticks_inside_it_with_different_labels() =>
        Prop.ForAll(Ranges().ToArbitrary(), range =>
        {
            var ticks = Ticks.Linear(range.Low, range.High, range.Most).All;
            var slack = 1e-6 * (range.High - range.Low) + 4e-16 * Math.Abs(range.Low);
            return ticks.Length >= 1 && ticks.Length <= range.Most
                && ticks.All(tick => tick.Value >= range.Low - slack && tick.Value <= range.High + slack)
                && ticks.Zip(ticks.Skip(1)).All(pair => pair.First.Value < pair.Second.Value)
                && ticks.Select(tick => tick.Label).Distinct().Count() == ticks.Length;
        }).Hold();

    [Fact]
    public void Any_log_range_has_one_to_most_ascending_labels_inside_it() =>
        Prop.ForAll(LogRanges().ToArbitrary(), range =>
        {
            var ticks = LogTicks.For(range.Low, range.High, range.Most).All;
            var labelled = ticks.Where(tick => tick.Label.Length > 0).ToList();
            return labelled.Count >= 1 && labelled.Count <= range.Most
                && ticks.All(tick => tick.Value >= range.Low * (1 - 1e-6) && tick.Value <= range.High * (1 + 1e-6))
                && ticks.Zip(ticks.Skip(1)).All(pair => pair.First.Value < pair.Second.Value)
                && labelled.Select(tick => tick.Label).Distinct().Count() == labelled.Count;
        }).Hold();

    // Low ends of any size and sign, spans from a billionth of it to a billion times it.
    private static Gen<(double Low, double High, int Most)> Ranges() =>
        from mantissa in Gen.Choose(-1_000_000, 1_000_000)
        from exponent in Gen.Choose(-290, 280)
        from span in Gen.Choose(1, 999_999)
        from spanExponent in Gen.Choose(-9, 9)
        from most in Gen.Choose(2, 10)
        let low = mantissa * 1e-6 * Math.Pow(10, exponent)
        let size = span * 1e-6 * Math.Pow(10, exponent + spanExponent)
        where low + size > low && size > 1e-12 * Math.Abs(low)
        select (low, low + size, most);

    private static Gen<(double Low, double High, int Most)> LogRanges() =>
        from low in Gen.Choose(-300_000, 299_000)
        from decades in Gen.Choose(1, 600_000)
        from most in Gen.Choose(2, 10)
        let high = Math.Min(low / 1000.0 + decades / 1000.0, 300)
        select (Math.Pow(10, low / 1000.0), Math.Pow(10, high), most);
}
