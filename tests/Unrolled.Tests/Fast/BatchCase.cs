using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Unrolled.Tests.Fast;

/// <summary>A random batch for a random network, and what the reference says of it, one sequence at a time.</summary>
internal sealed class BatchCase
{
    private readonly MersenneTwister _rng;

    public BatchCase(int seed, int n_x, int n_h, int n_q, int T, int count, string steps = "mean", Loss? ℓ = null)
    {
        _rng = new MersenneTwister(seed);
        (this.n_x, this.n_h, this.n_q, this.ℓ) = (n_x, n_h, n_q, ℓ ?? Loss.SquaredError);
        Sequence[] x = [.. Enumerable.Range(0, count).Select(_ => Sequence(T, () => Vector(n_x)))];
        Sequence[] y = [.. Enumerable.Range(0, count).Select(_ => Sequence(T, Target))];
        Dataset = steps switch
        {
            "mean" => SequenceDataset.Mean(x, y),
            "sum" => SequenceDataset.Sum(x, y),
            "last" => SequenceDataset.Last(x, [.. y.Select(y => y[T])]),
            _ => new SequenceDataset(x, y, Vector(T).Map(w => w > 0 ? w : 0)),
        };
    }

    public int n_x { get; }

    public int n_h { get; }

    public int n_q { get; }

    public Loss ℓ { get; }

    public SequenceDataset Dataset { get; }

    public RnnParameters Rnn => Fill(RnnParameters.Create(n_x, n_h, n_q, Initialise.Zero, _rng));

    public LstmParameters Lstm => Fill(LstmParameters.Create(n_x, n_h, n_q, Initialise.Zero, _rng));

    public GruParameters Gru => Fill(GruParameters.Create(n_x, n_h, n_q, Initialise.Zero, _rng));

    /// <summary>The means over the examples of what the reference computes for each.</summary>
    public static (double L, T dL_dθ) Mean<T>(IEnumerable<(double L, T dL_dθ)> each) where T : IParameters<T>
    {
        var all = each.ToList();
        return (all.Average(e => e.L), all.Select(e => e.dL_dθ).Aggregate((sum, g) => sum.Zip(g, (a, b) => a + b)).Map(g => g / all.Count));
    }

    public (double L, RnnParameters dL_dθ) Reference(RnnParameters p, Activation? φ_h = null, OutputActivation? φ_o = null) =>
        Mean(Dataset.All.Select(k =>
        {
            var trace = Unrolled.Rnn.Forward(p, Dataset.x(k), φ_h, φ_o);
            return (Dataset.Loss(k, ℓ).Of(trace.Output), Unrolled.Rnn.Backward(trace, Dataset.Loss(k, ℓ)).dL_dθ);
        }));

    public (double L, LstmParameters dL_dθ) Reference(LstmParameters p) => Mean(Dataset.All.Select(k =>
    {
        var trace = Unrolled.Lstm.Forward(p, Dataset.x(k));
        return (Dataset.Loss(k, ℓ).Of(trace.Output), Unrolled.Lstm.Backward(trace, Dataset.Loss(k, ℓ)).dL_dθ);
    }));

    public (double L, GruParameters dL_dθ) Reference(GruParameters p) => Mean(Dataset.All.Select(k =>
    {
        var trace = Unrolled.Gru.Forward(p, Dataset.x(k));
        return (Dataset.Loss(k, ℓ).Of(trace.Output), Unrolled.Gru.Backward(trace, Dataset.Loss(k, ℓ)).dL_dθ);
    }));

    private T Fill<T>(T shapes) where T : IParameters<T> => shapes.WithVector(Vector(shapes.ToVector().Count) / Math.Sqrt(n_h));

    private static Sequence Sequence(int T, Func<Vector<double>> next) => new(Enumerable.Range(0, T).Select(_ => next()));

    private Vector<double> Vector(int size) => Vector<double>.Build.Dense(size, _ => Normal.Sample(_rng, 0, 1));

    private Vector<double> Target() =>
        ℓ == Loss.SquaredError ? Vector(n_q)
        : ℓ == Loss.BinaryCrossEntropy ? Activation.Sigmoid.Apply(Vector(n_q))
        : Softmax.Instance.Apply(Vector(n_q));
}
