using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>
/// The latching problem (Bengio, Simard and Frasconi 1994, section II, in a smaller form): the first input is +1 or −1, all others are
/// Gaussian noise, and the target, at the last step only, is the first input. One bit of memory is enough; it must last T − 1 steps.
/// </summary>
public static class LatchProblem
{
    /// <summary>The best constant output is 0; its squared error is 1, the variance of ±1.</summary>
    public const double TrivialLoss = 1;

    /// <summary>Examples with n_x = n_q = 1 and a target at T; an output is right if it has the sign of the target.</summary>
    /// <param name="count">The number of examples.</param>
    /// <param name="T">The number of steps, at least 2.</param>
    /// <param name="s">The standard deviation of the noise.</param>
    /// <param name="rng">Where the random numbers come from.</param>
    public static SequenceTask Generate(int count, int T, double s, Random rng)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(T, 2);
        ArgumentOutOfRangeException.ThrowIfNegative(s);
        var (x, y) = SequenceTask.Draw(count, () =>
        {
            var bit = 2 * rng.Bit() - 1;
            var noise = Draws.Many(T - 1, () => Normal.Sample(rng, 0, s));
            return (Sequence.OfNumbers([bit, .. noise]), new Sequence([Vector<double>.Build.Dense(1, bit)], first: T));
        });
        return new("latching problem", x, y, Activation.Identity, Loss.SquaredError, TrivialLoss, TrivialAccuracy: 0.5);
    }
}
