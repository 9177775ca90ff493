using MathNet.Numerics.LinearAlgebra;

namespace Unrolled.Tests.Cells;

public class SequenceTests
{
    [Fact]
    public void Inputs_are_indexed_from_1_to_T()
    {
        var x = Sequence.OfNumbers([10, 20, 30]);
        Assert.Equal((1, 3), (x.First, x.T));
        Assert.Equal(10, x[1][0]);
        Assert.Equal(30, x[3][0]);
    }

    [Fact]
    public void A_symbol_becomes_a_vector_with_a_single_one()
    {
        var x = Sequence.OneHot([2, 0, 2], size: 4);
        Assert.Equal(3, x.T);
        Assert.Equal([0, 0, 1, 0], x[1]);
        Assert.Equal([1, 0, 0, 0], x[2]);
        Assert.Equal(x[1], x[3]);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    public void A_symbol_that_does_not_exist_is_refused(int symbol)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Sequence.OneHot([0, symbol], size: 4));
        Assert.StartsWith($"A symbol must be in 0..3, got {symbol}.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void A_step_that_does_not_exist_is_refused(int t)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Sequence.OfNumbers([10, 20, 30])[t]);
        Assert.StartsWith($"Step t must be in 1..3, got {t}.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_slice_is_renumbered_from_1()
    {
        var h = new Sequence(Sequence.OfNumbers([0, 10, 20, 30]), first: 0);
        var slice = h.Slice(1, 2);
        Assert.Equal((1, 2), (slice.First, slice.T));
        Assert.Equal([10, 20], slice.Select(v => v[0]));
    }

    [Fact]
    public void Later_changes_of_the_list_do_not_reach_the_sequence()
    {
        Vector<double>[] list = [Vector<double>.Build.Dense(1, 1)];
        var x = new Sequence(list);
        list[0] = Vector<double>.Build.Dense(1, 2);
        Assert.Equal(1, x[1][0]);
    }
}
