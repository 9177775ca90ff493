using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Unrolled.Exercises;

public static partial class Chapter05
{
    /// <summary>The gradient of one epoch of batch gradient descent.</summary>
    /// <param name="p">The parameters, n_x = n_q = 1.</param>
    /// <param name="windows">The N windows, each x_1..x_T.</param>
    /// <param name="y">The target of each window, N.</param>
    /// <returns>The mean of the gradients of the N windows.</returns>
    public delegate RnnParameters MeanGradientFunction(RnnParameters p, IReadOnlyList<Sequence> windows, Vector<double> y);

    /// <summary>5.3: accumulate over the windows, then average.</summary>
    public static ValueExercise<MeanGradientFunction> MeanGradient { get; } = new("5.3", "Accumulate and average")
    {
        Matters = "Averaged, the step does not grow with the number of windows, and one learning rate serves for all of them.",
        Next = "exercise 5.4 makes the windows.",
        Cases = random => [WindowsCase(3, 5, 4, random), WindowsCase(4, 3, 2, random)],
        Reference = (p, windows, y) => Times(1.0 / windows.Count, Accumulated(p, windows, y)),
        Misconceptions =
        [
            new("last window only", "You returned the gradient of the last window: each window overwrote the one before. Add them up.", "5.2",
                (p, windows, y) => WindowGradient(p, windows[^1], y[^1])),
            new("overwritten, then averaged", "You divided by N, but each window overwrote the one before. Add them up first.", "5.2",
                (p, windows, y) => Times(1.0 / windows.Count, WindowGradient(p, windows[^1], y[^1]))),
            new("not averaged", "You added the gradients up and did not divide by the number of windows.", "5.2", Accumulated),
            new("averaged twice", "You divided by the number of windows twice, perhaps once inside the loop and once after it.", "5.2",
                (p, windows, y) => Times(1.0 / windows.Count / windows.Count, Accumulated(p, windows, y))),
            new("averaged over the steps too", "You also divided by T. The loss of a window looks at its last output only; nothing is averaged over steps.", "5.2",
                (p, windows, y) => Times(1.0 / windows.Count / windows[0].T, Accumulated(p, windows, y))),
        ],
        Hints =
        [
            "Three parts: a gradient of zeros before the loop, one addition per window, one division after the loop.",
            "The gradient of one window is `Rnn.Backward(Rnn.Forward(p, x), SequenceLoss.Last(Loss.SquaredError, x.T, y_T)).dL_dθ`, with `y_T` a vector of size 1.",
            "`p.Map(_ => 0)` is a gradient of zeros; `g.Zip(g_k, (sum, entry) => sum + entry)` adds; `g.Map(sum => sum / windows.Count)` averages.",
        ],
    };

    private static RnnParameters Accumulated(RnnParameters p, IReadOnlyList<Sequence> windows, Vector<double> y) =>
        windows.Select((x, k) => WindowGradient(p, x, y[k])).Aggregate((sum, g_k) => sum.Zip(g_k, (total, entry) => total + entry));

    private static RnnParameters WindowGradient(RnnParameters p, Sequence x, double y) => Rnn.Backward(
        Rnn.Forward(p, x), SequenceLoss.Last(Loss.SquaredError, x.T, Vector<double>.Build.Dense(1, y))).dL_dθ;

    private static TestCase WindowsCase(int n_h, int windows, int T, MersenneTwister random)
    {
        var p = DrawGradient(1, n_h, 1, random).Map(entry => 0.5 * entry);
        IReadOnlyList<Sequence> x = [.. Enumerable.Range(0, windows).Select(_ => Sequence.OfNumbers(DrawPrices(T, random)))];
        return TestCase.Of(Invariant($"n_h = {n_h}, N = {windows}, T = {T}"), p, x, DrawPrices(windows, random));
    }

    private static Vector<double> DrawPrices(int n, MersenneTwister random) => Vector<double>.Build.Dense(n, _ => 0.1 + 0.8 * random.NextDouble());
}
