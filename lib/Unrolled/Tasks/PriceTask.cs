using MathNet.Numerics.LinearAlgebra;
using Unrolled.Data;

namespace Unrolled;

/// <summary>
/// The price forecast of chapter 05, many-to-one: from <see cref="Length"/> prices the next. The scaler is fitted on the training part
/// alone; every day of the test part is forecast from the true prices before it.
/// </summary>
public sealed class PriceTask
{
    /// <summary>The task for a series.</summary>
    /// <param name="prices">The series.</param>
    /// <param name="trainDays">The days to learn from; the others are for testing. 80 % if not given.</param>
    /// <param name="length">The prices in a window, T.</param>
    /// <exception cref="ArgumentException">One part would be empty, or the training part has no window or no two different prices.</exception>
    public PriceTask(PriceSeries prices, int? trainDays = null, int length = 20)
    {
        (TrainDays, Length) = (trainDays ?? prices.Count * 4 / 5, length);
        var (train, test) = prices.Split(TrainDays);
        Scaler = MinMaxScaler.Fit(train.Close);
        var scaled = Scaler.Transform(train.Close);
        Train = Many(SlidingWindows.Of(scaled, length));
        Test = Many(SlidingWindows.Of(Scaler.Transform(test.Close), length, past: scaled));
        Close = Vector<double>.Build.Dense([.. prices.Close]);
    }

    /// <summary>All prices, in time order.</summary>
    public Vector<double> Close { get; }

    /// <summary>The number of training days.</summary>
    public int TrainDays { get; }

    /// <summary>The prices in a window, T.</summary>
    public int Length { get; }

    /// <summary>Maps the training prices to [0, 1].</summary>
    public MinMaxScaler Scaler { get; }

    /// <summary>The training windows, scaled: n_x = n_q = 1, the loss of the last output only.</summary>
    public SequenceDataset Train { get; }

    /// <summary>The windows before each test day, scaled.</summary>
    public SequenceDataset Test { get; }

    /// <summary>The prices of the training days.</summary>
    public Vector<double> TrainPrices => Close.SubVector(0, TrainDays);

    /// <summary>The prices of the test days, the truth that forecasts are held against.</summary>
    public Vector<double> TestPrices => Close.SubVector(TrainDays, Close.Count - TrainDays);

    /// <summary>The network's forecast of every test day, in the unit of the prices.</summary>
    public Vector<double> Forecasts(RnnParameters p) => Scaler.Inverse(Vector<double>.Build.DenseOfEnumerable(
        new BatchedNetwork<RnnParameters>(p, threads: 1).Outputs(p, Test).Select(o => o[Length][0])));

    /// <summary>RMSE and MAE of forecasts of the test days, in the unit of the prices.</summary>
    public (double Rmse, double Mae) Errors(Vector<double> forecasts) =>
        (Metrics.Rmse([.. TestPrices], [.. forecasts]), Metrics.Mae([.. TestPrices], [.. forecasts]));

    private static SequenceDataset Many(SlidingWindows windows) => SequenceDataset.Last(
        [.. windows.Inputs.Select(window => Sequence.OfNumbers(window))],
        [.. windows.Targets.Select(target => Vector<double>.Build.Dense(1, target))]);
}
