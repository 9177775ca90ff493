namespace Unrolled.Exercises;

public static partial class Chapter06
{
    /// <summary>6.9: what gates do for the gradient and what they don't, in words.</summary>
    public static WordsExercise KeepingTheGradient { get; } = new("6.9", "Keeping the gradient")
    {
        Matters = "You can now say what a gated cell promises, and what still has to be checked on every task.",
        Next = "go back to the first chapter's list of costs, and say which of them gates remove.",
        ModelAnswer =
            "The LSTM changes its memory by addition: c_t = f_t ⊙ c_{t-1} + i_t ⊙ c̃_t. With h_{t-1} held fixed, ∂c_t/∂c_{t-1} = diag(f_t): "
            + "on this direct path stands no weight matrix and no slope of an activation, only a factor between 0 and 1 that the network "
            + "sets itself at every step. Where f_t is near 1 the gradient passes unchanged. "
            + "The GRU does the same with one gate: h_t = (1 − z_t) ⊙ h_{t-1} + z_t ⊙ h̃_t has the direct path diag(1 − z_t), open where z_t "
            + "is near 0. "
            + "Neither prevents forgetting: the factors multiply, and with gates at one half almost nothing is left after 100 steps, so the "
            + "biases should start the gates open. Neither prevents exploding: the paths through the gates have matrices, and large weights "
            + "there make the product of Jacobians grow, so clipping stays.",
        Hints =
        [
            "For each cell: which line makes the new state, and what is its derivative if the gates are held fixed?",
            "For the last part: look at a product of a hundred numbers below one, and at the figures of section 6.8 with their solid and dashed lines.",
        ],
    };
}
