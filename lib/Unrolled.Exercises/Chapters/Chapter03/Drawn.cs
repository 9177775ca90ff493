using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Unrolled.Exercises;

/// <summary>The exercises of chapter 03, per-parameter gradients.</summary>
public static partial class Chapter03
{
    /// <summary>A random network after its forward and backward pass: what the exercises take their arguments from.</summary>
    private sealed record Drawn(string Label, RnnTrace Trace, Sequence y, SequenceLoss L, RnnGradients g)
    {
        public RnnParameters p => Trace.p;

        public Sequence x => Trace.x;

        public Sequence h => Trace.h;

        public Sequence o => Trace.o;

        /// <summary>∂L/∂h_1..∂L/∂h_T.</summary>
        public Sequence dL_dh => g.dL_dh.Slice(1, Trace.T);
    }

    /// <summary>
    /// Networks of several shapes, sigmoid at the output: mean losses, and many-to-one at the end. Weights large enough for a φ′ far from 1,
    /// a state h_0 and biases that are not zero, and a case with all sizes equal, in which a transposed matrix shows as a value.
    /// </summary>
    private static IReadOnlyList<TestCase> Networks(MersenneTwister random, Func<Drawn, object?[]> arguments)
    {
        Drawn[] drawn =
        [
            Draw(n_x: 3, n_h: 4, n_q: 2, T: 5, manyToOne: false, random),
            Draw(n_x: 2, n_h: 3, n_q: 4, T: 3, manyToOne: false, random),
            Draw(n_x: 3, n_h: 3, n_q: 3, T: 4, manyToOne: false, random),
            Draw(n_x: 2, n_h: 4, n_q: 3, T: 4, manyToOne: true, random),
        ];
        return [.. drawn.Select(d => new TestCase(d.Label, arguments(d)))];
    }

    private static Drawn Draw(int n_x, int n_h, int n_q, int T, bool manyToOne, MersenneTwister random)
    {
        var p = RnnParameters.Gaussian(n_x, n_h, n_q, s: 0.8, random) with { b_h = Vector(n_h, random), b_q = Vector(n_q, random) };
        var trace = Rnn.Forward(p, Sequence(n_x, T, random), Activation.Tanh, Activation.Sigmoid, h_0: Vector(n_h, random));
        var y = Sequence(n_q, T, random);
        var L = manyToOne ? SequenceLoss.Last(Loss.SquaredError, T, y[T]) : SequenceLoss.Mean(Loss.SquaredError, y);
        var label = Invariant($"{(manyToOne ? "many-to-one" : "mean loss")}, n_x = {n_x}, n_h = {n_h}, n_q = {n_q}, T = {T}");
        return new(label, trace, y, L, Rnn.Backward(trace, L));
    }

    private static Sequence Sequence(int n, int T, MersenneTwister random) => new(Enumerable.Range(1, T).Select(_ => Vector(n, random)));

    // Between ±0.3 and ±1: away from zero, so that nothing that is left out goes unnoticed.
    private static Vector<double> Vector(int n, MersenneTwister random) =>
        Vector<double>.Build.Dense(n, _ => (0.3 + 0.7 * random.NextDouble()) * (random.Next(2) == 0 ? 1 : -1));

    private static IEnumerable<int> Steps(int T) => Enumerable.Range(1, T);

    private static Vector<double> Sum(IEnumerable<Vector<double>> terms) => terms.Aggregate((sum, term) => sum + term);

    private static Matrix<double> Sum(IEnumerable<Matrix<double>> terms) => terms.Aggregate((sum, term) => sum + term);

    /// <summary>φ′ of tanh, given its value.</summary>
    private static Vector<double> Slope(Vector<double> h) => 1 - h.PointwisePower(2);

    private static Vector<double> Times(Vector<double> u, Vector<double> v) => u.PointwiseMultiply(v);
}
