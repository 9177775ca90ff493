namespace Unrolled;

/// <summary>Two tasks on random bits. Each bit is 0 or 1 with probability ½, and so is each target: chance level is one half.</summary>
public static class BitTasks
{
    /// <summary>The best constant output is ½; its binary cross-entropy is log 2.</summary>
    public static double TrivialLoss { get; } = Math.Log(2);

    /// <summary>
    /// Echo: y_t = x_{t−lag}, with targets from step lag + 1 on. A pure memory task; the network must hold the last lag bits at once
    /// (the memory capacity of Jaeger 2001 asks for the same with real numbers). n_x = n_q = 1.
    /// </summary>
    /// <param name="count">The number of examples.</param>
    /// <param name="T">The number of steps, more than lag.</param>
    /// <param name="lag">How many steps later a bit is due, at least 1.</param>
    /// <param name="rng">Where the random numbers come from.</param>
    public static SequenceTask Echo(int count, int T, int lag, Random rng)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lag, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(T, lag);
        return Task("echo", count, T, rng, x => new(Sequence.OfNumbers(x[..^lag]), first: lag + 1));
    }

    /// <summary>
    /// Parity: y_t = x_1 ⊕ … ⊕ x_t, whether the number of ones so far is odd; a target at every step. One bit of memory is enough, but
    /// every input matters: one bit forgotten, and all later outputs are chance (Minsky and Papert 1969 for the static form). n_x = n_q = 1.
    /// </summary>
    /// <param name="count">The number of examples.</param>
    /// <param name="T">The number of steps, at least 1.</param>
    /// <param name="rng">Where the random numbers come from.</param>
    public static SequenceTask Parity(int count, int T, Random rng)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(T, 1);
        return Task("parity", count, T, rng, x => Sequence.OfNumbers(x.Select((_, i) => x[..(i + 1)].Sum() % 2)));
    }

    private static SequenceTask Task(string name, int count, int T, Random rng, Func<double[], Sequence> targets)
    {
        var (x, y) = SequenceTask.Draw(count, () =>
        {
            var bits = Draws.Many(T, rng.Bit);
            return (Sequence.OfNumbers(bits), targets(bits));
        });
        return new(name, x, y, Activation.Sigmoid, Loss.BinaryCrossEntropy, TrivialLoss, TrivialAccuracy: 0.5);
    }
}
