using MathNet.Numerics.Random;

namespace Unrolled.Exercises;

public static partial class Chapter06
{
    /// <summary>The number of parameters of the three cells, without the output layer.</summary>
    /// <param name="n_x">The number of inputs.</param>
    /// <param name="n_h">The number of hidden units.</param>
    /// <param name="T">The number of steps of the sequences.</param>
    /// <returns>For RNN, GRU and LSTM; each box has one bias.</returns>
    public delegate (int rnn, int gru, int lstm) CellParametersFunction(int n_x, int n_h, int T);

    /// <summary>6.2: parameters of the cells.</summary>
    public static ValueExercise<CellParametersFunction> CellParameters { get; } = new("6.2", "Parameters of the cells")
    {
        Matters = "Compare cells at equal numbers of parameters, or say that you did not.",
        Next = "exercise 6.3 is the GRU's step.",
        Cases = random => [SizeCase(random), SizeCase(random), TestCase.Of("n_x = n_h = 5, T = 7", 5, 5, 7)],
        Reference = (n_x, n_h, T) => Boxes(n_h * (n_x + n_h + 1), 1, 3, 4),
        Misconceptions =
        [
            new("three blocks in the LSTM", "You gave the LSTM three boxes. It has three gates and a candidate.", "6.2",
                (n_x, n_h, T) => Boxes(n_h * (n_x + n_h + 1), 1, 3, 3)),
            new("candidates forgotten", "You counted the gates only. In GRU and LSTM the candidate has weights of its own.", "6.14",
                (n_x, n_h, T) => Boxes(n_h * (n_x + n_h + 1), 1, 2, 3)),
            new("one bias too many", "You gave every box two biases, as PyTorch does. Here each has one.", "6.14",
                (n_x, n_h, T) => Boxes(n_h * (n_x + n_h + 2), 1, 3, 4)),
            new("no biases", "You left the biases out: each box has one, of size n_h.", "6.14",
                (n_x, n_h, T) => Boxes(n_h * (n_x + n_h), 1, 3, 4)),
            new("times T", "You multiplied by the number of steps. The same parameters serve at every step.", "6.14",
                (n_x, n_h, T) => Boxes(n_h * (n_x + n_h + 1) * T, 1, 3, 4)),
        ],
        Hints =
        [
            "Count one box first: a matrix for x_t, a matrix for h_{t-1}, a bias.",
            "One box holds `n_h * n_x + n_h * n_h + n_h` numbers. How many boxes does each cell have?",
            "The boxes of the GRU are r, z and the candidate; those of the LSTM f, i, o and the candidate.",
        ],
    };

    private static (int rnn, int gru, int lstm) Boxes(int box, int rnn, int gru, int lstm) => (rnn * box, gru * box, lstm * box);

    private static TestCase SizeCase(MersenneTwister random)
    {
        var (n_x, n_h, T) = (2 + random.Next(9), 12 + random.Next(20), 5 + random.Next(50));
        return TestCase.Of(Invariant($"n_x = {n_x}, n_h = {n_h}, T = {T}"), n_x, n_h, T);
    }
}
