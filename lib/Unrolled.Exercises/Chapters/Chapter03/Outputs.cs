using MathNet.Numerics.LinearAlgebra;

namespace Unrolled.Exercises;

public static partial class Chapter03
{
    /// <summary>∂L/∂o_t of the squared error.</summary>
    /// <param name="o">Outputs o_1..o_T, each n_q.</param>
    /// <param name="y">Targets y_1..y_T, each n_q.</param>
    /// <param name="w">The weight w(t) of step t.</param>
    /// <returns>∂L/∂o_1..∂L/∂o_T.</returns>
    public delegate Sequence GradientOFunction(Sequence o, Sequence y, Func<int, double> w);

    /// <summary>3.1: the gradient of every output.</summary>
    public static ValueExercise<GradientOFunction> GradientO { get; } = new("3.1", "The outputs")
    {
        Matters = "The weight w_t enters the backward pass here and nowhere else.",
        Next = "exercise 3.2 takes the gradient through φ_o and sums it over the steps.",
        Cases = random => Networks(random, d => [d.o, d.y, (Func<int, double>)d.L.w]),
        Reference = (o, y, w) => Each(o.T, t => 2 * w(t) * (o[t] - y[t])),
        Misconceptions =
        [
            new("weight missing", "You left out w_t: the loss is Σ_t w_t ℓ(o_t, y_t), so every step carries its weight.", "3.3",
                (o, y, w) => Each(o.T, t => 2 * (o[t] - y[t]))),
            new("divided by T again", "You divided by T on top of w_t. For a mean loss w_t = 1/T already holds that factor.", "3.9",
                (o, y, w) => Each(o.T, t => 2 * w(t) * (o[t] - y[t]) / o.T)),
            new("factor 2 missing", "You left out the 2 of the derivative of a square; the course's squared error has no ½ to cancel it.", "3.3",
                (o, y, w) => Each(o.T, t => w(t) * (o[t] - y[t]))),
            new("sign", "You took y_t − o_t. Where the output is too large the loss grows with it, so the gradient is positive there.", "3.3",
                (o, y, w) => Each(o.T, t => 2 * w(t) * (y[t] - o[t]))),
            new("last step only", "Only your last step has a gradient; every o_t has a loss of its own.", "3.3",
                (o, y, w) => Each(o.T, t => t == o.T ? 2 * w(t) * (o[t] - y[t]) : 0 * o[t])),
            new("one step short", "Your sequence ends one step early: o_T has a loss too.", "3.3",
                (o, y, w) => Each(o.T - 1, t => 2 * w(t) * (o[t] - y[t]))),
            new("averaged over outputs", "You divided by n_q. The course sums the squared error over the outputs.", "3.1",
                (o, y, w) => Each(o.T, t => 2 * w(t) * (o[t] - y[t]) / o[t].Count)),
        ],
        Hints =
        [
            "o_t stands in one term of L only. Write this term down and differentiate it.",
            "The derivative of (o − y)² is 2 (o − y), and w(t) is a constant factor.",
            "`new Sequence(Enumerable.Range(1, o.T).Select(t => …))` makes the sequence; in it stands `w(t) * 2 * (o[t] - y[t])`.",
        ],
    };

    /// <summary>∂L/∂b_q for a sigmoid output.</summary>
    /// <param name="o">Outputs o_1..o_T, each n_q.</param>
    /// <param name="dL_do">∂L/∂o_1..∂L/∂o_T.</param>
    /// <returns>∂L/∂b_q, n_q.</returns>
    public delegate Vector<double> GradientBqFunction(Sequence o, Sequence dL_do);

