using System.Runtime.CompilerServices;
using System.Text.Json;
using Unrolled.Tests.Fast;

namespace Unrolled.Tests.Training;

public sealed class TrainerTests : IDisposable
{
    private static readonly BatchCase Case = new(seed: 1, n_x: 2, n_h: 4, n_q: 1, T: 5, count: 20);
    private static readonly RnnParameters P = Case.Rnn;

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Batch_gradient_descent_is_the_loop_of_the_lecture()
    {
        var options = new TrainingOptions { Epochs = 5, Optimiser = new GradientDescent(0.1), Clipping = Clipping.ByNorm(0.5) };
        var run = Train(options);

        var p = P;
        for (var epoch = 1; epoch <= 5; epoch++)
        {
            var (L, g) = Case.Reference(p);
            Near.Equal("L", L, run.Epochs[epoch - 1].L, Near.Golden);
            g = g.Map(entry => entry / Math.Max(1, g.Norm() / 0.5));
            p = p.Zip(g, (θ, g) => θ - 0.1 * g);
        }

        Near.Equal("p", p, run.p, Near.Golden);
        Assert.Equal(TrainingEnd.Finished, run.End);
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData(20, 1)]
    [InlineData(7, 3)] // 20 = 7 + 7 + 6
    [InlineData(1, 20)]
    public void Every_epoch_uses_every_example_once(int? batchSize, int updatesPerEpoch)
    {
        // With λ = 0 nothing is learned, so the losses of an epoch's batches average to the loss of all.
        var options = new TrainingOptions { Epochs = 3, BatchSize = batchSize, Optimiser = new GradientDescent(0) };
        var run = Train(options);
        Assert.Equal(3 * updatesPerEpoch, run.Updates.Count);
        var size = batchSize ?? 20;
        for (var epoch = 1; epoch <= 3; epoch++)
        {
            var updates = run.Updates.Where(u => u.Epoch == epoch).ToList();
            var sum = updates.Select((u, i) => u.L * Math.Min(size, 20 - i * size)).Sum();
            Near.Equal("mean loss", Case.Reference(P).L, sum / 20, Near.Golden);
        }
    }

    [Fact]
    public void The_order_of_mini_batches_comes_from_the_seed()
    {
        TrainingRun<RnnParameters> Run(int seed) => Train(new() { Epochs = 3, BatchSize = 6, Seed = seed });
        Assert.Equal(Run(1).p.ToVector(), Run(1).p.ToVector());
        Assert.NotEqual(Run(1).p.ToVector(), Run(2).p.ToVector());
        Assert.NotEqual(Run(1).Updates[0].L, Run(1).Updates[4].L);
    }

    [Fact]
    public void Threads_do_not_change_a_run()
    {
        TrainingRun<RnnParameters> Run(int threads) => Train(new() { Epochs = 20, Threads = threads });
        Assert.Equal(Run(1).p.ToVector(), Run(2).p.ToVector());
        Assert.Equal(Run(1).Updates, Run(2).Updates);
    }

    [Fact]
    public void A_run_that_diverges_stops_with_the_last_finite_parameters()
    {
        var run = Train(new() { Epochs = 1000, Optimiser = new GradientDescent(1e6), φ_h = Activation.Identity });
        Assert.Equal(TrainingEnd.Diverged, run.End);
        Assert.InRange(run.Updates.Count, 2, 999);
        Assert.All(run.p.ToVector(), θ => Assert.True(double.IsFinite(θ)));
        Assert.False(double.IsFinite(run.Updates[^1].L + run.Updates[^1].Norm.Before));
    }

    [Fact]
    public void A_cancelled_run_keeps_what_it_has()
    {
        using var cancel = new CancellationTokenSource();
        var progress = new Callback(epoch =>
        {
            if (epoch.Number == 4)
                cancel.Cancel();
        });
        var run = Trainer.Train(P, Case.Dataset, new() { Epochs = 1_000_000_000 }, progress, cancel.Token);
        Assert.Equal(TrainingEnd.Cancelled, run.End);
        Assert.Equal(Train(new() { Epochs = 4 }).p.ToVector(), run.p.ToVector());
    }

    [Fact]
    public void Progress_is_told_of_every_epoch()
    {
        List<TrainingEpoch> seen = [];
        var run = Train(new() { Epochs = 3, BatchSize = 7 }, new Callback(seen.Add));
        Assert.Equal(run.Epochs, seen);
        Assert.Equal([1, 2, 3], seen.Select(epoch => epoch.Number));
        Assert.Equal(run.Updates.Take(3).Max(u => u.Norm.Before), seen[0].Norm.Before);
    }

