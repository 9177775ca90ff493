using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Unrolled.Tests.Gradients;

/// <summary>A random network with a random sequence: what the property tests vary. Size 1 and T = 1 are among the cases.</summary>
public sealed record RandomCase(int Seed, int n_x, int n_h, int n_q, int T, Activation φ_h, OutputActivation φ_o, Loss ℓ, string Steps)
{
    private static readonly (OutputActivation, Loss)[] Outputs =
    [
        (Activation.Identity, Loss.SquaredError), (Activation.Sigmoid, Loss.SquaredError), (Softmax.Instance, Loss.SquaredError),
        (Activation.Sigmoid, Loss.BinaryCrossEntropy), (Softmax.Instance, Loss.CategoricalCrossEntropy),
        (Activation.Sigmoid, Loss.CategoricalCrossEntropy),
    ];

    private static readonly Activation[] Hidden = [Activation.Tanh, Activation.Sigmoid, Activation.ReLU, Activation.Identity];

    private static readonly Gen<RandomCase> All =
        from seed in Gen.Choose(0, 1_000_000)
        from n_x in Gen.Choose(1, 4)
        from n_h in Gen.Choose(1, 5)
        from n_q in Gen.Choose(1, 3)
        from T in Gen.Choose(1, 6)
        from φ_h in Gen.Elements(Hidden)
        from output in Gen.Elements(Outputs)
        from steps in Gen.Elements("mean", "last", "any")
        select new RandomCase(seed, n_x, n_h, n_q, T, φ_h, output.Item1, output.Item2, steps);

    /// <summary>Runs the property on 60 cases, always the same ones, that satisfy the condition.</summary>
    public static void ForAll(Action<RandomCase> property, Func<RandomCase, bool>? condition = null) =>
        FsCheck.Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(new Replay(new Rnd(2024, 7), null)),
            Prop.ForAll(All.Where(condition ?? (_ => true)).ToArbitrary(), property));

    public Sequence x => Draw(1, rng => new Sequence(Enumerable.Range(0, T).Select(_ => Vector(rng, n_x))));

    public SequenceLoss L => Draw(2, rng => Steps switch
    {
        "mean" => SequenceLoss.Mean(ℓ, Targets(rng)),
        "last" => SequenceLoss.Last(ℓ, T, Target(rng)),
        _ => new SequenceLoss(ℓ, Targets(rng), Vector(rng, T)),
    });

    public Vector<double> State(int size, int which = 0) => Draw(3 + which, rng => Vector(rng, size));

    /// <summary>Parameters of the given shapes, biases random too.</summary>
    public T Fill<T>(T shapes) where T : IParameters<T> => Draw(20, rng => shapes.WithVector(Vector(rng, shapes.ToVector().Count)));

    private Sequence Targets(MersenneTwister rng) => new(Enumerable.Range(0, T).Select(_ => Target(rng)));

    private Vector<double> Target(MersenneTwister rng) => ℓ == Loss.SquaredError
        ? Vector(rng, n_q)
        : ℓ == Loss.BinaryCrossEntropy
            ? Activation.Sigmoid.Apply(Vector(rng, n_q))
            : Softmax.Instance.Apply(Vector(rng, n_q));

    private static Vector<double> Vector(MersenneTwister rng, int size) =>
        Vector<double>.Build.Dense(size, _ => Normal.Sample(rng, 0, 0.7));

    private T Draw<T>(int what, Func<MersenneTwister, T> draw) => draw(new MersenneTwister(Seed * 32 + what));
}
