using MathNet.Numerics.LinearAlgebra;

namespace Unrolled.Tests.Fast;

public class DeterminismTests
{
    [Theory]
    [InlineData(5)]
    [InlineData(33)]
    [InlineData(1100)] // more parts than groups
    public void The_number_of_threads_does_not_change_a_bit(int count)
    {
        var c = new BatchCase(seed: 1, n_x: 2, n_h: 6, n_q: 2, T: 3, count);
        var p = c.Lstm;
        var (L, dL_dθ) = new BatchedNetwork<LstmParameters>(p, threads: 1).Gradient(p, c.Dataset);
        foreach (var threads in new[] { 2, 3, 7 })
        {
            var network = new BatchedNetwork<LstmParameters>(p, threads: threads);
            for (var repetition = 0; repetition < 20; repetition++)
            {
                var again = network.Gradient(p, c.Dataset);
                Assert.Equal(L, again.L);
                Assert.Equal(dL_dθ.ToVector(), again.dL_dθ.ToVector());
            }
        }
    }

    [Fact]
    public void A_used_network_computes_what_a_new_one_computes()
    {
        var large = new BatchCase(seed: 1, n_x: 2, n_h: 5, n_q: 2, T: 6, count: 50);
        var small = new BatchCase(seed: 2, n_x: 2, n_h: 5, n_q: 2, T: 3, count: 3);
        var p = large.Gru;
        var used = new BatchedNetwork<GruParameters>(p);
        used.Outputs(p, large.Dataset);
        used.Gradient(p.Map(_ => double.NaN), large.Dataset); // no NaN may stay behind, not even in columns that only fill up a vector
        Assert.Equal(
            new BatchedNetwork<GruParameters>(p).Gradient(p, small.Dataset).dL_dθ.ToVector(),
            used.Gradient(p, small.Dataset).dL_dθ.ToVector());
    }

    [Fact]
    public void Some_of_the_examples_count_as_if_they_were_all()
    {
        var c = new BatchCase(seed: 1, n_x: 1, n_h: 3, n_q: 1, T: 3, count: 20);
        var p = c.Rnn;
        var network = new BatchedNetwork<RnnParameters>(p);
        int[] which = [17, 3, 3, 11];
        var g = new double[network.Count];
        var L = network.Gradient(p.ToVector().ToArray(), c.Dataset, which, g);

        var each = which.Select(k => c.Dataset.Loss(k, c.ℓ).Of(Rnn.Forward(p, c.Dataset.x(k)).Output));
        Near.Equal("L", each.Average(), L, Near.Golden);
        var expected = BatchCase.Mean(which.Select(k =>
            (0.0, Rnn.Backward(Rnn.Forward(p, c.Dataset.x(k)), c.Dataset.Loss(k, c.ℓ)).dL_dθ)));
        Near.Equal("dL_d", expected.dL_dθ.ToVector(), Vector<double>.Build.Dense(g), Near.Golden);
    }

    [Fact]
    public void Columns_that_only_fill_up_a_vector_do_not_overflow_on_their_own()
    {
        // h_t = 2 h_{t-1} + x_t + 1 stays at 0 for x_t = −1; for any other x it leaves the range of numbers long before T.
        static Matrix<double> Number(double value) => Matrix<double>.Build.Dense(1, 1, value);
        var (one, zero) = (Vector<double>.Build.Dense(1, 1.0), Vector<double>.Build.Dense(1));
        var p = new RnnParameters(Number(1), Number(2), one, Number(1), zero);
        var examples = SequenceDataset.Last([Sequence.OfNumbers(Enumerable.Repeat(-1.0, 1100))], [zero]);
        var (L, dL_dθ) = new BatchedNetwork<RnnParameters>(p, Activation.Identity).Gradient(p, examples);
        Assert.Equal(0, L);
        Assert.All(dL_dθ.ToVector(), g => Assert.Equal(0, g));
    }

    [Fact]
    public void NaN_in_one_parameter_shows_in_the_loss()
    {
        var c = new BatchCase(seed: 1, n_x: 1, n_h: 3, n_q: 1, T: 3, count: 20);
        var p = c.Rnn;
        p.W_hh[1, 2] = double.NaN;
        Assert.True(double.IsNaN(new BatchedNetwork<RnnParameters>(p).Loss(p, c.Dataset)));
    }
}