    [Fact]
    public void The_log_holds_the_configuration_and_every_epoch()
    {
        var file = Path.Combine(_folder, "runs", "one.jsonl");
        var options = new TrainingOptions { Epochs = 2, Optimiser = new Adam(0.01), Clipping = Clipping.ByNorm(2.5), LogFile = file };
        var run = Train(options);

        var lines = File.ReadAllLines(file).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(3, lines.Count);
        Assert.Equal("Adam", lines[0].GetProperty("optimiser").GetString());
        Assert.Equal(0.01, lines[0].GetProperty("λ").GetDouble());
        Assert.Equal(2.5, lines[0].GetProperty("τ").GetDouble());
        Assert.Equal(20, lines[0].GetProperty("batch_size").GetInt32());
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(i + 1, lines[i + 1].GetProperty("epoch").GetInt32());
            Assert.Equal(run.Epochs[i].L, lines[i + 1].GetProperty("loss").GetDouble());
            Assert.Equal(run.Epochs[i].Norm.Before, lines[i + 1].GetProperty("norm_before").GetDouble());
            Assert.Equal(run.Epochs[i].Norm.After, lines[i + 1].GetProperty("norm_after").GetDouble());
            Assert.True(lines[i + 1].GetProperty("seconds").GetDouble() > 0);
        }
    }

    [Fact]
    public void The_log_of_a_diverged_run_is_still_JSON()
    {
        var file = Path.Combine(_folder, "diverged.jsonl");
        Train(new() { Optimiser = new GradientDescent(1e6), φ_h = Activation.Identity, LogFile = file });
        Assert.Equal(JsonValueKind.Null, JsonDocument.Parse(File.ReadAllLines(file)[^1]).RootElement.GetProperty("norm_before").ValueKind);
    }

    [Fact]
    public void An_epoch_allocates_nothing_but_its_place_in_the_result()
    {
        long Allocated(int epochs)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Train(new() { Epochs = epochs, BatchSize = 5, Optimiser = new Adam(), Clipping = Clipping.ByNorm(1), Threads = 1 });
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        // The runtime now and then allocates for itself, which only adds: the least of several runs is the trainer's own.
        long Least(int epochs) => Enumerable.Range(0, 5).Min(_ => Allocated(epochs));
        var place = 4 * Unsafe.SizeOf<TrainingUpdate>() + Unsafe.SizeOf<TrainingEpoch>();
        Assert.Equal(100 * place, Least(110) - Least(10));
    }

    [Fact]
    public void Two_examples_come_in_either_order()
    {
        var two = new BatchCase(seed: 1, n_x: 2, n_h: 4, n_q: 1, T: 5, count: 2);
        var options = new TrainingOptions { Epochs = 20, BatchSize = 1, Optimiser = new GradientDescent(0) };
        var run = Trainer.Train(two.Rnn, two.Dataset, options, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(2, run.Updates.Where((_, i) => i % 2 == 0).Select(update => update.L).Distinct().Count());
    }

    [Fact]
    public void An_epoch_tells_the_mean_loss_and_the_largest_norms_of_its_updates()
    {
        var run = Train(new() { Epochs = 2, BatchSize = 3, Optimiser = new GradientDescent(0), Clipping = Clipping.ByValue(0.01) });
        foreach (var epoch in run.Epochs)
        {
            var updates = run.Updates.Where(update => update.Epoch == epoch.Number).ToList();
            Assert.True(updates.Count > 2);
            Near.Equal("L", updates.Average(update => update.L), epoch.L, Near.Golden);
            Assert.Equal(updates.Max(update => update.Norm.Before), epoch.Norm.Before);
            Assert.Equal(updates.Max(update => update.Norm.After), epoch.Norm.After);
        }
    }

    [Fact]
    public void Parameters_that_are_not_finite_are_refused()
    {
        var p = P.Map(θ => θ);
        p.W_hh[1, 2] = double.NaN;
        Assert.Contains("W_hh", Assert.Throws<ArgumentException>(() => Train(new(), p: p)).Message, StringComparison.Ordinal);
    }

    private static TrainingRun<RnnParameters> Train(
        TrainingOptions options, IProgress<TrainingEpoch>? progress = null, RnnParameters? p = null) =>
        Trainer.Train(p ?? P, Case.Dataset, options, progress, TestContext.Current.CancellationToken);

    // Progress<T> would call back on another thread, after the fact.
    private sealed class Callback(Action<TrainingEpoch> action) : IProgress<TrainingEpoch>
    {
        public void Report(TrainingEpoch value) => action(value);
    }
}
