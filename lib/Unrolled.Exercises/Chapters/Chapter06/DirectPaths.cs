using MathNet.Numerics.LinearAlgebra;

namespace Unrolled.Exercises;

public static partial class Chapter06
{
    /// <summary>The direct path of the LSTM's memory.</summary>
    /// <param name="p">The parameters.</param>
    /// <param name="x_t">The input, n_x.</param>
    /// <param name="h_tm1">The hidden state before, n_h; held fixed.</param>
    /// <param name="c_tm1">The memory before, n_h.</param>
    /// <returns>∂c_t/∂c_{t-1} with h_{t-1} held fixed, n_h × n_h.</returns>
    public delegate Matrix<double> LstmDirectPathFunction(LstmParameters p, Vector<double> x_t, Vector<double> h_tm1, Vector<double> c_tm1);

    /// <summary>The direct path of the GRU's state.</summary>
    /// <param name="p">The parameters.</param>
    /// <param name="x_t">The input, n_x.</param>
    /// <param name="h_tm1">The state before, n_h.</param>
    /// <returns>∂h_t/∂h_{t-1} with both gates and the candidate held fixed, n_h × n_h.</returns>
    public delegate Matrix<double> GruDirectPathFunction(GruParameters p, Vector<double> x_t, Vector<double> h_tm1);

    /// <summary>6.4: ∂c_t/∂c_{t-1}.</summary>
    public static ValueExercise<LstmDirectPathFunction> LstmDirectPath { get; } = new("6.4", "The direct path of the memory")
    {
        Matters = "This diagonal matrix is why the LSTM can carry a gradient through weights that are still useless.",
        Next = "exercise 6.5 takes it to the power of T.",
        Cases = random => [LstmCase(3, 2, random), LstmCase(2, 4, random), LstmCase(3, 3, random)],
        Reference = (p, x_t, h_tm1, c_tm1) => Diagonal(Gates(p, x_t, h_tm1).f_t),
        Misconceptions =
        [
            new("i for f", "You took the input gate. It scales the candidate, which does not depend on c_{t-1} here.", "6.7",
                (p, x_t, h_tm1, c_tm1) => Diagonal(Gates(p, x_t, h_tm1).i_t)),
            new("product of c", "You returned f_t ⊙ c_{t-1}. That is a part of c_t itself; its derivative with respect to c_{t-1} has no c left.", "6.7",
                (p, x_t, h_tm1, c_tm1) => Diagonal(Gates(p, x_t, h_tm1).f_t.PointwiseMultiply(c_tm1))),
            new("a matrix on the path", "You multiplied by U_f, as in a plain RNN. No matrix stands on the direct path.", "6.7",
                (p, x_t, h_tm1, c_tm1) => Diagonal(Gates(p, x_t, h_tm1).f_t) * p.U_f),
            new("slope of the gate", "You took the derivative of the gate. With h_{t-1} held fixed, f_t is a constant.", "6.7",
                (p, x_t, h_tm1, c_tm1) => Gates(p, x_t, h_tm1).f_t is var f ? Diagonal(f.PointwiseMultiply(1 - f)) : null!),
        ],
        Hints =
        [
            "Write down the line that makes c_t. With h_{t-1} held fixed, what in it still depends on c_{t-1}?",
            "The product is entry by entry, so entry j of c_t depends on entry j of c_{t-1} alone: the matrix is diagonal.",
            "Compute the one gate you need, and pass it to `Matrix<double>.Build.DenseOfDiagonalVector`.",
        ],
    };

    /// <summary>6.6: ∂h_t/∂h_{t-1} of the GRU, without the paths through the gates.</summary>
    public static ValueExercise<GruDirectPathFunction> GruDirectPath { get; } = new("6.6", "The direct path of the GRU")
    {
        Matters = "Which end of z_t keeps the gradient is the first thing to ask about a GRU.",
        Next = "exercise 6.7 builds a cell that remembers.",
        Cases = random => [GruCase(3, 2, random), GruCase(2, 4, random), GruCase(3, 3, random)],
        Reference = (p, x_t, h_tm1) => Diagonal(1 - Update(p, x_t, h_tm1)),
        Misconceptions =
        [
            new("z for 1 − z", "You took z_t. In the course's convention it scales the candidate, and 1 − z_t scales h_{t-1}.", "6.7",
                (p, x_t, h_tm1) => Diagonal(Update(p, x_t, h_tm1))),
            new("r for 1 − z", "You took the reset gate. It acts inside the candidate, and the candidate is held fixed.", "6.7",
                (p, x_t, h_tm1) => Diagonal(Reset(p, x_t, h_tm1))),
            new("product of h", "You returned (1 − z_t) ⊙ h_{t-1}. That is a part of h_t itself; its derivative has no h left.", "6.7",
                (p, x_t, h_tm1) => Diagonal((1 - Update(p, x_t, h_tm1)).PointwiseMultiply(h_tm1))),
            new("all paths", "You returned the full Jacobian. With the gates and the candidate held fixed, only the direct path is left.", "6.8",
                (p, x_t, h_tm1) => GruJacobian.At(Gru.Forward(p, [x_t], h_0: h_tm1), 1).State),
        ],
        Hints =
        [
            "In the last line of the GRU, hold the gate and the candidate fixed. Which factor stands before h_{t-1}?",
            "The matrix is diagonal. Compute z_t from x_t and h_{t-1} as in exercise 6.3.",
            "One minus the update gate, on the diagonal: `Matrix<double>.Build.DenseOfDiagonalVector(…)`.",
        ],
    };

    private static Matrix<double> Diagonal(Vector<double> v) => Matrix<double>.Build.DenseOfDiagonalVector(v);
}
