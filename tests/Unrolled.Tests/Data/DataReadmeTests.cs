using Unrolled.Data;

namespace Unrolled.Tests.Data;

public sealed class DataReadmeTests
{
    static readonly string Readme = File.ReadAllText(DataFolder.File("README.md"));

    [Fact]
    public void The_readme_gives_the_parameters_seed_and_noise_floor_that_the_code_computes() =>
        Assert.All(PriceSimulation.Shares, share =>
        {
            var (process, floor) = (share.Process, share.NoiseFloor());
            Assert.Contains(
                FormattableString.Invariant(
                    $"| `{share.FileName}` | {process.Shock} | {process.Reversion} | {process.WeeklyCycle} | {share.Seed} | {floor:F4} |\n"),
                Readme, StringComparison.Ordinal);
        });

    [Fact]
    public void The_readme_gives_the_number_of_days_and_the_first_one()
    {
        var series = PriceSimulation.RandomWalk.Series();
        Assert.Contains(
            FormattableString.Invariant(
                $"{series.Count:N0} rows, one for each business day (Monday to Friday, without holidays) from {series.Dates[0]:yyyy-MM-dd} on"),
            Readme, StringComparison.Ordinal);
        Assert.Contains(
            $"first {PriceSimulation.TrainDays} days and tests on the last {series.Count - PriceSimulation.TrainDays}",
            Readme, StringComparison.Ordinal);
    }
}
