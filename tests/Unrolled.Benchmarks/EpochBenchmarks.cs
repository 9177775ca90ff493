using BenchmarkDotNet.Attributes;

namespace Unrolled.Benchmarks;

/// <summary>One call is 20 epochs of work A, or 5 of work B, and making the network's buffers.</summary>
public class EpochBenchmarks
{
    [Params(1, 2)]
    public int Threads { get; set; }

    [Benchmark(OperationsPerInvoke = 20)]
    public object A_RNN() => Trainer.Train(Work.Rnn(Work.A, 16), Work.A, Work.Options(20, Threads));

    [Benchmark(OperationsPerInvoke = 20)]
    public object A_LSTM() => Trainer.Train(Work.Lstm(Work.A, 16), Work.A, Work.Options(20, Threads));

    [Benchmark(OperationsPerInvoke = 20)]
    public object A_GRU() => Trainer.Train(Work.Gru(Work.A, 16), Work.A, Work.Options(20, Threads));

    [Benchmark(OperationsPerInvoke = 5)]
    public object B_RNN() => Trainer.Train(Work.Rnn(Work.B, 128), Work.B, Work.Options(5, Threads));

    [Benchmark(OperationsPerInvoke = 5)]
    public object B_LSTM() => Trainer.Train(Work.Lstm(Work.B, 128), Work.B, Work.Options(5, Threads));

    [Benchmark(OperationsPerInvoke = 5)]
    public object B_GRU() => Trainer.Train(Work.Gru(Work.B, 128), Work.B, Work.Options(5, Threads));
}