    /// <summary>3.2: the gradient of the output bias.</summary>
    public static ValueExercise<GradientBqFunction> GradientBq { get; } = new("3.2", "The output bias")
    {
        Matters = "A shared parameter collects from every step: that is why the program says += and not =.",
        Next = "exercise 3.3 does the same for a matrix.",
        Cases = random => Networks(random, d => [d.o, d.g.dL_do]),
        Reference = (o, dL_do) => Sum(Steps(o.T).Select(t => Times(SigmoidSlope(o[t]), dL_do[t]))),
        Misconceptions =
        [
            new("φ′ missing", "You summed ∂L/∂o_t. b_q stands before φ_o, so the gradient must pass back through it first.", "3.4",
                (o, dL_do) => Sum(dL_do)),
            new("φ′ of the output", "You took σ′ at o_t. Its argument is z_t; written with the output, σ′(z_t) = o_t ⊙ (1 − o_t).", "3.4",
                (o, dL_do) => Sum(Steps(o.T).Select(t => Times(SigmoidSlope(Activation.Sigmoid.Apply(o[t])), dL_do[t])))),
            new("tanh′", "You used the derivative of tanh, 1 − o², but the output activation is the sigmoid.", "3.4",
                (o, dL_do) => Sum(Steps(o.T).Select(t => Times(Slope(o[t]), dL_do[t])))),
            new("last step only", "Only the last step is left in your sum: did you write = where += belongs?", "3.4",
                (o, dL_do) => Times(SigmoidSlope(o[o.T]), dL_do[o.T])),
            new("first step only", "Only the first step is left in your sum: did you write = where += belongs, in a loop that runs backward?", "3.4",
                (o, dL_do) => Times(SigmoidSlope(o[1]), dL_do[1])),
            new("last step left out", "Your sum ends one step short: the steps run from 1 to T, and T counts too.", "3.4",
                (o, dL_do) => Sum(Steps(o.T - 1).Select(t => Times(SigmoidSlope(o[t]), dL_do[t])))),
            new("divided by T again", "You divided the sum by T. The factor 1/T is already inside ∂L/∂o_t.", "3.9",
                (o, dL_do) => Sum(Steps(o.T).Select(t => Times(SigmoidSlope(o[t]), dL_do[t]))) / o.T),
        ],
        Hints =
        [
            "First find δz_t = ∂L/∂z_t for every step, then ask how often b_q is used.",
            "For the sigmoid φ_o′(z_t) = o_t ⊙ (1 − o_t), entry by entry.",
            "Start from `0 * o[1]` and add `o[t].PointwiseMultiply(1 - o[t]).PointwiseMultiply(dL_do[t])` for every t.",
        ],
    };

    /// <summary>∂L/∂W_qh.</summary>
    /// <param name="h">States h_0..h_T, each n_h.</param>
    /// <param name="δz">δz_1..δz_T, each n_q.</param>
    /// <returns>∂L/∂W_qh, n_q × n_h.</returns>
    public delegate Matrix<double> GradientWqhFunction(Sequence h, Sequence δz);

    /// <summary>3.3: the gradient of the output weights.</summary>
    public static ValueExercise<GradientWqhFunction> GradientWqh { get; } = new("3.3", "The output weights")
    {
        Matters = "What arrives times what was there: every weight matrix of every network has a gradient of this form.",
        Next = "exercise 3.4 is the one with the recurrence.",
        Cases = random => Networks(random, d => [d.h, d.g.δz]),
        Reference = (h, δz) => Sum(Steps(δz.T).Select(t => δz[t].OuterProduct(h[t]))),
        Misconceptions =
        [
            new("state before", "You used h_{t−1}. The output of step t is made from h_t.", "3.5",
                (h, δz) => Sum(Steps(δz.T).Select(t => δz[t].OuterProduct(h[t - 1])))),
            new("transposed", "You computed h_t δz_tᵀ, the transpose. A gradient has the shape of its parameter, n_q × n_h.", "3.5",
                (h, δz) => Sum(Steps(δz.T).Select(t => h[t].OuterProduct(δz[t])))),
            new("last step only", "Only the last step is left in your sum: did you write = where += belongs?", "3.5",
                (h, δz) => δz[δz.T].OuterProduct(h[δz.T])),
            new("first step only", "Only the first step is left in your sum: did you write = where += belongs, in a loop that runs backward?", "3.5",
                (h, δz) => δz[1].OuterProduct(h[1])),
            new("last step left out", "Your sum ends one step short: the steps run from 1 to T, and T counts too.", "3.5",
                (h, δz) => Sum(Steps(δz.T - 1).Select(t => δz[t].OuterProduct(h[t])))),
            new("product of sums", "You summed δz_t and h_t first and multiplied then. The product belongs to one step; the sum comes after it.", "3.5",
                (h, δz) => Sum(δz).OuterProduct(Sum(Steps(δz.T).Select(t => h[t])))),
            new("divided by T again", "You divided the sum by T. The factor 1/T is already inside δz_t.", "3.9",
                (h, δz) => Sum(Steps(δz.T).Select(t => δz[t].OuterProduct(h[t]))) / δz.T),
        ],
        Hints =
        [
            "Look at one entry: where does (W_qh)_ij stand in z_t, and what is it multiplied by?",
            "`u.OuterProduct(v)` is the matrix u vᵀ. Which vector must be u, so that the shape is n_q × n_h?",
            "Sum `δz[t].OuterProduct(h[t])` over t = 1..T.",
        ],
    };

    private static Sequence Each(int T, Func<int, Vector<double>> value) => new(Steps(T).Select(value));

    private static Vector<double> SigmoidSlope(Vector<double> o) => Times(o, 1 - o);
}
