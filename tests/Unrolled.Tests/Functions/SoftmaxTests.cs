using MathNet.Numerics.LinearAlgebra;

namespace Unrolled.Tests.Functions;

public class SoftmaxTests
{
    private static readonly Vector<double> Scores = Vector<double>.Build.Dense([1, 2, 3]);

    [Fact]
    public void Values_are_the_textbook_ones() => Near.Equal("softmax",
        Vector<double>.Build.Dense([0.09003057317038046, 0.24472847105479764, 0.6652409557748218]), Softmax.Instance.Apply(Scores), 1e-15);

    [Fact]
    public void A_constant_added_to_all_scores_changes_nothing() =>
        Near.Equal("softmax", Softmax.Instance.Apply(Scores), Softmax.Instance.Apply(Scores + 1000), 1e-13);

    [Theory]
    [InlineData(1000)]
    [InlineData(-1000)]
    public void Scores_near_1000_neither_overflow_nor_vanish(double score)
    {
        var o = Softmax.Instance.Apply(Vector<double>.Build.Dense([score, score, 0]));
        Assert.True(o.ForAll(double.IsFinite));
        Assert.Equal(1, o.Sum(), 15);
    }

    [Fact]
    public void Log_softmax_is_the_logarithm_and_stays_finite_where_softmax_is_0()
    {
        Near.Equal("log", Softmax.Instance.Apply(Scores).PointwiseLog(), Softmax.Log(Scores), 1e-15);
        Assert.Equal([0, -2000], Softmax.Log(Vector<double>.Build.Dense([1000, -1000])));
    }

    [Fact]
    public void The_Jacobian_is_the_central_difference()
    {
        var J = Softmax.Jacobian(Softmax.Instance.Apply(Scores));
        for (var i = 0; i < 3; i++)
            Near.Equal("row", CentralDifferences.Of(z => Softmax.Instance.Apply(z)[i], Scores), J.Row(i), 1e-9);
    }
}
