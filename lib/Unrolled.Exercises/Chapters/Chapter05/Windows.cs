using MathNet.Numerics.LinearAlgebra;

namespace Unrolled.Exercises;

public static partial class Chapter05
{
    /// <summary>Windows of a series, each with the value after it.</summary>
    /// <param name="s">The series s_0..s_{N−1}.</param>
    /// <param name="length">The number of values in a window.</param>
    /// <returns>All windows, the earliest first, and their targets.</returns>
    public delegate (IReadOnlyList<Vector<double>> inputs, Vector<double> targets) WindowsFunction(Vector<double> s, int length);

    /// <summary>5.4: cut a series into windows.</summary>
    public static ValueExercise<WindowsFunction> Windows { get; } = new("5.4", "Windows and their targets")
    {
        Matters = "A target that stands in its own window makes any network look like a prophet.",
        Next = "exercise 5.5 measures forecasts.",
        Cases = random => [TestCase.Of("N = 7, length 3", DrawPrices(7, random), 3), TestCase.Of("N = 6, length 2", DrawPrices(6, random), 2)],
        Reference = (s, length) => Cut(s, length, s.Count - length, k => k, k => k + length),
        Misconceptions =
        [
            new("target inside the window", "Your target is the last value of its own window: the network only has to repeat it. Take the value after the window.", "5.1",
                (s, length) => Cut(s, length, s.Count - length, k => k, k => k + length - 1)),
            new("off by one", "Your target is two values after the window. Take the one right after it.", "5.1",
                (s, length) => Cut(s, length, s.Count - length - 1, k => k, k => k + length + 1)),
            new("last window lost", "One window is missing at the end: there are N − length of them.", "5.1",
                (s, length) => Cut(s, length, s.Count - length - 1, k => k, k => k + length)),
            new("windows that do not overlap", "Your windows start a whole length apart. A new window starts at every value.", "5.1",
                (s, length) => Cut(s, length, (s.Count - 1) / length, k => k * length, k => (k + 1) * length)),
            new("first window lost", "Your first window starts at s_1. The first one starts at s_0.", "5.1",
                (s, length) => Cut(s, length, s.Count - length - 1, k => k + 1, k => k + 1 + length)),
        ],
        Hints =
        [
            "Write down by hand all windows of length 3 of the series 1, 2, 3, 4, 5. How many are there, and what follows each?",
            "Window k is s_k … s_{k+length−1}, and its target s_{k+length}. The last target is the last value of the series.",
            "There are `s.Count - length` windows. `s.SubVector(k, length)` is window k, `s[k + length]` its target.",
        ],
    };

    private static (IReadOnlyList<Vector<double>> inputs, Vector<double> targets) Cut(
        Vector<double> s, int length, int count, Func<int, int> from, Func<int, int> target) => (
            [.. Enumerable.Range(0, count).Select(k => s.SubVector(from(k), length))], Vector<double>.Build.Dense(count, k => s[target(k)]));
}
