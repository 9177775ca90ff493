using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>
/// The gradient norm against lag along one trajectory of an RNN, and the upper bounds on it. An upper bound that falls proves that the
/// gradient vanishes. One that grows proves nothing: γ‖W_hh‖ > 1 is necessary for exploding, not sufficient.
/// </summary>
/// <param name="Norms">‖∂h_T/∂h_{T−lag}‖ for lag = 0..T (spectral norms).</param>
/// <param name="Bound">(γ‖W_hh‖)^lag with γ = max φ′ (Pascanu, Mikolov, Bengio 2013, section 2.1).</param>
/// <param name="TrajectoryBound">The same with sup φ′(a_t) over this trajectory for γ: for tanh below 1 wherever no a_t is 0.</param>
public sealed record LagBounds(Vector<double> Norms, Vector<double> Bound, Vector<double> TrajectoryBound)
{
    /// <summary>Norms and bounds along the trajectory.</summary>
    public static LagBounds Of(RnnTrace trace)
    {
        var norm = SingularValues.Norm(trace.p.W_hh);
        var sup = Enumerable.Range(1, trace.T).Max(t => trace.φ_h.Derivative(trace.a[t], trace.h[t]).Maximum());
        return new(JacobianChain.Of(trace).NormsByLag(), Powers(trace.φ_h.γ * norm), Powers(sup * norm));

        Vector<double> Powers(double factor) => Vector<double>.Build.Dense(trace.T + 1, lag => Math.Pow(factor, lag));
    }
}
