using BenchmarkDotNet.Attributes;

namespace Unrolled.Benchmarks;

/// <summary>Time against the number of steps: linear, whole or truncated.</summary>
public class LengthBenchmarks
{
    private SequenceDataset _examples = null!;

    [Params(10, 100, 1_000, 10_000)]
    public int T { get; set; }

    [GlobalSetup]
    public void Setup() => _examples = Work.Long(T);

    [Benchmark]
    public object Whole() => Trainer.Train(Work.Rnn(_examples, 16), _examples, Work.Options(epochs: 1));

    [Benchmark]
    public object Truncated() => Trainer.Train(Work.Rnn(_examples, 16), _examples, Work.Options(epochs: 1) with { K = 50 });
}
