namespace Unrolled.Exercises;

public static partial class Chapter03
{
    /// <summary>3.11: a question in words.</summary>
    public static WordsExercise WhatVanishes { get; } = new("3.11", "What vanishes?")
    {
        Matters = "The norm of the whole gradient is what training tools plot, and it cannot answer this question.",
        Next = "chapter 04 asks when long lags die and when they explode.",
        ModelAnswer =
            "The norm says nothing about long lags. The gradient of W_hh is a sum over all pairs of a loss at t and a use of W_hh at k ≤ t. "
            + "The terms of lag 0 contain no Jacobian, so they stay as long as there is an error; the terms of a long lag contain a product "
            + "of t − k Jacobians and may be far smaller. Their sum can look healthy while it no longer says anything about the distant past. "
            + "I would take the gradient apart by lag, with the unrolled form, and plot the norm of each part over training. "
            + "If the long lags have died, the network is still updated, but nothing tells it to remember.",
        Hints =
        [
            "Think of the gradient as a sum. Which of its terms can vanish, and which cannot?",
            "Section 3.16 shows a run in which the norm is steady. What else does its figure show?",
        ],
    };
}
