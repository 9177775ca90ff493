using MathNet.Numerics.LinearAlgebra;

namespace Unrolled.Exercises;

public static partial class Chapter03
{
    /// <summary>∂L/∂W_hx with tanh.</summary>
    /// <param name="x">Inputs x_1..x_T, each n_x.</param>
    /// <param name="h">States h_0..h_T, each n_h.</param>
    /// <param name="dL_dh">∂L/∂h_1..∂L/∂h_T.</param>
    /// <returns>∂L/∂W_hx, n_h × n_x.</returns>
    public delegate Matrix<double> GradientWhxFunction(Sequence x, Sequence h, Sequence dL_dh);

    /// <summary>3.5: the gradient of the input weights.</summary>
    public static ValueExercise<GradientWhxFunction> GradientWhx { get; } = new("3.5", "The input weights")
    {
        Matters = "With δa_t in hand a parameter costs one line: the hard part was the state.",
        Next = "exercise 3.6 changes one factor.",
        Cases = random => Networks(random, d => [d.x, d.h, d.dL_dh]),
        Reference = (x, h, dL_dh) => Outer(x.T, t => Times(Slope(h[t]), dL_dh[t]), t => x[t]),
        Misconceptions =
        [
            new("φ′ missing", "You used ∂L/∂h_t. W_hx stands before tanh, so use δa_t = φ′(a_t) ⊙ ∂L/∂h_t.", "3.7",
                (x, h, dL_dh) => Outer(x.T, t => dL_dh[t], t => x[t])),
            new("φ′ of the state", "You took tanh′ at h_t. Its argument is a_t; written with the state, φ′(a_t) = 1 − h_t ⊙ h_t.", "3.12",
                (x, h, dL_dh) => Outer(x.T, t => Times(Slope(h[t].PointwiseTanh()), dL_dh[t]), t => x[t])),
            new("φ′ one step early", "You took φ′ from h_{t−1}. At step t it is φ′(a_t) = 1 − h_t ⊙ h_t.", "3.12",
                (x, h, dL_dh) => Outer(x.T, t => Times(Slope(h[t - 1]), dL_dh[t]), t => x[t])),
            new("transposed", "You computed x_t δa_tᵀ, the transpose. A gradient has the shape of its parameter, n_h × n_x.", "3.7",
                (x, h, dL_dh) => Outer(x.T, t => x[t], t => Times(Slope(h[t]), dL_dh[t]))),
            new("last step only", "Only the last step is left in your sum: did you write = where += belongs?", "3.7",
                (x, h, dL_dh) => Times(Slope(h[x.T]), dL_dh[x.T]).OuterProduct(x[x.T])),
            new("first step only", "Only the first step is left in your sum: did you write = where += belongs, in a loop that runs backward?", "3.7",
                (x, h, dL_dh) => Times(Slope(h[1]), dL_dh[1]).OuterProduct(x[1])),
            new("last step left out", "Your sum ends one step short: the steps run from 1 to T, and T counts too.", "3.7",
                (x, h, dL_dh) => Outer(x.T - 1, t => Times(Slope(h[t]), dL_dh[t]), t => x[t])),
            new("divided by T again", "You divided the sum by T. The factor 1/T is already inside ∂L/∂h_t.", "3.9",
                (x, h, dL_dh) => Outer(x.T, t => Times(Slope(h[t]), dL_dh[t]), t => x[t]) / x.T),
        ],
        Hints =
        [
            "First take the gradient back through tanh: from ∂L/∂h_t to δa_t.",
            "In a_t the weights W_hx are multiplied by x_t. Rule 1 of section 3.2 gives the rest.",
            "Sum `δa_t.OuterProduct(x[t])` over t, with `δa_t = (1 - h[t].PointwisePower(2)).PointwiseMultiply(dL_dh[t])`.",
        ],
    };

