using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>
/// The adding problem (Hochreiter and Schmidhuber 1997, section 5.4) in the form used since Le, Jaitly and Hinton 2015, section 4.1:
/// x_t = (value, marker) with values uniform in [0, 1]; two steps are marked by 1, one in each half of the sequence, the others by 0; the
/// target, at the last step only, is the sum of the two marked values. (The original has values in [−1, 1], −1 as marker at both
/// ends, a random length and a scaled sum.)
/// </summary>
public static class AddingProblem
{
    /// <summary>The best constant is 1, the mean of the sum; its squared error is the variance of two uniform numbers, 1/6.</summary>
    public const double TrivialLoss = 1.0 / 6;

    /// <summary>Examples with n_x = 2, n_q = 1 and a target at T.</summary>
    /// <param name="count">The number of examples.</param>
    /// <param name="T">The number of steps, at least 2.</param>
    /// <param name="rng">Where the random numbers come from.</param>
    public static SequenceTask Generate(int count, int T, Random rng)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(T, 2);
        var (x, y) = SequenceTask.Draw(count, () =>
        {
            var values = Draws.Many(T, rng.NextDouble);
            int first = rng.Next(T / 2), second = rng.Next(T / 2, T);
            var inputs = values.Select((value, i) => Vector<double>.Build.Dense([value, i == first || i == second ? 1 : 0]));
            return (new Sequence(inputs), new Sequence([Vector<double>.Build.Dense(1, values[first] + values[second])], first: T));
        });
        return new("adding problem", x, y, Activation.Identity, Loss.SquaredError, TrivialLoss);
    }
}
