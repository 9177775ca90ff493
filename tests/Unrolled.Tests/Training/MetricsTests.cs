namespace Unrolled.Tests.Training;

public class MetricsTests
{
    [Fact]
    public void RMSE_weighs_large_errors_more_than_MAE()
    {
        double[] y = [1, 2, 3, 4], ŷ = [1, 2, 3, 8];
        Assert.Equal(2, Metrics.Rmse(y, ŷ));
        Assert.Equal(1, Metrics.Mae(y, ŷ));
    }

    [Fact]
    public void Signs_of_errors_do_not_cancel()
    {
        Assert.Equal(3, Metrics.Rmse([0, 0], [3, -3]));
        Assert.Equal(3, Metrics.Mae([0, 0], [3, -3]));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 3)]
    public void There_is_one_forecast_per_value(int values, int forecasts)
    {
        Assert.Throws<ArgumentException>(() => Metrics.Rmse(new double[values], new double[forecasts]));
        Assert.Throws<ArgumentException>(() => Metrics.Mae(new double[values], new double[forecasts]));
    }
}
