using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Unrolled.Exercises;

public static partial class Chapter02
{
    /// <summary>Scaling to [0, 1], and back.</summary>
    /// <param name="train">The training prices.</param>
    /// <param name="test">The test prices, which are to be scaled.</param>
    /// <param name="forecasts">Scaled forecasts, which are to be brought back to prices.</param>
    /// <returns>The test prices scaled, and the forecasts as prices.</returns>
    public delegate (Vector<double> scaled, Vector<double> prices) ScalerFunction(
        Vector<double> train, Vector<double> test, Vector<double> forecasts);

    /// <summary>2.7: a scaler that has not seen the test part.</summary>
    public static ValueExercise<ScalerFunction> Scaler { get; } = new("2.7", "A scaler that has not seen the test part")
    {
        Matters = "A scaler fitted on the test part tells the network where the future ends, and its test error means nothing.",
        Next = "exercise 2.8 counts updates.",
        Cases = random => [ScalerCase("above", 6, 3, 110, random), ScalerCase("below", 4, 4, 75, random)],
        Reference = (train, test, forecasts) => Scaled(train.Minimum(), train.Maximum(), test, forecasts),
        Misconceptions =
        [
            new("fitted on the test part too", "Your minimum and maximum know the test prices. Take them from the training part alone.", "2.6",
                (train, test, forecasts) => Scaled(
                    Math.Min(train.Minimum(), test.Minimum()), Math.Max(train.Maximum(), test.Maximum()), test, forecasts)),
            new("fitted on the test part alone", "You took minimum and maximum from the test prices. Take them from the training part.", "2.6",
                (train, test, forecasts) => Scaled(test.Minimum(), test.Maximum(), test, forecasts)),
            new("inverse forgets the minimum", "On the way back you multiplied by the range but did not add the minimum.", "2.6",
                (train, test, forecasts) => (Scaled(train.Minimum(), train.Maximum(), test, forecasts).scaled,
                    forecasts * (train.Maximum() - train.Minimum()))),
            new("scaled to [−1, 1]", "You scaled to [−1, 1]. Here the training prices go to [0, 1].", "2.6",
                (train, test, forecasts) => (2 * Scaled(train.Minimum(), train.Maximum(), test, forecasts).scaled - 1,
                    Scaled(train.Minimum(), train.Maximum(), test, (forecasts + 1) / 2).prices)),
            new("clipped to [0, 1]", "You clipped the scaled prices. A test price outside the training range becomes a number outside [0, 1].", "2.6",
                (train, test, forecasts) => (Scaled(train.Minimum(), train.Maximum(), test, forecasts).scaled.Map(P => Math.Clamp(P, 0, 1)),
                    Scaled(train.Minimum(), train.Maximum(), test, forecasts).prices)),
            new("divided by the maximum", "You divided by the maximum. Subtract the minimum, and divide by the range.", "2.6",
                (train, test, forecasts) => (test / train.Maximum(), forecasts * train.Maximum())),
        ],
        Hints =
        [
            "Two numbers are enough for everything: the smallest and the largest training price.",
            "Scaled: the distance from the minimum, as a share of the range. The way back undoes the two operations in the other order.",
            "`(test - min) / (max - min)` one way, `min + forecasts * (max - min)` the other, with `train.Minimum()` and `train.Maximum()`.",
        ],
    };

    private static (Vector<double> scaled, Vector<double> prices) Scaled(double min, double max, Vector<double> test, Vector<double> forecasts) =>
        ((test - min) / (max - min), min + forecasts * (max - min));

    // One test price lies outside the training range, on one side only: so what knows the test part too differs from what knows it alone.
    private static TestCase ScalerCase(string where, int train, int test, double outside, MersenneTwister random)
    {
        var prices = 85 + 15 * Draw(train, random);
        (prices[0], prices[1]) = (86 + random.NextDouble(), 98 + random.NextDouble());
        var later = 90 + 5 * Draw(test, random);
        later[0] = outside + random.NextDouble();
        var label = Invariant($"{train} training and {test} test prices, one of them {where} the training range");
        return TestCase.Of(label, prices, later, Draw(test, random));
    }
}
