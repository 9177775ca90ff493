namespace Unrolled;

/// <summary>
/// The copying problem (after Hochreiter and Schmidhuber 1997; in the form of Arjovsky, Shah and Bengio 2016, section 5.1): K symbols
/// are shown, then blanks for a while, then a delimiter that asks for them; the K symbols are to be repeated in order. Every step has
/// a target, and all but the last K are blank.
/// </summary>
public static class CopyProblem
{
    /// <summary>
    /// A predictor without memory says blank where blanks are due and guesses among S symbols in the last K steps: K log S / T.
    /// </summary>
    public static double TrivialLoss(int K, int lag, int S) => K * Math.Log(S) / Steps(K, lag);

    /// <summary>The accuracy of this predictor over all T steps: close to 1, since most steps are blank.</summary>
    public static double TrivialAccuracy(int K, int lag, int S) => (lag + K + (double)K / S) / Steps(K, lag);

    /// <summary>
    /// Examples of T = lag + 2K steps with n_x = S + 2 (one-hot: S symbols, blank, delimiter) and n_q = S + 1 (the S symbols, blank):
    /// K symbols, lag − 1 blanks, the delimiter, K blanks. The symbol of step t is due at t + lag + K.
    /// </summary>
    /// <param name="count">The number of examples.</param>
    /// <param name="K">The number of symbols to remember, at least 1; the paper has 10.</param>
    /// <param name="lag">The steps between the last symbol and the first repeated one, at least 1.</param>
    /// <param name="S">The size of the alphabet, at least 2; the paper has 8.</param>
    /// <param name="rng">Where the random numbers come from.</param>
    public static SequenceTask Generate(int count, int K, int lag, int S, Random rng)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(K, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(lag, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(S, 2);
        int blank = S, delimiter = S + 1;
        var (x, y) = SequenceTask.Draw(count, () =>
        {
            var symbols = Draws.Many(K, () => rng.Next(S));
            int[] shown = [.. symbols, .. Enumerable.Repeat(blank, lag - 1), delimiter, .. Enumerable.Repeat(blank, K)];
            int[] due = [.. Enumerable.Repeat(blank, lag + K), .. symbols];
            return (new Sequence(shown.Select(s => Sequence.OneHot(s, S + 2))), new Sequence(due.Select(s => Sequence.OneHot(s, S + 1))));
        });
        return new(
            "copying problem", x, y, Softmax.Instance, Loss.CategoricalCrossEntropy, TrivialLoss(K, lag, S), TrivialAccuracy(K, lag, S));
    }

    private static int Steps(int K, int lag) => lag + 2 * K;
}
