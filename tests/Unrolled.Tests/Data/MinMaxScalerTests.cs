using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;
using Unrolled.Data;

namespace Unrolled.Tests.Data;

public sealed class MinMaxScalerTests
{
    [Fact]
    public void Training_values_map_to_0_to_1_and_later_values_may_fall_outside()
    {
        var scaler = MinMaxScaler.Fit([20, 10, 30]);

        Assert.Equal([0.5, 0, 1], scaler.Transform([20.0, 10, 30]));
        Assert.Equal(1.5, scaler.Transform(40));
        Assert.Equal(-0.5, scaler.Transform(0));
        Assert.Equal((10, 30), (scaler.Min, scaler.Max));
    }

    [Fact]
    public void Inverse_brings_every_value_back()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var random = new MersenneTwister(seed);
            var scale = Math.Pow(10, random.Next(-6, 7));
            double[] train = [.. Enumerable.Range(0, random.Next(2, 50)).Select(_ => scale * (random.NextDouble() - 0.3))];
            double[] later = [.. train.Select(value => 3 * value - scale)];
            var scaler = MinMaxScaler.Fit(train);

            Assert.Equal((0, 1), (scaler.Transform(train).Min(), scaler.Transform(train).Max()));
            Assert.All(later.Zip(scaler.Inverse(scaler.Transform(later))), pair => Assert.Equal(pair.First, pair.Second, 1e-12 * scale));
        }
    }

    [Fact]
    public void Vectors_scale_like_arrays()
    {
        var scaler = MinMaxScaler.Fit([20, 10, 30]);
        var prices = Vector<double>.Build.Dense([10.0, 25]);

        Assert.Equal(scaler.Transform(prices.ToArray()), scaler.Transform(prices).ToArray());
        Assert.Equal(prices, scaler.Inverse(scaler.Transform(prices)));
    }

    [Fact]
    public void Values_that_are_all_equal_are_refused_with_their_value() =>
        Refused([7.5, 7.5, 7.5], "at least two different training values, got 3 times 7.5");

    [Fact]
    public void No_values_are_refused() => Refused([], "at least two different training values, got none");

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_value_that_is_not_a_number_is_refused_with_its_place(double bad) =>
        Refused([1, bad, 3], FormattableString.Invariant($"train must be finite, got {bad} at entry 1"));

    static void Refused(double[] train, string expected)
    {
        string Message() => Assert.Throws<ArgumentException>(() => MinMaxScaler.Fit(train)).Message;

        Assert.Contains(expected, Message(), StringComparison.Ordinal);
        Assert.All(["vi-VN", "de-DE"], culture => Assert.Equal(Message(), Cultures.Under(culture, Message)));
    }
}
