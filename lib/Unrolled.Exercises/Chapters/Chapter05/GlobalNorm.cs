using MathNet.Numerics.Random;

namespace Unrolled.Exercises;

/// <summary>The exercises of chapter 05, training and clipping.</summary>
public static partial class Chapter05
{
    /// <summary>The global norm of a gradient.</summary>
    /// <param name="g">The gradients of all five parameters.</param>
    /// <returns>‖g‖.</returns>
    public delegate double GlobalNormFunction(RnnParameters g);

    /// <summary>5.1: one norm for all parameters together.</summary>
    public static ValueExercise<GlobalNormFunction> GlobalNorm { get; } = new("5.1", "The global norm")
    {
        Matters = "One norm for all parameters is what makes clipping keep the direction of the whole step.",
        Next = "exercise 5.2 clips by it.",
        Cases = random =>
        [
            TestCase.Of("n_x = 2, n_h = 3, n_q = 1", DrawGradient(2, 3, 1, random)), TestCase.Of("all sizes 3", DrawGradient(3, 3, 3, random)),
            TestCase.Of("n_x = 6, n_h = 2, n_q = 3", DrawGradient(6, 2, 3, random)),
        ],
        Reference = g => g.Norm(),
        Misconceptions =
        [
            new("sum of the norms", "You added the norms of the five gradients. Add their squares, and take one root at the end.", "5.2",
                g => Norms(g).Sum()),
            new("squared", "You forgot the root: what you have is the square of the norm.", "5.2", g => g.Norm() * g.Norm()),
            new("largest norm", "You took the largest of the five norms. The global norm counts all entries of all five.", "5.2", g => Norms(g).Max()),
            new("W_hh alone", "You took the norm of W_hh alone. The global norm counts all five gradients.", "5.2", g => g.W_hh.FrobeniusNorm()),
            new("singular values", "`L2Norm()` of a matrix is its largest singular value. The norm of all its entries is `FrobeniusNorm()`.", "5.2", Spectral),
            new("biases left out", "You left the biases out. The global norm counts all five parameters.", "5.2",
                g => (g with { b_h = 0 * g.b_h, b_q = 0 * g.b_q }).Norm()),
            new("sum of absolute values", "You added the absolute values of the entries. The norm is the root of the sum of their squares.", "5.2",
                g => g.ToVector().L1Norm()),
        ],
        Hints =
        [
            "Imagine all entries of all five gradients in one long vector. Its length is asked.",
            "The five gradients are `g.W_hx`, `g.W_hh`, `g.b_h`, `g.W_qh` and `g.b_q`; `FrobeniusNorm()` of a matrix and `L2Norm()` of a vector are roots already.",
            "`g.ToVector()` is that long vector. Or: square the five norms, add them, take the root.",
        ],
    };

    // What `L2Norm()` of each tensor gives.
    private static double Spectral(RnnParameters g) => Math.Sqrt(g.Tensors().Sum(tensor => Math.Pow(tensor.Value.L2Norm(), 2)));

    private static IEnumerable<double> Norms(RnnParameters g) => g.Tensors().Select(tensor => tensor.Value.FrobeniusNorm());

    private static RnnParameters DrawGradient(int n_x, int n_h, int n_q, MersenneTwister random)
    {
        var g = RnnParameters.Gaussian(n_x, n_h, n_q, s: 1, random);
        return g.Map(entry => entry == 0 ? 0.5 + random.NextDouble() : entry); // the biases, which start as 0
    }
}
