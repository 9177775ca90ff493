using MathNet.Numerics.LinearAlgebra;

namespace Unrolled.Exercises;

public static partial class Chapter03
{
    /// <summary>∂L/∂h_t for every step, with tanh.</summary>
    /// <param name="p">The parameters.</param>
    /// <param name="h">States h_0..h_T, each n_h.</param>
    /// <param name="δz">δz_1..δz_T, each n_q.</param>
    /// <returns>∂L/∂h_1..∂L/∂h_T.</returns>
    public delegate Sequence GradientHFunction(RnnParameters p, Sequence h, Sequence δz);

    /// <summary>3.4: the gradient of every hidden state.</summary>
    public static ValueExercise<GradientHFunction> GradientH { get; } = new("3.4", "The hidden states")
    {
        Matters = "This recursion is backpropagation through time; all that vanishes or explodes, does so here.",
        Next = "exercises 3.5 to 3.7 turn it into the gradients of three parameters.",
        Cases = random => Networks(random, d => [d.p, d.h, d.g.δz]),
        Reference = (p, h, δz) => Backward(h.T,
            t => p.W_qh.Transpose() * δz[t], (t, next) => p.W_hh.Transpose() * Times(Slope(h[t + 1]), next)),
        Misconceptions =
        [
            new("future missing", "You left out the future: h_t also enters the next step through W_hh.", "3.6",
                (p, h, δz) => Each(h.T, t => p.W_qh.Transpose() * δz[t])),
            new("present missing", "Before the last step you left out the present: h_t also makes the output of its own step.", "3.6",
                (p, h, δz) => Backward(h.T,
                    t => t == h.T ? p.W_qh.Transpose() * δz[t] : 0 * h[t], (t, next) => p.W_hh.Transpose() * Times(Slope(h[t + 1]), next))),
            new("one step of the future", "Your h_t sees the loss of the next step and none after it: pass on the whole gradient of h_{t+1}.", "3.10",
                (p, h, δz) => Each(h.T, t => p.W_qh.Transpose() * δz[t]
                    + (t < h.T ? p.W_hh.Transpose() * Times(Slope(h[t + 1]), p.W_qh.Transpose() * δz[t + 1]) : 0 * h[t]))),
            new("W_hh not transposed", "You multiplied the future by W_hh. Backward it is the transpose, W_hhᵀ.", "3.2",
                (p, h, δz) => Backward(h.T, t => p.W_qh.Transpose() * δz[t], (t, next) => p.W_hh * Times(Slope(h[t + 1]), next))),
            new("W_qh not transposed", "You multiplied δz_t by W_qh. Backward it is the transpose, W_qhᵀ.", "3.2",
                (p, h, δz) => Backward(h.T, t => p.W_qh * δz[t], (t, next) => p.W_hh.Transpose() * Times(Slope(h[t + 1]), next))),
            new("φ′ missing", "You passed ∂L/∂h_{t+1} on. Between it and h_t stands tanh: pass on δa_{t+1} = φ′(a_{t+1}) ⊙ ∂L/∂h_{t+1}.", "3.6",
                (p, h, δz) => Backward(h.T, t => p.W_qh.Transpose() * δz[t], (t, next) => p.W_hh.Transpose() * next)),
            new("φ′ one step early", "You took φ′ at a_t. The future passes through a_{t+1}, so φ′ belongs there.", "3.12",
                (p, h, δz) => Backward(h.T,
                    t => p.W_qh.Transpose() * δz[t], (t, next) => p.W_hh.Transpose() * Times(Slope(h[t]), next))),
            new("φ′ after W_hh", "You multiplied by W_hhᵀ first and by φ′ then. Going back, φ′(a_{t+1}) is met first.", "3.6",
                (p, h, δz) => Backward(h.T,
                    t => p.W_qh.Transpose() * δz[t], (t, next) => Times(Slope(h[t + 1]), p.W_hh.Transpose() * next))),
            new("divided by T again", "You divided by T. The factor 1/T is already inside δz_t.", "3.9",
                (p, h, δz) => Each(h.T, t => Backward(h.T,
                    s => p.W_qh.Transpose() * δz[s], (s, next) => p.W_hh.Transpose() * Times(Slope(h[s + 1]), next))[t] / h.T)),
            new("δa returned", "You returned δa_t. It is φ′(a_t) ⊙ ∂L/∂h_t; the exercise asks for ∂L/∂h_t itself.", "3.6",
                (p, h, δz) => Deltas(p, h, δz)),
            new("loop runs forward", "Your loop runs from 1 to T and takes δa from the step before. The gradient comes from the step after: run from T to 1.", "3.6",
                Onward),
            new("last step first", "The values are right, in the wrong order: your loop runs from T to 1, and the answer starts with step 1.", "3.6",
                (p, h, δz) => new(GradientH!.Reference(p, h, δz).Reverse())),
        ],
        Hints =
        [
            "h_t is used twice. Name both uses, and add what comes back from each.",
            "Run the loop backward, from T to 1, and keep δa of the step you just did. It is zero before the first round.",
            "In each round: `dL_dh[t] = p.W_qh.Transpose() * δz[t] + p.W_hh.Transpose() * δa_tp1;` "
                + "and then `δa_tp1 = (1 - h[t].PointwisePower(2)).PointwiseMultiply(dL_dh[t]);`.",
        ],
    };

