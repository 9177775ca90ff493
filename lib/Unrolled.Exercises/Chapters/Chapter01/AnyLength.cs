namespace Unrolled.Exercises;

public static partial class Chapter01
{
    /// <summary>1.9: a question to answer in words.</summary>
    public static WordsExercise AnyLength { get; } = new("1.9", "Any length, and its price")
    {
        Matters = "What is gained and what is paid comes back in every chapter: the product of many steps is where gradients vanish or explode.",
        Next = "chapter 02 computes the forward pass in full.",
        ModelAnswer =
            "One step is a function of the last state and the present input, and the same parameters serve at every step. So the number of parameters does not depend on T, "
            + "and the network reads a sequence of any length by repeating the step. The price is threefold. The steps wait for one another, so time grows in proportion to T "
            + "and little can be done in parallel. All that is known of the past must fit into one vector h_t of n_h numbers. And what came in early has passed through many "
            + "steps, so in practice little of it may be left.",
        Hints =
        [
            "Which of the symbols in section 1.3 depend on T?",
            "For the price, reread the three parts of section 1.7: time, memory of the past, and the one vector that holds it all.",
        ],
    };
}
