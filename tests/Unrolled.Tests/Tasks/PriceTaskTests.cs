using Unrolled.Data;
using Unrolled.Tests.Data;

namespace Unrolled.Tests.Tasks;

public sealed class PriceTaskTests
{
    private static readonly PriceTask Task =
        new(PriceCsv.Load(DataFolder.File("prices-structured.csv")), PriceSimulation.TrainDays, length: 20);

    [Fact]
    public void The_course_s_series_gives_780_windows_to_train_on_and_200_days_to_test() =>
        Assert.Equal((780, 200, 200), (Task.Train.Count, Task.Test.Count, Task.TestPrices.Count));

    [Fact]
    public void The_scaler_knows_the_training_part_only()
    {
        Assert.Equal((Task.TrainPrices.Minimum(), Task.TrainPrices.Maximum()), (Task.Scaler.Min, Task.Scaler.Max));
        Assert.Equal(800, Task.TrainPrices.Count);
    }

    [Fact]
    public void The_first_test_day_is_forecast_from_the_last_training_days()
    {
        var window = Task.Scaler.Transform(Task.TrainPrices.SubVector(780, 20));
        Assert.Equal(window, Task.Test.x(0).Select(x_t => x_t[0]));
    }

    [Fact]
    public void A_network_whose_output_is_its_bias_forecasts_the_price_that_the_bias_stands_for()
    {
        var p = RnnParameters.Create(1, 2, 1, Initialise.Zero, new Random(1));
        p.b_q[0] = 0.25;
        var price = Task.Scaler.Inverse(0.25);
        Assert.All(Task.Forecasts(p), forecast => Assert.Equal(price, forecast, 12));
    }

    [Fact]
    public void Errors_are_those_of_the_metrics_on_the_test_days()
    {
        var (rmse, mae) = Task.Errors(Persistence.Forecasts(Task.Close, 800));
        Assert.Equal(1.7061, rmse, 4);
        Assert.Equal(1.4155, mae, 4);
    }

    [Fact]
    public void Four_days_of_five_are_for_training_unless_said_otherwise() =>
        Assert.Equal(8, new PriceTask(new PriceSeries(PriceSimulation.BusinessDays().Take(10), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), length: 3).TrainDays);
}
