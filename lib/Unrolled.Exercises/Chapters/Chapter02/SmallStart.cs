namespace Unrolled.Exercises;

public static partial class Chapter02
{
    /// <summary>2.9: what a small start does, in words.</summary>
    public static WordsExercise SmallStart { get; } = new("2.9", "What a small start does")
    {
        Matters = "You have predicted from the initial weights alone what a network can remember.",
        Next = "chapter 03 follows the gradient back through the same steps.",
        ModelAnswer =
            "One step multiplies the state by about s √n_h = 0.01 · √100 = 0.1. Of an input ten steps back about 0.1 to the power "
            + "of 10 is left in the state, that is 10⁻¹⁰ of its size: the network has forgotten it. "
            + "Training does not easily mend this. A change of the distant inputs hardly changes the output, so the loss says next to nothing about them, "
            + "and the gradient passes back through the same small factors (chapters 03 and 04). "
            + "W_hh should start so that a step keeps the size of the state: orthogonal, the identity, or Gaussian with s = 1/√n_h. "
            + "W_hx and W_qh stand only once on the way from an input to an output, so a small start scales the output but does not shorten the memory.",
        Hints =
        [
            "By which factor does a Gaussian W_hh scale the state in one step? Section 2.7 has the formula.",
            "Take that factor to the power of ten. Then ask of each weight matrix how often it stands on the way from x_{t-10} to o_t.",
        ],
    };
}
