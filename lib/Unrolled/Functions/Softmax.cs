using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>
/// softmax(z)_j = e^{z_j} / Σ_k e^{z_k}: scores to probabilities. Not elementwise: every output depends on every score.
/// </summary>
public sealed class Softmax : OutputActivation
{
    private Softmax()
    {
    }

    /// <summary>The softmax function, to pass as φ_o.</summary>
    public static Softmax Instance { get; } = new();

    /// <inheritdoc/>
    public override string Name => "softmax";

    /// <inheritdoc/>
    /// <remarks>The maximum is subtracted first. The quotient stays the same, and e^{1000} can no longer overflow.</remarks>
    public override Vector<double> Apply(Vector<double> a)
    {
        var e = (a - a.Maximum()).PointwiseExp();
        return e / e.Sum();
    }

    /// <summary>log softmax(z)_j = z_j − log Σ_k e^{z_k}, finite also where softmax itself rounds to 0.</summary>
    public static Vector<double> Log(Vector<double> z)
    {
        var shifted = z - z.Maximum();
        return shifted - Math.Log(shifted.PointwiseExp().Sum());
    }

    /// <summary>J = ∂o/∂z = diag(o) − o oᵀ, n_q × n_q and symmetric, given o = softmax(z).</summary>
    public static Matrix<double> Jacobian(Vector<double> o) =>
        Matrix<double>.Build.DiagonalOfDiagonalVector(o) - o.OuterProduct(o);

    /// <inheritdoc/>
    public override Vector<double> Backward(Vector<double> a, Vector<double> h, Vector<double> dL_dh) =>
        Jacobian(h).TransposeThisAndMultiply(dL_dh);
}
