using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Unrolled;

/// <summary>
/// Trains an RNN, an LSTM or a GRU on the fast path: per update the mean gradient of a batch, clipped, then given to the optimiser.
/// </summary>
public static class Trainer
{
    /// <summary>Trains from given parameters.</summary>
    /// <param name="p">Where to start; not changed.</param>
    /// <param name="examples">What to learn.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Is told of every epoch.</param>
    /// <param name="cancellation">Ends the run after the update under way; the run keeps what it has.</param>
    /// <exception cref="ArgumentException">Sizes do not fit, a parameter is not finite, or an option has no meaning.</exception>
    public static TrainingRun<T> Train<T>(
        T p, SequenceDataset examples, TrainingOptions options,
        IProgress<TrainingEpoch>? progress = null, CancellationToken cancellation = default)
        where T : IParameters<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(options.Epochs);
        var batchSize = options.BatchSize ?? examples.Count;
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        Check.Finite(p);
        var network = new BatchedNetwork<T>(p, options.φ_h, options.φ_o, options.ℓ, options.Threads);
        var (θ, g, optimiser) = (p.ToVector().AsArray(), new double[network.Count], options.Optimiser.Start());
        var (order, rng) = ((int[])examples.All.Clone(), new MersenneTwister(options.Seed));
        var updatesPerEpoch = (examples.Count + batchSize - 1) / batchSize;
        var updates = new List<TrainingUpdate>(Capacity((long)options.Epochs * updatesPerEpoch));
        var epochs = new List<TrainingEpoch>(Capacity(options.Epochs));
        using var log = options.LogFile is { } file ? new TrainingLog(file, typeof(T).Name, examples, options) : null;

        var end = TrainingEnd.Finished;
        while (epochs.Count < options.Epochs && end == TrainingEnd.Finished)
        {
            if (batchSize < examples.Count)
                Shuffle(order, rng);
            var first = updates.Count;
            for (var from = 0; from < order.Length && end == TrainingEnd.Finished; from += batchSize)
            {
                if (cancellation.IsCancellationRequested)
                    return Run(TrainingEnd.Cancelled);
                var batch = order.AsMemory(from, Math.Min(batchSize, order.Length - from));
                var L = network.Gradient(θ, examples, batch, g, options.K);
                var norm = options.Clipping.Apply(g);
                updates.Add(new(epochs.Count + 1, L, norm));
                if (double.IsFinite(L) && double.IsFinite(norm.Before))
                    optimiser.Apply(θ, g);
                else
                    end = TrainingEnd.Diverged;
            }

            epochs.Add(Epoch(updates, first, epochs.Count + 1));
            log?.Write(epochs[^1]);
            progress?.Report(epochs[^1]);
        }

        return Run(end);

        TrainingRun<T> Run(TrainingEnd end) => new(p.WithVector(Vector<double>.Build.Dense(θ)), end, updates, epochs);
    }

    // Room for all, so that no epoch allocates; a run that is meant to be cancelled may ask for a billion epochs.
    private static int Capacity(long count) => (int)Math.Min(count, 1 << 20);

    private static TrainingEpoch Epoch(List<TrainingUpdate> updates, int first, int number)
    {
        double L = 0;
        var norm = default(ClippedNorm);
        for (var i = first; i < updates.Count; i++)
        {
            L += updates[i].L / (updates.Count - first);
            norm = new(Math.Max(norm.Before, updates[i].Norm.Before), Math.Max(norm.After, updates[i].Norm.After));
        }

        return new(number, L, norm);
    }

    // Fisher and Yates. MathNet's Next(int) would allocate.
    private static void Shuffle(int[] order, MersenneTwister rng)
    {
        for (var i = order.Length - 1; i > 0; i--)
        {
            var j = (int)(rng.NextDouble() * (i + 1));
            (order[i], order[j]) = (order[j], order[i]);
        }
    }
}
