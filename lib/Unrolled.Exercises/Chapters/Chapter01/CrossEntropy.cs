using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Unrolled.Exercises;

public static partial class Chapter01
{
    /// <summary>The categorical cross-entropy ℓ = −Σ_j y_j log o_j, with the natural logarithm.</summary>
    /// <param name="o">The output: probabilities above 0 that sum to 1.</param>
    /// <param name="y">The target: probabilities that sum to 1.</param>
    public delegate double CrossEntropyFunction(Vector<double> o, Vector<double> y);

    /// <summary>1.6: the cross-entropy of one output.</summary>
    public static ValueExercise<CrossEntropyFunction> CrossEntropy { get; } = new("1.6", "Cross-entropy")
    {
        Matters = "This is the loss of every classifier in the course; with softmax its gradient becomes o − y (chapter 03).",
        Next = "exercise 1.7 sorts tasks by the way they use a network.",
        Cases = random => [OneHotCase(3, random), OneHotCase(2, random), SharesCase(4, random)],
        Reference = (o, y) => -y.DotProduct(o.PointwiseLog()),
        Misconceptions =
        [
            new("log2", "You took the logarithm to base 2. The course uses the natural logarithm, `Math.Log`.", "1.5",
                (o, y) => -y.DotProduct(o.Map(Math.Log2))),
            new("not negated", "Your loss is negative: the logarithm of a probability is, so the sum needs a minus sign.", "1.5",
                (o, y) => y.DotProduct(o.PointwiseLog())),
            new("binary", "You added terms for 1 − y: that is the binary cross-entropy, for outputs that are each a yes or no of their own.", "1.5",
                (o, y) => -y.DotProduct(o.PointwiseLog()) - (1 - y).DotProduct((1 - o).PointwiseLog())),
            new("mean over classes", "You divided by the number of classes: the loss is a sum over them.", "1.5",
                (o, y) => -y.DotProduct(o.PointwiseLog()) / o.Count),
            new("the most likely class", "You took the probability of the most likely class. What counts is the class that is right.", "1.5",
                (o, y) => -Math.Log(o.Maximum())),
        ],
        Hints =
        [
            "With a one-hot target a single term is left: the one of the right class.",
            "Take the logarithm of every entry of o (`o.PointwiseLog()`), weight it with y and add up. Mind the sign.",
            "A weighted sum of two vectors is `y.DotProduct(…)`.",
        ],
    };

    private static TestCase OneHotCase(int n_q, MersenneTwister random)
    {
        var o = Probabilities(n_q, random);
        return TestCase.Of(Invariant($"{n_q} classes, one of them right"), o, Sequence.OneHot(o.MinimumIndex(), n_q));
    }

    private static TestCase SharesCase(int n_q, MersenneTwister random) => TestCase.Of(
        Invariant($"{n_q} classes, shares as target"), Probabilities(n_q, random), Probabilities(n_q, random));

    // Entries differ by at least 0.2 / n_q before they are scaled, so that the least and the most likely class are not mixed up.
    private static Vector<double> Probabilities(int n_q, MersenneTwister random)
    {
        var p = Vector<double>.Build.Dense(n_q, i => (i + 0.1 + 0.8 * random.NextDouble()) / n_q);
        return p / p.Sum();
    }
}
