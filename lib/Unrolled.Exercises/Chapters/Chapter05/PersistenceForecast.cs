using MathNet.Numerics.LinearAlgebra;

namespace Unrolled.Exercises;

public static partial class Chapter05
{
    /// <summary>The persistence forecast of the test part.</summary>
    /// <param name="y">All prices, y[0]..y[N−1].</param>
    /// <param name="from">The place of the first test price, at least 1.</param>
    /// <returns>A forecast for each of y[from]..y[N−1].</returns>
    public delegate Vector<double> PersistenceFunction(Vector<double> y, int from);

    /// <summary>5.6: tomorrow is like today.</summary>
    public static ValueExercise<PersistenceFunction> PersistenceForecast { get; } = new("5.6", "The forecast to beat")
    {
        Matters = "It costs one line, and on a random walk nothing that knows only the past can be expected to beat it.",
        Next = "exercise 5.7 is about the update.",
        Cases = random => [TestCase.Of("N = 9, from 5", DrawPrices(9, random), 5), TestCase.Of("N = 6, from 1", DrawPrices(6, random), 1)],
        Reference = Persistence.Forecasts,
        Misconceptions =
        [
            new("shifted the wrong way", "You forecast each day by the day after it: that one is not known yet.", "5.1",
                (y, from) => Vector<double>.Build.Dense(y.Count - from, i => y[Math.Min(from + i + 1, y.Count - 1)])),
            new("the target itself", "Your forecast of a day is that day's own price. Take the price of the day before.", "5.1",
                (y, from) => y.SubVector(from, y.Count - from)),
            new("last training price for all days", "You forecast every test day by the last training price. Each day knows the price of the day before it.", "5.1",
                (y, from) => Vector<double>.Build.Dense(y.Count - from, y[from - 1])),
            new("two days late", "You forecast each day by the price two days before. The price of the day before is known.", "5.1",
                (y, from) => Vector<double>.Build.Dense(y.Count - from, i => y[Math.Max(from + i - 2, 0)])),
        ],
        Hints =
        [
            "On the evening before the first test day, which price do you know last?",
            "The forecast of `y[t]` is `y[t - 1]`, for t from `from` to `y.Count - 1`.",
            "So the answer is the part of `y` that starts at `from - 1` and has `y.Count - from` entries: `SubVector`.",
        ],
    };
}
