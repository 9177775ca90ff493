using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Unrolled.Exercises;

public static partial class Chapter05
{
    /// <summary>Clipping by global norm.</summary>
    /// <param name="g">The gradients of all five parameters.</param>
    /// <param name="τ">The threshold, above 0.</param>
    /// <returns>The clipped gradients.</returns>
    public delegate RnnParameters ClipByNormFunction(RnnParameters g, double τ);

    /// <summary>5.2: the length is cut, the direction stays.</summary>
    public static ValueExercise<ClipByNormFunction> ClipByNorm { get; } = new("5.2", "Clip by norm")
    {
        Matters = "These two lines keep one exploding window from undoing the work of many epochs.",
        Next = "exercise 5.3 computes the gradient that is clipped.",
        Cases = random =>
        [
            ClipCase("‖g‖ above τ", 2, 3, 1, share: 0.1, random), ClipCase("‖g‖ below τ", 3, 2, 2, share: 1.7, random),
            ClipCase("‖g‖ a little above τ", 3, 3, 3, share: 0.8, random),
        ],
        Reference = (g, τ) => Times(1 / Math.Max(1, g.Norm() / τ), g),
        Misconceptions =
        [
            new("by value", "You cut each entry on its own. That turns the gradient; clipping by norm multiplies all entries by one number.", "5.3",
                (g, τ) => g.Map(entry => Math.Clamp(entry, -τ, τ))),
            new("always rescaled to τ", "You gave every gradient the norm τ, also one that was shorter. Clipping caps the norm; it does not hold it at τ.", "5.3",
                (g, τ) => Times(τ / g.Norm(), g)),
            new("divided by τ", "You divided the long gradient by τ. Divide it by its norm, and multiply by τ.", "5.3",
                (g, τ) => g.Norm() > τ ? Times(1 / τ, g) : g),
            new("each parameter by its own norm", "You clipped each parameter by its own norm, which changes their ratios. There is one norm for all.", "5.3",
                (g, τ) => new(
                    Capped(g.W_hx, τ), Capped(g.W_hh, τ), Capped(g.b_h.ToColumnMatrix(), τ).Column(0),
                    Capped(g.W_qh, τ), Capped(g.b_q.ToColumnMatrix(), τ).Column(0))),
            new("singular values", "`L2Norm()` of a matrix is its largest singular value. The norm of all its entries is `FrobeniusNorm()`; `g.Norm()` is that of all five gradients.", "5.3",
                (g, τ) => Times(1 / Math.Max(1, Spectral(g) / τ), g)),
            new("PyTorch's 1e-6", "That is what PyTorch's `clip_grad_norm_` computes: it divides by ‖g‖ + 1e-6, lest it divide by 0, so the result stays a millionth short of τ. The course's τ/‖g‖ is used only where ‖g‖ > τ, so it needs no 1e-6.", "5.3",
                (g, τ) => Times(Math.Min(1, τ / (g.Norm() + 1e-6)), g)),
            new("normalised to length 1", "You divided the long gradient by its norm and forgot to multiply by τ.", "5.3",
                (g, τ) => g.Norm() > τ ? Times(1 / g.Norm(), g) : g),
        ],
        Hints =
        [
            "Ask first whether there is anything to do: compare the global norm with τ.",
            "One number multiplies all five gradients: τ / ‖g‖ if the norm is above τ, else 1.",
            "`var norm = g.Norm();` and then `g.Map(entry => entry / Math.Max(1, norm / τ))`.",
        ],
    };

    private static RnnParameters Times(double factor, RnnParameters g) => g.Map(entry => factor * entry);

    private static Matrix<double> Capped(Matrix<double> g, double τ) => g / Math.Max(1, g.FrobeniusNorm() / τ);

    private static TestCase ClipCase(string label, int n_x, int n_h, int n_q, double share, MersenneTwister random)
    {
        var g = DrawGradient(n_x, n_h, n_q, random);
        return TestCase.Of(Invariant($"{label}, n_x = {n_x}, n_h = {n_h}, n_q = {n_q}"), g, share * g.Norm());
    }
}
