using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>
/// The largest Lyapunov exponent λ: along a trajectory, ‖∂h_t/∂h_k‖ grows like e^{λ(t−k)} in the long run. λ &lt; 0: the gradient
/// vanishes, λ &gt; 0: it explodes. For the linear network λ = log ρ; otherwise W_hh alone does not determine it.
/// </summary>
public static class Lyapunov
{
    /// <summary>
    /// λ ≈ 1/(T − skip) Σ_t log‖J_t v‖, with v set back to length 1 after every step, so that nothing overflows (Benettin et al. 1980).
    /// </summary>
    /// <param name="J">The Jacobians along the trajectory.</param>
    /// <param name="v">The direction to start with, n, not 0. Almost every one turns towards the fastest growing direction.</param>
    /// <param name="skip">The first steps, in which v turns and the network settles; they are not counted.</param>
    /// <returns>λ per step; −∞ if the product is exactly 0.</returns>
    /// <exception cref="ArgumentException">v has the wrong size, is 0 or not finite.</exception>
    public static double Largest(JacobianChain J, Vector<double> v, int skip = 0)
    {
        Check.Size(nameof(v), v, "n", J.n);
        Check.Finite(nameof(v), v);
        if (v.L2Norm() == 0)
            throw new ArgumentException("v must have a direction, got the zero vector.", nameof(v));
        if (skip < 0 || skip >= J.T)
            throw new ArgumentOutOfRangeException(nameof(skip), Invariant($"skip must leave at least one of T = {J.T} steps, got {skip}."));

        double sum = 0;
        v = v.Normalize(2);
        for (var t = 1; t <= J.T; t++)
        {
            v = J[t] * v;
            var growth = v.L2Norm();
            if (growth == 0)
                return double.NegativeInfinity;
            v /= growth;
            if (t > skip)
                sum += Math.Log(growth);
        }

        return sum / (J.T - skip);
    }

    /// <summary>
    /// λ of a random network h_t = tanh(x_t + W_hh h_{t-1}) (Sompolinsky, Crisanti and Sommers 1988, in discrete time): the entries of
    /// W_hh are Gaussian with standard deviation g/√n, so that ρ ≈ g, and x_t is Gaussian noise, n independent numbers of standard deviation s.
    /// </summary>
    /// <param name="n">The number of units.</param>
    /// <param name="gain">g.</param>
    /// <param name="noise">s; 0 leaves the network to itself. Noise pushes units into saturation and lowers λ.</param>
    /// <param name="T">The number of steps.</param>
    /// <param name="skip">The first steps, which are not counted.</param>
    /// <param name="rng">Where weights, initial state and noise come from.</param>
    public static double OfRandomNetwork(int n, double gain, double noise, int T, int skip, Random rng)
    {
        var W_hh = Initialise.Gaussian(gain / Math.Sqrt(n))(n, n, rng);
        var (h_0, v) = (Noise(), Noise());
        var trace = DrivenRnn.ByNoise(W_hh, noise, T, rng, h_0: h_0);
        return Largest(JacobianChain.Of(trace), v, skip);

        Vector<double> Noise() => Vector<double>.Build.Dense(n, _ => Normal.Sample(rng, 0, 1));
    }
}
