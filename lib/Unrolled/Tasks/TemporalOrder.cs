namespace Unrolled;

/// <summary>
/// The temporal order problem with two symbols (Hochreiter and Schmidhuber 1997, section 5.6, task 6a): in a sequence of distractors
/// a, b, c, d, started by E and ended by B, two symbols are X or Y. The target, at the last step only, is which of XX, XY, YX, YY it was.
/// The original draws 100 to 110 steps and the two positions from 10–20 and 50–60; here T is given and the positions grow with it.
/// </summary>
public static class TemporalOrder
{
    private const int Distractors = 4, E = 4, B = 5, X = 6, Symbols = 8; // a, b, c, d, E, B, X, Y

    /// <summary>The four classes are equally likely: −log ¼.</summary>
    public static double TrivialLoss { get; } = Math.Log(4);

    /// <summary>Examples with n_x = 8 (one-hot a, b, c, d, E, B, X, Y), n_q = 4 (one-hot XX, XY, YX, YY) and a target at T.</summary>
    /// <param name="count">The number of examples.</param>
    /// <param name="T">The number of steps, at least 10. The first symbol stands in (T/10, 2T/10], the second in (5T/10, 6T/10].</param>
    /// <param name="rng">Where the random numbers come from.</param>
    public static SequenceTask Generate(int count, int T, Random rng)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(T, 10);
        var (x, y) = SequenceTask.Draw(count, () =>
        {
            var symbols = Draws.Many(T, () => rng.Next(Distractors));
            int first = rng.Next(2), second = rng.Next(2);
            (symbols[0], symbols[T - 1]) = (E, B);
            symbols[rng.Next(T / 10, 2 * T / 10)] = X + first;
            symbols[rng.Next(5 * T / 10, 6 * T / 10)] = X + second;
            return (
                new Sequence(symbols.Select(s => Sequence.OneHot(s, Symbols))),
                new Sequence([Sequence.OneHot(2 * first + second, 4)], first: T));
        });
        return new("temporal order", x, y, Softmax.Instance, Loss.CategoricalCrossEntropy, TrivialLoss, TrivialAccuracy: 0.25);
    }
}