    /// <summary>∂L/∂W_hh with tanh.</summary>
    /// <param name="h">States h_0..h_T, each n_h.</param>
    /// <param name="dL_dh">∂L/∂h_1..∂L/∂h_T.</param>
    /// <returns>∂L/∂W_hh, n_h × n_h.</returns>
    public delegate Matrix<double> GradientWhhFunction(Sequence h, Sequence dL_dh);

    /// <summary>3.6: the gradient of the recurrent weights.</summary>
    public static ValueExercise<GradientWhhFunction> GradientWhh { get; } = new("3.6", "The recurrent weights")
    {
        Matters = "Shapes cannot find this chapter's most common slip, h_t for h_{t−1}: only a numeric check can.",
        Next = "exercise 3.7 puts the recursion and a sum together.",
        Cases = random => Networks(random, d => [d.h, d.dL_dh]),
        Reference = (h, dL_dh) => Outer(h.T, t => Times(Slope(h[t]), dL_dh[t]), t => h[t - 1]),
        Misconceptions =
        [
            new("h_t for h_{t−1}", "You multiplied by h_t. In a_t the matrix W_hh is multiplied by the state before, h_{t−1}.", "3.8",
                (h, dL_dh) => Outer(h.T, t => Times(Slope(h[t]), dL_dh[t]), t => h[t])),
            new("φ′ missing", "You used ∂L/∂h_t. W_hh stands before tanh, so use δa_t = φ′(a_t) ⊙ ∂L/∂h_t.", "3.8",
                (h, dL_dh) => Outer(h.T, t => dL_dh[t], t => h[t - 1])),
            new("φ′ one step early", "You took φ′ from h_{t−1}. At step t it is φ′(a_t) = 1 − h_t ⊙ h_t.", "3.12",
                (h, dL_dh) => Outer(h.T, t => Times(Slope(h[t - 1]), dL_dh[t]), t => h[t - 1])),
            new("transposed", "You computed h_{t−1} δa_tᵀ, the transpose: the row of the gradient belongs to the unit that receives.", "3.13",
                (h, dL_dh) => Outer(h.T, t => h[t - 1], t => Times(Slope(h[t]), dL_dh[t]))),
            new("last step only", "Only the last step is left in your sum: did you write = where += belongs?", "3.10",
                (h, dL_dh) => Times(Slope(h[h.T]), dL_dh[h.T]).OuterProduct(h[h.T - 1])),
            new("first step only", "Only the first step is left: that is one single chain. W_hh is used at every step, so sum over all of them.", "3.12",
                (h, dL_dh) => Times(Slope(h[1]), dL_dh[1]).OuterProduct(h[0])),
            new("last step left out", "Your sum ends one step short: the steps run from 1 to T, and T counts too.", "3.10",
                (h, dL_dh) => Outer(h.T - 1, t => Times(Slope(h[t]), dL_dh[t]), t => h[t - 1])),
            new("first step left out", "You left out step 1. In the text its term is zero, because h_0 is; here h_0 is not zero.", "3.8",
                (h, dL_dh) => Sum(Steps(h.T).Skip(1).Select(t => Times(Slope(h[t]), dL_dh[t]).OuterProduct(h[t - 1])))),
            new("divided by T again", "You divided the sum by T. The factor 1/T is already inside ∂L/∂h_t.", "3.9",
                (h, dL_dh) => Outer(h.T, t => Times(Slope(h[t]), dL_dh[t]), t => h[t - 1]) / h.T),
        ],
        Hints =
        [
            "Write a_t down and look what W_hh is multiplied by.",
            "It is exercise 3.5 with another vector in the place of x_t.",
            "Sum `δa_t.OuterProduct(h[t - 1])` over t, with `δa_t = (1 - h[t].PointwisePower(2)).PointwiseMultiply(dL_dh[t])`.",
        ],
    };

    /// <summary>Σ_t left(t) right(t)ᵀ.</summary>
    private static Matrix<double> Outer(int T, Func<int, Vector<double>> left, Func<int, Vector<double>> right) =>
        Sum(Steps(T).Select(t => left(t).OuterProduct(right(t))));
}
