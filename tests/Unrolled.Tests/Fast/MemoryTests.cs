using MathNet.Numerics.LinearAlgebra;

namespace Unrolled.Tests.Fast;

public class MemoryTests
{
    [Fact]
    public void After_the_first_call_nothing_is_allocated()
    {
        var c = new BatchCase(seed: 1, n_x: 2, n_h: 7, n_q: 2, T: 5, count: 100);
        Assert.Equal(0, Allocated(c.Rnn, c));
        Assert.Equal(0, Allocated(c.Lstm, c));
        Assert.Equal(0, Allocated(c.Gru, c));
    }

    [Fact]
    public void Truncated_to_K_steps_100000_steps_need_the_memory_of_1000()
    {
        long AllocatedFor(int T)
        {
            var x = new Sequence(Enumerable.Range(1, T).Select(t => Vector<double>.Build.Dense(1, Math.Sin(t))));
            var examples = SequenceDataset.Mean([x], [x]);
            var p = new BatchCase(seed: 1, n_x: 1, n_h: 4, n_q: 1, T: 1, count: 1).Lstm;
            var (θ, dL_dθ) = (p.ToVector().ToArray(), new double[p.ToVector().Count]);
            var before = GC.GetAllocatedBytesForCurrentThread();
            new BatchedNetwork<LstmParameters>(p, threads: 1).Gradient(θ, examples, examples.All, dL_dθ, K: 100);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.InRange(Least(() => AllocatedFor(100_000)), 0, 1.1 * Least(() => AllocatedFor(1000)));
    }

    private static long Allocated<T>(T p, BatchCase c) where T : IParameters<T>
    {
        var network = new BatchedNetwork<T>(p, threads: 1);
        var (θ, dL_dθ) = (p.ToVector().ToArray(), new double[network.Count]);
        network.Gradient(θ, c.Dataset, c.Dataset.All, dL_dθ);
        return Least(() =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var epoch = 0; epoch < 10; epoch++)
                network.Gradient(θ, c.Dataset, c.Dataset.All, dL_dθ);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });
    }

    // The runtime now and then allocates for itself, which only adds: the least of several runs is the code's own.
    private static long Least(Func<long> allocated) => Enumerable.Range(0, 3).Min(_ => allocated());
}
