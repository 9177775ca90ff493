using System.Diagnostics;
using System.Globalization;
using System.Numerics;

namespace Unrolled.Benchmarks;

/// <summary>Prints one line per measurement, "name value", for tests/peers/ratios.py.</summary>
internal static class PeerTimes
{
    public static void Print(string[] which)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        if (which is ["peak"])
        {
            Line("peak", Peak());
            return;
        }

        if (which is ["length"])
        {
            foreach (var T in new[] { 10, 100, 1_000, 10_000 })
                Line(FormattableString.Invariant($"length.{T}"), ProcessorTime(Work.Long(T), epochs: Math.Max(10, 100_000 / T)));
            return;
        }

        Measure("A.RNN", Work.Rnn(Work.A, 16), Work.A);
        Measure("A.LSTM", Work.Lstm(Work.A, 16), Work.A);
        Measure("A.GRU", Work.Gru(Work.A, 16), Work.A);
        Measure("B.RNN", Work.Rnn(Work.B, 128), Work.B);
        Measure("B.LSTM", Work.Lstm(Work.B, 128), Work.B);
        Measure("B.GRU", Work.Gru(Work.B, 128), Work.B);
    }

    // The fastest epoch of about a second, in milliseconds: on a shared machine the fastest says most about the code.
    private static void Measure<T>(string name, T p, SequenceDataset examples) where T : IParameters<T>
    {
        var loss = Trainer.Train(p, examples, Work.Options(epochs: 5)).Updates[^1].L;
        Line(name + ".loss", loss);
        using var second = new CancellationTokenSource(TimeSpan.FromSeconds(1.2));
        var times = new EpochTimes();
        Trainer.Train(p, examples, Work.Options(epochs: 100_000) with { Optimiser = new GradientDescent(1e-6) }, times, second.Token);
        Line(name, times.Fastest);
    }

    // Milliseconds of one thread per epoch. The longest epochs are never undisturbed on a shared machine, so its own clock is read.
    private static double ProcessorTime(SequenceDataset examples, int epochs)
    {
        var options = Work.Options(epochs, threads: 1) with { Optimiser = new GradientDescent(1e-6) };
        Trainer.Train(Work.Rnn(examples, 16), examples, options with { Epochs = epochs / 2 });
        var before = Environment.CpuUsage.TotalTime;
        Trainer.Train(Work.Rnn(examples, 16), examples, options);
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / epochs;
    }

    private static void Line(string name, double value) => Console.WriteLine(FormattableString.Invariant($"{name} {value:R}"));

    /// <summary>Multiply-adds that wait for nothing and touch no memory, on every core: GFLOP/s, two operations each.</summary>
    private static double Peak()
    {
        double best = 0;
        for (var repetition = 0; repetition < 20; repetition++)
        {
            const int Rounds = 2_000_000;
            var start = Stopwatch.GetTimestamp();
            Parallel.For(0, Environment.ProcessorCount, _ => MultiplyAdds(Rounds));
            var operations = 2.0 * 12 * Vector<double>.Count * Rounds * Environment.ProcessorCount;
            best = Math.Max(best, operations / Stopwatch.GetElapsedTime(start).TotalSeconds / 1e9);
        }

        return best;
    }

    private static Vector<double> MultiplyAdds(int rounds)
    {
        Vector<double> x = new(0.999), y = new(0.001);
        Vector<double> a = x, b = x, c = x, d = x, e = x, f = x, g = x, h = x, i = x, j = x, k = x, l = x;
        for (var round = 0; round < rounds; round++)
        {
            a = Vector.FusedMultiplyAdd(a, x, y);
            b = Vector.FusedMultiplyAdd(b, x, y);
            c = Vector.FusedMultiplyAdd(c, x, y);
            d = Vector.FusedMultiplyAdd(d, x, y);
            e = Vector.FusedMultiplyAdd(e, x, y);
            f = Vector.FusedMultiplyAdd(f, x, y);
            g = Vector.FusedMultiplyAdd(g, x, y);
            h = Vector.FusedMultiplyAdd(h, x, y);
            i = Vector.FusedMultiplyAdd(i, x, y);
            j = Vector.FusedMultiplyAdd(j, x, y);
            k = Vector.FusedMultiplyAdd(k, x, y);
            l = Vector.FusedMultiplyAdd(l, x, y);
        }

        return a + b + c + d + e + f + g + h + i + j + k + l;
    }

    private sealed class EpochTimes : IProgress<TrainingEpoch>
    {
        private long _last;

        public double Fastest { get; private set; } = double.PositiveInfinity;

        public void Report(TrainingEpoch value)
        {
            var now = Stopwatch.GetTimestamp();
            if (_last != 0)
                Fastest = Math.Min(Fastest, Stopwatch.GetElapsedTime(_last, now).TotalMilliseconds);
            _last = now;
        }
    }
}
