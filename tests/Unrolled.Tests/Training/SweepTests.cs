using Unrolled.Tests.Fast;

namespace Unrolled.Tests.Training;

public class SweepTests
{
    [Fact]
    public void Results_stand_in_the_order_of_the_configurations_and_do_not_depend_on_threads()
    {
        var c = new BatchCase(seed: 1, n_x: 1, n_h: 3, n_q: 1, T: 4, count: 10);
        var p = c.Rnn;
        double Final(double λ) =>
            Trainer.Train(p, c.Dataset, Options(λ), cancellation: TestContext.Current.CancellationToken).Epochs[^1].L;

        double[] rates = [.. Enumerable.Range(1, 30).Select(i => 0.01 * i)];
        var one = Sweep.Run(rates, Final, threads: 1, TestContext.Current.CancellationToken);
        Assert.Equal(rates, one.Select(r => r.Configuration));
        Assert.Equal(one, Sweep.Run(rates, Final, threads: 4, TestContext.Current.CancellationToken));
        Assert.Equal(30, one.Select(r => r.Result).Distinct().Count());
    }

    [Fact]
    public void The_first_failure_is_named_whatever_the_threads()
    {
        for (var threads = 1; threads <= 4; threads++)
        {
            var e = Assert.Throws<InvalidOperationException>(() => Sweep.Run(
                Enumerable.Range(0, 40), i => i % 10 == 7 ? throw new ArgumentException("too odd") : i, threads,
                TestContext.Current.CancellationToken));
            Assert.Equal("The run with 7 failed: too odd", e.Message);
        }
    }

    [Fact]
    public void Cancelled_it_starts_no_further_run()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        Assert.Throws<OperationCanceledException>(() => Sweep.Run([1, 2, 3], i => i, cancellation: cancel.Token));
    }

    private static TrainingOptions Options(double λ) =>
        new() { Epochs = 5, BatchSize = 3, Optimiser = new GradientDescent(λ), Threads = 1 };
}
