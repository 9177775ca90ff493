using MathNet.Numerics.LinearAlgebra;

namespace Unrolled.Exercises;

public static partial class Chapter05
{
    /// <summary>The errors of forecasts.</summary>
    /// <param name="y">What came, N values.</param>
    /// <param name="ŷ">What was forecast, N values.</param>
    /// <returns>The root of the mean squared error, and the mean absolute error.</returns>
    public delegate (double rmse, double mae) ForecastErrorsFunction(Vector<double> y, Vector<double> ŷ);

    /// <summary>5.5: RMSE and MAE.</summary>
    public static ValueExercise<ForecastErrorsFunction> ForecastErrors { get; } = new("5.5", "RMSE and MAE")
    {
        Matters = "Both are in the unit of the price, so that you can hold them against a day's usual move.",
        Next = "exercise 5.6 writes the forecast that any model must beat.",
        Cases = random => [TestCase.Of("N = 5", DrawPrices(5, random), 3 * DrawPrices(5, random)), TestCase.Of("N = 8", 2 * DrawPrices(8, random), DrawPrices(8, random))],
        Reference = (y, ŷ) => (Math.Sqrt((ŷ - y).PointwisePower(2).Average()), (ŷ - y).PointwiseAbs().Average()),
        Misconceptions =
        [
            new("root forgotten", "Your RMSE is a mean of squares: take the root, or it has the wrong unit.", "5.1",
                (y, ŷ) => ((ŷ - y).PointwisePower(2).Average(), (ŷ - y).PointwiseAbs().Average())),
            new("root of the mean absolute error", "Your RMSE is the root of the mean absolute error. Square the errors before you average.", "5.1",
                (y, ŷ) => (Math.Sqrt((ŷ - y).PointwiseAbs().Average()), (ŷ - y).PointwiseAbs().Average())),
            new("root before the mean", "You took the root of each square, which gives the absolute error again. Average first, then take the root.", "5.1",
                (y, ŷ) => ((ŷ - y).PointwiseAbs().Average(), (ŷ - y).PointwiseAbs().Average())),
            new("sums, not means", "You summed and did not divide by N, so more test days would mean larger errors.", "5.1",
                (y, ŷ) => ((ŷ - y).L2Norm(), (ŷ - y).L1Norm())),
            new("signs kept", "In your MAE errors of opposite sign cancel. Take absolute values first.", "5.1",
                (y, ŷ) => (Math.Sqrt((ŷ - y).PointwisePower(2).Average()), (ŷ - y).Average())),
        ],
        Hints =
        [
            "Read the name RMSE from right to left: error, squared, mean, root.",
            "`var e = ŷ - y;` then `e.PointwisePower(2)` and `e.PointwiseAbs()`.",
            "`Average()` of the squares under one `Math.Sqrt`, and `Average()` of the absolute values.",
        ],
    };
}