    /// <summary>∂L/∂b_h with tanh.</summary>
    /// <param name="p">The parameters.</param>
    /// <param name="h">States h_0..h_T, each n_h.</param>
    /// <param name="δz">δz_1..δz_T, each n_q.</param>
    /// <returns>∂L/∂b_h, n_h.</returns>
    public delegate Vector<double> GradientBhFunction(RnnParameters p, Sequence h, Sequence δz);

    /// <summary>3.7: the gradient of the hidden bias, by the whole recursion.</summary>
    public static ValueExercise<GradientBhFunction> GradientBh { get; } = new("3.7", "The hidden bias, from the whole recursion")
    {
        Matters = "You have now written every line of backpropagation through time.",
        Next = "exercise 3.8 replaces the output by softmax.",
        Cases = random => Networks(random, d => [d.p, d.h, d.g.δz]),
        Reference = (p, h, δz) => Sum(Steps(h.T).Select(t => Deltas(p, h, δz)[t])),
        Misconceptions =
        [
            new("∂L/∂h summed", "You summed ∂L/∂h_t. b_h stands before φ_h, so sum δa_t = φ′(a_t) ⊙ ∂L/∂h_t.", "3.9",
                (p, h, δz) => Sum(GradientH.Reference(p, h, δz))),
            new("φ′ missing in the recursion", "From step to step you passed on ∂L/∂h_{t+1} where δa_{t+1} belongs.", "3.6",
                (p, h, δz) => Sum(Sloped(h, Backward(h.T, t => p.W_qh.Transpose() * δz[t], (t, next) => p.W_hh.Transpose() * next)))),
            new("future missing", "Your gradient knows only the loss of each step itself; the future is missing in ∂L/∂h_t.", "3.6",
                (p, h, δz) => Sum(Sloped(h, Each(h.T, t => p.W_qh.Transpose() * δz[t])))),
            new("W_hh not transposed", "You multiplied the future by W_hh. Backward it is the transpose, W_hhᵀ.", "3.2",
                (p, h, δz) => Sum(Sloped(h, Backward(h.T,
                    t => p.W_qh.Transpose() * δz[t], (t, next) => p.W_hh * Times(Slope(h[t + 1]), next))))),
            new("last step only", "Only δa_T is left in your sum: b_h is used at every step, so add up δa_t over all of them.", "3.9",
                (p, h, δz) => Deltas(p, h, δz)[h.T]),
            new("first step only", "Only δa_1 is left in your sum: did you write = where += belongs?", "3.9",
                (p, h, δz) => Deltas(p, h, δz)[1]),
            new("divided by T again", "You divided the sum by T. The factor 1/T is already inside δz_t.", "3.9",
                (p, h, δz) => Sum(Deltas(p, h, δz)) / h.T),
            new("loop runs forward", "Your loop runs from 1 to T and takes δa from the step before. The gradient comes from the step after: run from T to 1.", "3.6",
                (p, h, δz) => Sum(Sloped(h, Onward(p, h, δz)))),
        ],
        Hints =
        [
            "Go through exercise 3.4 again; only one line is new.",
            "b_h is added to a_t at every step, so its gradient is the sum of δa_t.",
            "Inside the backward loop of exercise 3.4: `dL_db_h += δa_t;`.",
        ],
    };

    /// <summary>The recursion ∂L/∂h_t = present(t) + future(t, ∂L/∂h_{t+1}), from T to 1; after T comes nothing.</summary>
    private static Sequence Backward(int T, Func<int, Vector<double>> present, Func<int, Vector<double>, Vector<double>> future)
    {
        var dL_dh = new Vector<double>[T];
        for (var t = T; t >= 1; t--)
            dL_dh[t - 1] = t == T ? present(t) : present(t) + future(t, dL_dh[t]);
        return new(dL_dh);
    }

    // The recursion in a loop that runs forward: the "future" comes from the step before.
    private static Sequence Onward(RnnParameters p, Sequence h, Sequence δz)
    {
        var (dL_dh, δa) = (new Vector<double>[h.T], 0 * p.b_h);
        foreach (var t in Steps(h.T))
        {
            dL_dh[t - 1] = p.W_qh.Transpose() * δz[t] + p.W_hh.Transpose() * δa;
            δa = Times(Slope(h[t]), dL_dh[t - 1]);
        }

        return new(dL_dh);
    }

    private static Sequence Sloped(Sequence h, Sequence dL_dh) => Each(h.T, t => Times(Slope(h[t]), dL_dh[t]));

    private static Sequence Deltas(RnnParameters p, Sequence h, Sequence δz) => Sloped(h, GradientH.Reference(p, h, δz));
}
