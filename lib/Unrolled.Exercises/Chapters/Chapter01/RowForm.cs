using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Unrolled.Exercises;

public static partial class Chapter01
{
    /// <summary>The network H_t = φ(X_t W_xh + H_{t-1} W_hh + b_h), O_t = φ(H_t W_ho + b_o) in the course's columns.</summary>
    /// <param name="W_xh">Input to hidden in row form, n_x × n_h.</param>
    /// <param name="W_hh">Hidden to hidden in row form, n_h × n_h.</param>
    /// <param name="b_h">Bias of the hidden layer, n_h.</param>
    /// <param name="W_ho">Hidden to output in row form, n_h × n_q.</param>
    /// <param name="b_o">Bias of the output layer, n_q.</param>
    /// <returns>The same network in column form.</returns>
    public delegate RnnParameters FromRowsFunction(
        Matrix<double> W_xh, Matrix<double> W_hh, Vector<double> b_h, Matrix<double> W_ho, Vector<double> b_o);

    /// <summary>1.3: weights in row form, brought into column form.</summary>
    public static ValueExercise<FromRowsFunction> FromRows { get; } = new("1.3", "From rows to columns")
    {
        Matters = "W_hh is square, so a forgotten transpose raises no error: it gives another network.",
        Next = "exercise 1.4 turns to losses.",
        Cases = random => [RowFormCase(2, 3, 4, random), RowFormCase(4, 2, 1, random), RowFormCase(3, 3, 3, random)],
        Reference = (W_xh, W_hh, b_h, W_ho, b_o) => new(W_xh.Transpose(), W_hh.Transpose(), b_h, W_ho.Transpose(), b_o),
        Misconceptions =
        [
            new("nothing transposed", "You passed the matrices on as they are. In row form each of them stands on the right and is the transpose of ours.", "1.8",
                (W_xh, W_hh, b_h, W_ho, b_o) => new(W_xh, W_hh, b_h, W_ho, b_o)),
            new("W_hh not transposed", "You left W_hh as it is. It is square, so its shape does not tell, but it has to be transposed like the others.", "1.8",
                (W_xh, W_hh, b_h, W_ho, b_o) => new(W_xh.Transpose(), W_hh, b_h, W_ho.Transpose(), b_o)),
            new("only W_hh transposed", "You transposed W_hh only. W_xh and W_ho have to be transposed too.", "1.8",
                (W_xh, W_hh, b_h, W_ho, b_o) => new(W_xh, W_hh.Transpose(), b_h, W_ho, b_o)),
            new("output not transposed", "You left W_ho as it is: it stands on the right of H_t, so ours is its transpose.", "1.8",
                (W_xh, W_hh, b_h, W_ho, b_o) => new(W_xh.Transpose(), W_hh.Transpose(), b_h, W_ho, b_o)),
        ],
        Hints =
        [
            "Write one example as a row and take the transpose of both sides of H_t = φ(X_t W_xh + …).",
            "(A B)ᵀ = Bᵀ Aᵀ: what stood on the right as W stands on the left as Wᵀ. A bias has no side.",
            "`new RnnParameters(W_xh.Transpose(), …, b_h, …, b_o)`: three transposes in all.",
        ],
    };

    private static TestCase RowFormCase(int n_x, int n_h, int n_q, MersenneTwister random) => TestCase.Of(
        Invariant($"n_x = {n_x}, n_h = {n_h}, n_q = {n_q}"),
        Draw(n_x, n_h, random), Draw(n_h, n_h, random), Draw(n_h, random), Draw(n_h, n_q, random), Draw(n_q, random));

    private static Matrix<double> Draw(int rows, int columns, MersenneTwister random) =>
        Matrix<double>.Build.Dense(rows, columns, (_, _) => 2 * random.NextDouble() - 1);

    private static Vector<double> Draw(int n, MersenneTwister random) => Vector<double>.Build.Dense(n, _ => 2 * random.NextDouble() - 1);
}
