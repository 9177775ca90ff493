using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Unrolled.Exercises;

public static partial class Chapter03
{
    /// <summary>δz_t for softmax with cross-entropy.</summary>
    /// <param name="z_t">The scores, n_q.</param>
    /// <param name="y_t">The target probabilities, n_q, which sum to 1.</param>
    /// <param name="w_t">The weight of the step.</param>
    /// <returns>δz_t = ∂L/∂z_t, n_q.</returns>
    public delegate Vector<double> SoftmaxCrossEntropyFunction(Vector<double> z_t, Vector<double> y_t, double w_t);

    /// <summary>3.8: the shortcut, also where scores are large.</summary>
    public static ValueExercise<SoftmaxCrossEntropyFunction> SoftmaxCrossEntropy { get; } = new("3.8", "Softmax with cross-entropy")
    {
        Matters = "Most classifiers are trained through this one line, and it never divides by an output.",
        Next = "exercise 3.9 cuts the sequence.",
        Cases = random =>
        [
            ScoreCase("one-hot target, n_q = 3", random, 3, level: 0, oneHot: true),
            ScoreCase("one-hot target, n_q = 4", random, 4, level: -1, oneHot: true),
            ScoreCase("target with several probabilities, n_q = 4", random, 4, level: 0, oneHot: false),
            ScoreCase("scores near 1000, n_q = 3", random, 3, level: 1000, oneHot: true),
            TestCase.Of("scores 1000 apart, n_q = 3", Vector<double>.Build.Dense([1000, 0, -1]), Unrolled.Sequence.OneHot(1, 3), 0.3),
        ],
        Reference = (z_t, y_t, w_t) => w_t * (Softmax.Instance.Apply(z_t) - y_t),
        Misconceptions =
        [
            new("elementwise derivative", "You treated softmax entry by entry: o ⊙ (1 − o) is only the diagonal of its Jacobian.", "3.14",
                (z_t, y_t, w_t) => -w_t * Times(y_t, 1 - Softmax.Instance.Apply(z_t))),
            new("weight missing", "You left out w_t: the loss is Σ_t w_t ℓ(o_t, y_t).", "3.14",
                (z_t, y_t, w_t) => Softmax.Instance.Apply(z_t) - y_t),
            new("sign", "You took y_t − o_t. The score of a wrong class must get a positive gradient, so that the step lowers it.", "3.14",
                (z_t, y_t, w_t) => w_t * (y_t - Softmax.Instance.Apply(z_t))),
            new("softmax missing", "You took z_t − y_t. The shortcut compares the target with the output, o_t = softmax(z_t).", "3.14",
                (z_t, y_t, w_t) => w_t * (z_t - y_t)),
            new("not shifted", "Where scores are large your exponentials overflow: subtract the largest score before you take them.", "3.14",
                (z_t, y_t, w_t) => w_t * (z_t.PointwiseExp() / z_t.PointwiseExp().Sum() - y_t)),
            new("stopped at o", "You returned ∂L/∂o_t. It has still to pass back through softmax.", "3.14",
                (z_t, y_t, w_t) => -w_t * y_t.PointwiseDivide(Softmax.Instance.Apply(z_t))),
            new("through y/o", "You multiplied −y/o by the Jacobian. That is right until an output is rounded to 0, as where scores lie 1000 apart: then it divides by 0. The shortcut never does.", "3.14",
                (z_t, y_t, w_t) => -w_t * (Softmax.Jacobian(Softmax.Instance.Apply(z_t)) * y_t.PointwiseDivide(Softmax.Instance.Apply(z_t)))),
            new("squared error", "You passed the gradient of the squared error through softmax; the loss here is cross-entropy.", "3.14",
                (z_t, y_t, w_t) => w_t * Softmax.Jacobian(Softmax.Instance.Apply(z_t)) * (2 * (Softmax.Instance.Apply(z_t) - y_t))),
        ],
        Hints =
        [
            "Section 3.14 derives it: Jacobian times −y/o leaves two terms.",
            "The result compares output and target. Which way round, and with which factor?",
            "`var e = (z_t - z_t.Maximum()).PointwiseExp();` then `o_t = e / e.Sum()`, and return `w_t * (o_t - y_t)`.",
        ],
    };

    private static TestCase ScoreCase(string label, MersenneTwister random, int n_q, double level, bool oneHot)
    {
        var z_t = level + Vector(n_q, random);
        var share = Vector(n_q, random).PointwiseAbs();
        var y_t = oneHot ? Unrolled.Sequence.OneHot(1, n_q) : share / share.Sum();
        return TestCase.Of(label, z_t, y_t, 0.2 + 0.2 * random.NextDouble());
    }
}
