using Unrolled.Data;

namespace Unrolled.Tests.Data;

public sealed class SlidingWindowsTests
{
    [Fact]
    public void Each_window_is_followed_by_its_target()
    {
        var windows = SlidingWindows.Of([1, 2, 3, 4, 5], 3);

        Assert.Equal(2, windows.Count);
        Assert.Equal([1, 2, 3], windows.Inputs[0]);
        Assert.Equal([2, 3, 4], windows.Inputs[1]);
        Assert.Equal([4, 5], windows.Targets);
    }

    [Fact]
    public void N_values_give_N_minus_length_windows_and_no_target_stands_in_its_input()
    {
        for (var n = 2; n <= 30; n++)
        {
            double[] series = [.. Enumerable.Range(0, n).Select(t => (double)t)];
            for (var length = 1; length < n; length++)
            {
                var windows = SlidingWindows.Of(series, length);
                Assert.Equal(n - length, windows.Count);
                Assert.Equal(n - length, windows.Targets.Count);
                for (var k = 0; k < windows.Count; k++)
                {
                    Assert.Equal(series[k..(k + length)], windows.Inputs[k]);
                    Assert.Equal(k + length, windows.Targets[k]);
                }
            }
        }
    }

    [Fact]
    public void The_course_s_split_gives_780_windows_to_train_on_and_200_targets_to_test()
    {
        var (train, test) = PriceCsv.Load(DataFolder.File("prices-structured.csv")).Split(PriceSimulation.TrainDays);

        var training = SlidingWindows.Of(train.Close, 20);
        var testing = SlidingWindows.Of(test.Close, 20, past: train.Close);

        Assert.Equal(780, training.Count);
        Assert.Equal(test.Close, testing.Targets);
        Assert.Equal(train.Close.TakeLast(20), testing.Inputs[0]);
        Assert.Equal(test.Close.Take(20), testing.Inputs[20]);
    }

    [Fact]
    public void Changing_the_source_later_changes_no_window()
    {
        double[] source = [1, 2, 3];
        var windows = SlidingWindows.Of(source, 2);
        source[0] = 99;
        Assert.Equal([1, 2], windows.Inputs[0]);
    }

    [Theory]
    [InlineData(0, "length of at least 1, got 0")]
    [InlineData(-2, "length of at least 1, got -2")]
    [InlineData(3, "Windows of length 3 need at least 4 values (the input and its target), got 3")]
    [InlineData(20, "Windows of length 20 need at least 21 values (the input and its target), got 3")]
    public void A_length_that_fits_no_window_is_refused_with_the_numbers(int length, string expected)
    {
        var error = Assert.ThrowsAny<ArgumentException>(() => SlidingWindows.Of([1, 2, 3], length));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_series_is_refused_with_the_numbers()
    {
        var error = Assert.Throws<ArgumentException>(() => SlidingWindows.Of([], 1));
        Assert.Contains("need at least 2 values (the input and its target), got 0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_little_past_is_refused_with_the_numbers()
    {
        var error = Assert.Throws<ArgumentException>(() => SlidingWindows.Of([1, 2, 3], 20, past: [1, 2]));
        Assert.Contains("length 20 needs 20 past values, got 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_is_not_a_number_is_refused_with_its_place()
    {
        var error = Assert.Throws<ArgumentException>(() => SlidingWindows.Of([1, 2, double.NaN], 1));
        Assert.Contains("series must be finite, got NaN at entry 2", error.Message, StringComparison.Ordinal);
    }
}
