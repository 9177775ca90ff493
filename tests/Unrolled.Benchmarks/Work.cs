using MathNet.Numerics.LinearAlgebra;

namespace Unrolled.Benchmarks;

/// <summary>
/// The work that is measured: one epoch is forward, backward, clip and update. Weights and data are sines, so that tests/peers/work.py
/// makes the same ones and the losses can be compared.
/// </summary>
internal static class Work
{
    public static TrainingOptions Options(int epochs, int threads = 0) => new()
    {
        Epochs = epochs,
        Optimiser = new GradientDescent(0.01),
        Clipping = Clipping.ByNorm(5),
        Threads = threads,
    };

    /// <summary>Work A: 780 windows of 20 numbers, 16 hidden units, the loss on the last output.</summary>
    public static SequenceDataset A { get; } = SequenceDataset.Last(
        [.. Range(780, n => Steps(20, t => Sines(1, _ => 0.1 * n + 0.37 * t)))],
        [.. Range(780, n => Sines(1, _ => 0.1 * n + 0.37 * 20))]);

    /// <summary>Work B: 32 sequences of 100 steps, 64 inputs, 128 hidden units, 10 outputs at every step.</summary>
    public static SequenceDataset B { get; } = SequenceDataset.Mean(
        [.. Range(32, n => Steps(100, t => Sines(64, i => 0.3 * n + 0.11 * t + 0.7 * i)))],
        [.. Range(32, n => Steps(100, t => Sines(10, q => 1 + 0.3 * n + 0.11 * t + 0.5 * q)))]);

    /// <summary>Batches of one length, to see how time grows with it.</summary>
    public static SequenceDataset Long(int T) => SequenceDataset.Last(
        [.. Range(32, n => Steps(T, t => Sines(1, _ => 0.1 * n + 0.37 * t)))], [.. Range(32, n => Sines(1, _ => 0.1 * n))]);

    public static RnnParameters Rnn(SequenceDataset e, int n_h) => new(
        Weights(1, n_h, e.n_x), Weights(2, n_h, n_h), Zero(n_h), Weights(3, e.n_q, n_h), Zero(e.n_q));

    public static LstmParameters Lstm(SequenceDataset e, int n_h) => new(
        Weights(1, n_h, e.n_x), Weights(2, n_h, n_h), Zero(n_h), Weights(3, n_h, e.n_x), Weights(4, n_h, n_h), Zero(n_h),
        Weights(5, n_h, e.n_x), Weights(6, n_h, n_h), Zero(n_h), Weights(7, n_h, e.n_x), Weights(8, n_h, n_h), Zero(n_h),
        Weights(9, e.n_q, n_h), Zero(e.n_q));

    public static GruParameters Gru(SequenceDataset e, int n_h) => new(
        Weights(1, n_h, e.n_x), Weights(2, n_h, n_h), Zero(n_h), Weights(3, n_h, e.n_x), Weights(4, n_h, n_h), Zero(n_h),
        Weights(5, n_h, e.n_x), Weights(6, n_h, n_h), Zero(n_h), Weights(7, e.n_q, n_h), Zero(e.n_q));

    private static Matrix<double> Weights(int which, int rows, int columns) =>
        Matrix<double>.Build.Dense(rows, columns, (i, k) => Math.Sin(which + 3 * i + 7 * k) / Math.Sqrt(columns));

    private static Vector<double> Zero(int n) => Vector<double>.Build.Dense(n);

    private static Vector<double> Sines(int size, Func<int, double> angle) => Vector<double>.Build.Dense(size, i => Math.Sin(angle(i)));

    private static Sequence Steps(int T, Func<int, Vector<double>> step) => new(Range(T, step));

    private static IEnumerable<T> Range<T>(int count, Func<int, T> item) => Enumerable.Range(0, count).Select(item);
}
