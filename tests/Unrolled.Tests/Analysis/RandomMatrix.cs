using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Unrolled.Tests.Analysis;

/// <summary>A random square matrix: what the property tests of chapter 04 vary. n = 1 is among the cases.</summary>
public sealed record RandomMatrix(int Seed, int n, double Scale)
{
    private static readonly Gen<RandomMatrix> All =
        from seed in Gen.Choose(0, 1_000_000)
        from n in Gen.Choose(1, 7)
        from scale in Gen.Choose(1, 30)
        select new RandomMatrix(seed, n, scale / 10.0);

    /// <summary>Runs the property on 100 cases, always the same ones.</summary>
    public static void ForAll(Action<RandomMatrix> property) => FsCheck.Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(100).WithReplay(new Replay(new Rnd(2024, 7), null)),
        Prop.ForAll(All.ToArbitrary(), property));

    internal Matrix<double> W => Initialise.Gaussian(Scale / Math.Sqrt(n))(n, n, Rng);

    /// <summary>Normal but not symmetric: an orthogonal matrix, scaled.</summary>
    internal Matrix<double> Rotation => Scale * Initialise.Orthogonal(n, n, Rng);

    /// <summary>An invertible matrix that is far from singular.</summary>
    internal Matrix<double> Basis => Initialise.Orthogonal(n, n, Rng) + 0.3 * Matrix<double>.Build.DenseIdentity(n).UpperTriangle();

    internal MersenneTwister Rng => new(Seed);
}
