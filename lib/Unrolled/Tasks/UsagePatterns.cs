using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>One toy task for each of the five ways to use a recurrent network (chapter 01). The tasks are the course's own.</summary>
public static class UsagePatterns
{
    /// <summary>
    /// One-to-one: two bits, y = x_1 ⊕ x_2. T = 1, so W_hh never enters: this is an MLP, and it needs its hidden layer.
    /// n_x = 2, n_q = 1. Trivial: ½, with cross-entropy log 2 and chance level ½.
    /// </summary>
    public static SequenceTask OneToOne(int count, Random rng)
    {
        var (x, y) = SequenceTask.Draw(count, () =>
        {
            double a = rng.Bit(), b = rng.Bit();
            return (new Sequence([Vector<double>.Build.Dense([a, b])]), Sequence.OfNumbers([a == b ? 0 : 1]));
        });
        return new("one-to-one: exclusive or", x, y, Activation.Sigmoid, Loss.BinaryCrossEntropy, Math.Log(2), 0.5);
    }

    /// <summary>
    /// One-to-many: x_1 = n/T for a number n drawn from 1..T, later inputs 0; y_t = 1 for the first n steps, then 0. n_x = n_q = 1.
    /// Trivial: at each step the share of examples that are still on, p_t = (T − t + 1)/T.
    /// </summary>
    public static SequenceTask OneToMany(int count, int T, Random rng)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(T, 1);
        var (x, y) = SequenceTask.Draw(count, () =>
        {
            var n = rng.Next(1, T + 1);
            return (
                Sequence.OfNumbers(Steps(T).Select(t => t == 1 ? (double)n / T : 0)),
                Sequence.OfNumbers(Steps(T).Select(t => t <= n ? 1.0 : 0)));
        });
        double[] p = [.. Steps(T).Select(t => (T - t + 1.0) / T)];
        return new(
            "one-to-many: timer", x, y, Activation.Sigmoid, Loss.BinaryCrossEntropy, p.Average(Entropy), p.Average(p => Math.Max(p, 1 - p)));
    }

    /// <summary>
    /// Many-to-one: are more than half of T random bits 1? T is odd; the target stands at T. n_x = n_q = 1.
    /// Trivial: ½, with cross-entropy log 2 and chance level ½.
    /// </summary>
    public static SequenceTask ManyToOne(int count, int T, Random rng)
    {
        if (T < 1 || T % 2 == 0)
            throw new ArgumentOutOfRangeException(nameof(T), Invariant($"T must be odd and at least 1, so that there is no tie, got {T}."));
        var (x, y) = SequenceTask.Draw(count, () =>
        {
            var bits = Draws.Many(T, rng.Bit);
            return (Sequence.OfNumbers(bits), new Sequence([Vector<double>.Build.Dense(1, bits.Sum() > T / 2.0 ? 1 : 0)], first: T));
        });
        return new("many-to-one: majority", x, y, Activation.Sigmoid, Loss.BinaryCrossEntropy, Math.Log(2), 0.5);
    }

    /// <summary>
    /// Many-to-many, equal length: numbers uniform in [−1, 1], y_t = x_t + x_{t−1} with x_0 = 0. n_x = n_q = 1.
    /// Trivial: 0, with the mean squared error (2T − 1) / 3T; what remains if only the past is missing is (T − 1) / 3T.
    /// </summary>
    public static SequenceTask ManyToMany(int count, int T, Random rng)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(T, 1);
        var (x, y) = SequenceTask.Draw(count, () =>
        {
            var x = Draws.Many(T, () => rng.Uniform(-1, 1));
            return (Sequence.OfNumbers(x), Sequence.OfNumbers(x.Select((x_t, i) => i == 0 ? x_t : x_t + x[i - 1])));
        });
        return new("many-to-many: sum of two", x, y, Activation.Identity, Loss.SquaredError, (2 * T - 1) / (3.0 * T));
    }

    /// <summary>
    /// Many-to-many, unequal length (encoder, then decoder): 2m numbers uniform in [0, 1] are read, then m are written, the mean of each
    /// pair. T = 3m; x_t = (number, 0) while reading, (0, 1) while writing; targets from step 2m + 1 on. n_x = 2, n_q = 1.
    /// Trivial: ½, with the squared error 1/24, the variance of the mean of two uniform numbers.
    /// </summary>
    public static SequenceTask EncoderDecoder(int count, int m, Random rng)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(m, 1);
        var (x, y) = SequenceTask.Draw(count, () =>
        {
            var read = Draws.Many(2 * m, rng.NextDouble);
            var inputs = read.Select(value => (value, 0.0)).Concat(Enumerable.Repeat((0.0, 1.0), m));
            var means = Sequence.OfNumbers(read.Chunk(2).Select(pair => pair.Average()));
            return (
                new Sequence(inputs.Select(x_t => Vector<double>.Build.Dense([x_t.Item1, x_t.Item2]))),
                new Sequence(means, first: 2 * m + 1));
        });
        return new("encoder, then decoder: mean of pairs", x, y, Activation.Identity, Loss.SquaredError, 1.0 / 24);
    }

    private static IEnumerable<int> Steps(int T) => Enumerable.Range(1, T);

    private static double Entropy(double p) => p is 0 or 1 ? 0 : -p * Math.Log(p) - (1 - p) * Math.Log(1 - p);
}
