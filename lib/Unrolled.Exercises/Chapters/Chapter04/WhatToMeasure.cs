namespace Unrolled.Exercises;

public static partial class Chapter04
{
    /// <summary>4.10: a question in words.</summary>
    public static WordsExercise WhatToMeasure { get; } = new("4.10", "Is the gradient safe?")
    {
        Matters = "Who can say what a number proves, and what not, can also say what to measure next.",
        Next = "chapter 05 trains networks and clips what explodes.",
        Hints =
        [
            "There are three claims. Ask of each: is it about one step or about many, and for which activation does it hold?",
            "One number is an upper bound, one decides for a linear network in the end, and none of them knows the inputs.",
        ],
        ModelAnswer =
            "A norm of 1.3 does not prove that the gradient explodes: with tanh it is an upper bound on one step, necessary for exploding but not "
            + "sufficient; saturated units may shrink the product. A spectral radius of 0.95 does not make it safe: it decides for the powers of W_hh, "
            + "so for a linear network, and only in the end; a matrix that is not normal grows first, and with tanh the factors diag(φ′(a_t)) W_hh change "
            + "from step to step and have other eigenvalues. And a norm scaled to exactly 1 keeps the gradient from exploding, but not from vanishing. "
            + "To find out, measure along real trajectories: the norm of ∂h_t/∂h_k against the lag, or its rate, the largest Lyapunov exponent; "
            + "measure it again during training, since the weights and with them the trajectories change.",
    };
}
