using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>
/// The Jacobians J_t = ∂s_t/∂s_{t-1} along one trajectory, t = 1..T, and their products. The state s is h for RNN and GRU, and
/// [h; c] for the LSTM (see <see cref="LstmJacobian.State"/>). A Jacobian is computed when it is asked for and not kept.
/// </summary>
public sealed class JacobianChain
{
    private readonly Func<int, Matrix<double>> _J;

    private JacobianChain(int T, int n, Func<int, Matrix<double>> J) => (this.T, this.n, _J) = (T, n, J);

    /// <summary>A chain of given Jacobians, J_1 first.</summary>
    /// <param name="J">The Jacobians, each n × n.</param>
    /// <param name="n">The size of the state.</param>
    /// <exception cref="ArgumentException">A Jacobian is not n × n, or not finite.</exception>
    public JacobianChain(IEnumerable<Matrix<double>> J, int n)
    {
        Matrix<double>[] all = [.. J];
        for (var t = 1; t <= all.Length; t++)
        {
            Check.Shape(Invariant($"J_{t}"), all[t - 1], "n × n", n, n, "J_t ⋯ J_{k+1}");
            Check.Square(Invariant($"J_{t}"), all[t - 1]);
        }

        (T, this.n, _J) = (all.Length, n, t => all[t - 1]);
    }

    /// <summary>The Jacobians of an RNN, J_t = diag(φ′(a_t)) W_hh.</summary>
    public static JacobianChain Of(RnnTrace trace) => new(trace.T, trace.p.n_h, trace.Jacobian);

    /// <summary>The Jacobians of an LSTM on its whole state [h; c], 2 n_h × 2 n_h.</summary>
    public static JacobianChain Of(LstmTrace trace) => new(trace.T, 2 * trace.p.n_h, t => LstmJacobian.At(trace, t).State);

    /// <summary>The Jacobians of a GRU.</summary>
    public static JacobianChain Of(GruTrace trace) => new(trace.T, trace.p.n_h, t => GruJacobian.At(trace, t).State);

    /// <summary>The number of steps.</summary>
    public int T { get; }

    /// <summary>The size of the state.</summary>
    public int n { get; }

    /// <summary>J_t, n × n, for t = 1..T.</summary>
    public Matrix<double> this[int t] => _J(Check.Step(t, 1, T));

    /// <summary>
    /// ∂s_t/∂s_k = J_t J_{t-1} ⋯ J_{k+1} for 0 ≤ k ≤ t ≤ T, the latest on the left; the empty product (k = t) is I. It maps a change
    /// of s_k forward; gradients pass back through its transpose.
    /// </summary>
    public Matrix<double> Product(int t, int k)
    {
        if (k < 0 || k > t || t > T)
            throw new ArgumentOutOfRangeException(nameof(k), Invariant($"∂s_t/∂s_k needs 0 ≤ k ≤ t ≤ T = {T}, got t = {t}, k = {k}."));
        var product = Matrix<double>.Build.DenseIdentity(n);
        for (var i = k + 1; i <= t; i++)
            product = this[i] * product;
        return product;
    }

    /// <summary>The singular values of ∂s_t/∂s_k, largest first: by how much each direction is stretched on the way.</summary>
    public Vector<double> SingularValues(int t, int k) => Unrolled.SingularValues.Of(Product(t, k));

    /// <summary>‖∂s_T/∂s_{T−lag}‖ for lag = 0..T (spectral norms); +∞ where the product overflows.</summary>
    public Vector<double> NormsByLag()
    {
        var norms = new double[T + 1];
        var product = Matrix<double>.Build.DenseIdentity(n);
        for (var lag = 0; lag <= T; lag++)
        {
            norms[lag] = product.ForAll(double.IsFinite, Zeros.Include) ? Unrolled.SingularValues.Norm(product) : double.PositiveInfinity;
            if (lag < T)
                product *= this[T - lag];
        }

        return Vector<double>.Build.Dense(norms);
    }
}
