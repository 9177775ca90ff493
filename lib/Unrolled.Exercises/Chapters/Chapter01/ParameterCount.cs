namespace Unrolled.Exercises;

public static partial class Chapter01
{
    /// <summary>How many numbers the five parameters hold together.</summary>
    /// <param name="n_x">The number of inputs.</param>
    /// <param name="n_h">The number of hidden units.</param>
    /// <param name="n_q">The number of outputs.</param>
    /// <param name="T">The number of steps the network runs for.</param>
    public delegate int ParameterCountFunction(int n_x, int n_h, int n_q, int T);

    /// <summary>1.2: the number of parameters.</summary>
    public static ValueExercise<ParameterCountFunction> ParameterCount { get; } = new("1.2", "The number of parameters")
    {
        Matters = "The same parameters serve at every step, so a longer sequence needs no larger network.",
        Next = "exercise 1.3 brings weights from another notation into ours.",
        Cases = _ => [CountCase(2, 3, 4, 1), CountCase(4, 16, 1, 10), CountCase(3, 3, 3, 1000)],
        Reference = (n_x, n_h, n_q, T) => n_h * n_x + n_h * n_h + n_h + n_q * n_h + n_q,
        Misconceptions =
        [
            new("times T", "You counted the parameters once for each step, but all steps share them.", "1.3",
                (n_x, n_h, n_q, T) => T * (n_h * n_x + n_h * n_h + n_h + n_q * n_h + n_q)),
            new("no biases", "You counted the weights only: the two biases are parameters too.", "1.3",
                (n_x, n_h, n_q, T) => n_h * n_x + n_h * n_h + n_q * n_h),
            new("W_hh forgotten", "You forgot W_hh, the weights from the last state to this one.", "1.3",
                (n_x, n_h, n_q, T) => n_h * n_x + n_h + n_q * n_h + n_q),
            new("b_h forgotten", "You forgot b_h, the bias of the hidden layer.", "1.3",
                (n_x, n_h, n_q, T) => n_h * n_x + n_h * n_h + n_q * n_h + n_q),
            new("b_q forgotten", "You forgot b_q, the bias of the output layer.", "1.3",
                (n_x, n_h, n_q, T) => n_h * n_x + n_h * n_h + n_h + n_q * n_h),
        ],
        Hints =
        [
            "A matrix holds rows times columns numbers. Exercise 1.1 has the shapes.",
            "Add five terms, one for each of W_hx, W_hh, b_h, W_qh, b_q. Is T in any of them?",
            "It begins with `n_h * n_x + n_h * n_h + n_h`; the output layer adds two more terms.",
        ],
    };

    private static TestCase CountCase(int n_x, int n_h, int n_q, int T) =>
        TestCase.Of(Invariant($"n_x = {n_x}, n_h = {n_h}, n_q = {n_q}, T = {T}"), n_x, n_h, n_q, T);
}
