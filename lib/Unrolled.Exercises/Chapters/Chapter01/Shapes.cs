namespace Unrolled.Exercises;

/// <summary>The exercises of chapter 01, notation and what an RNN is.</summary>
public static partial class Chapter01
{
    /// <summary>The shapes of the five parameters, as (rows, columns) for a matrix and as the size for a vector.</summary>
    /// <param name="n_x">The number of inputs.</param>
    /// <param name="n_h">The number of hidden units.</param>
    /// <param name="n_q">The number of outputs.</param>
    public delegate ((int Rows, int Columns) W_hx, (int Rows, int Columns) W_hh, int b_h, (int Rows, int Columns) W_qh, int b_q) ShapesFunction(
        int n_x, int n_h, int n_q);

    /// <summary>1.1: the shapes of the five parameters.</summary>
    public static ValueExercise<ShapesFunction> Shapes { get; } = new("1.1", "The shapes of the five parameters")
    {
        Matters = "Most mistakes in the code of a network are mistakes of shape, and a name such as W_hx tells the shape.",
        Next = "exercise 1.2 counts the numbers in them.",
        Cases = _ => [SizesCase(2, 3, 4), SizesCase(5, 2, 1), SizesCase(1, 16, 1), SizesCase(3, 3, 3)],
        Reference = (n_x, n_h, n_q) => ((n_h, n_x), (n_h, n_h), n_h, (n_q, n_h), n_q),
        Misconceptions =
        [
            new("all transposed", "Your W_hx and W_qh are transposed: with column vectors the rows belong to where a weight leads to.", "1.3",
                (n_x, n_h, n_q) => ((n_x, n_h), (n_h, n_h), n_h, (n_h, n_q), n_q)),
            new("output shape swapped", "Your W_qh has rows and columns swapped: it leads to the outputs, from the hidden units.", "1.3",
                (n_x, n_h, n_q) => ((n_h, n_x), (n_h, n_h), n_h, (n_h, n_q), n_q)),
            new("input shape swapped", "Your W_hx has rows and columns swapped: it leads to the hidden units, from the inputs.", "1.3",
                (n_x, n_h, n_q) => ((n_x, n_h), (n_h, n_h), n_h, (n_q, n_h), n_q)),
            new("biases of the source", "A bias is added to what a layer computes, so it has the size of that layer, not of the layer before.", "1.3",
                (n_x, n_h, n_q) => ((n_h, n_x), (n_h, n_h), n_x, (n_q, n_h), n_h)),
        ],
        Hints =
        [
            "Read the index from right to left: W_hx leads to h from x.",
            "W_hx x_t must have n_h entries, and x_t has n_x. Which shape turns n_x numbers into n_h numbers?",
            "A matrix that turns n numbers into m has m rows and n columns: `((n_h, n_x), …, n_h, …, n_q)`.",
        ],
    };

    private static TestCase SizesCase(int n_x, int n_h, int n_q) =>
        TestCase.Of(Invariant($"n_x = {n_x}, n_h = {n_h}, n_q = {n_q}"), n_x, n_h, n_q);
}
