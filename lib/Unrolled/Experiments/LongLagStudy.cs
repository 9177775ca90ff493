using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Unrolled.Experiments;

/// <summary>
/// How long a lag can RNN, GRU and LSTM learn? The experiment of chapter 06: the same weights' distribution, learning rate, clipping and
/// number of updates for all, new sequences at every update, and a stop when the task is solved.
/// </summary>
public static class LongLagStudy
{
    /// <summary>Hidden units of every cell.</summary>
    public const int n_h = 16;

    /// <summary>New sequences at every update.</summary>
    public const int BatchSize = 32;

    /// <summary>Learning rate of Adam.</summary>
    public const double λ = 0.01;

    /// <summary>Clipping by norm.</summary>
    public const double τ = 1;

    /// <summary>A run that has not solved its task by then is given up.</summary>
    public const int MostUpdates = 3000;

    /// <summary>How many updates lie between two looks at the test sequences.</summary>
    public const int TestEvery = 100;

    /// <summary>The number of test sequences.</summary>
    public const int TestCount = 500;

    /// <summary>The bias that keeps σ(3) = 0.95 of the memory.</summary>
    public const double OpenBias = 3;

    /// <summary>The lengths of the committed results.</summary>
    public static IReadOnlyList<int> Lengths { get; } = [10, 20, 40, 80, 160];

    /// <summary>The seeds of the committed results.</summary>
    public static IReadOnlyList<int> Seeds { get; } = [1, 2, 3, 4, 5];

    /// <summary>Every run of the committed results.</summary>
    public static IReadOnlyList<LongLagRun> All { get; } =
    [
        .. from task in Enum.GetValues<LongLagTask>()
           from cell in Enum.GetValues<LongLagCell>()
           from T in Lengths
           from seed in Seeds
           select new LongLagRun(task, cell, T, seed),
    ];

    /// <summary>Trains one network, on one thread.</summary>
    /// <param name="run">What to train.</param>
    /// <param name="mostUpdates">When to give up.</param>
    public static LongLagResult Train(LongLagRun run, int mostUpdates = MostUpdates)
    {
        var rng = new MersenneTwister(run.Seed);
        var (n_x, n_q) = run.Task == LongLagTask.AddingProblem ? (2, 1) : (8, 4);
        var open = Vector<double>.Build.Dense(n_h, OpenBias);
        return run.Cell switch
        {
            LongLagCell.Rnn => Train(run, RnnParameters.Create(n_x, n_h, n_q, Initialise.Xavier, rng), rng, mostUpdates),
            LongLagCell.Gru => Train(run, NewGru(), rng, mostUpdates),
            LongLagCell.GruOpen => Train(run, NewGru() with { b_z = -open }, rng, mostUpdates),
            LongLagCell.Lstm => Train(run, NewLstm(), rng, mostUpdates),
            LongLagCell.LstmOpen => Train(run, NewLstm() with { b_f = open }, rng, mostUpdates),
            _ => throw new ArgumentOutOfRangeException(nameof(run), $"Cell must be one of {nameof(LongLagCell)}, got {run.Cell}."),
        };

        GruParameters NewGru() => GruParameters.Create(n_x, n_h, n_q, Initialise.Xavier, rng);
        LstmParameters NewLstm() => LstmParameters.Create(n_x, n_h, n_q, Initialise.Xavier, rng);
    }

    /// <summary>New sequences of the task.</summary>
    public static SequenceTask Sequences(LongLagTask task, int count, int T, Random rng) => task == LongLagTask.AddingProblem
        ? AddingProblem.Generate(count, T, rng)
        : TemporalOrder.Generate(count, T, rng);

    private static LongLagResult Train<P>(LongLagRun run, P p, Random rng, int mostUpdates) where P : IParameters<P>
    {
        // Seeds above those of the runs: no run trains on its test sequences.
        var test = Sequences(run.Task, TestCount, run.T, new MersenneTwister(run.Seed + 1_000_000));
        var network = new BatchedNetwork<P>(p, φ_o: test.φ_o, ℓ: test.ℓ, threads: 1);
        var (testExamples, updates, clipping) = (test.Dataset(), new Adam(λ).Start(), Clipping.ByNorm(τ));
        while (updates.Count < mostUpdates)
        {
            var batch = Sequences(run.Task, BatchSize, run.T, rng);
            var (_, dL_dθ) = network.Gradient(p, batch.Dataset());
            p = updates.Apply(p, clipping.Apply(dL_dθ).dL_dθ);
            if (updates.Count % TestEvery == 0 && IsSolved(run.Task, network.Outputs(p, testExamples), test))
                return new(run, updates.Count);
        }

        return new(run, SolvedAfter: null);
    }

    private static bool IsSolved(LongLagTask task, IReadOnlyList<Sequence> o, SequenceTask test)
    {
        var pairs = o.Zip(test.y, (o, y) => (o: o[test.T], y: y[test.T]));
        return task == LongLagTask.AddingProblem
            ? pairs.Average(e => test.ℓ.Value(e.o, e.y)) < 0.01
            : pairs.Average(e => e.o.MaximumIndex() == e.y.MaximumIndex() ? 1.0 : 0.0) >= 0.95;
    }
}
