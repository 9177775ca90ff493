using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>
/// Singular values at every scale. MathNet's Svd (and so its L2Norm and ConditionNumber) compares with an absolute tolerance: of a
/// matrix with entries near 1e-18 it returns values that are wrong by half. Products of Jacobians get there quickly, so the matrix is
/// first multiplied by a power of two, which is exact.
/// </summary>
public static class SingularValues
{
    /// <summary>The singular values of M, largest first.</summary>
    /// <exception cref="ArgumentException">M is not finite.</exception>
    public static Vector<double> Of(Matrix<double> M)
    {
        Check.Finite(nameof(M), M);
        var largest = M.Enumerate().Max(Math.Abs);
        if (largest == 0)
            return Vector<double>.Build.Dense(Math.Min(M.RowCount, M.ColumnCount));
        var exponent = Math.ILogB(largest);
        return M.Map(m => Math.ScaleB(m, -exponent)).Svd(computeVectors: false).S.Map(σ => Math.ScaleB(σ, exponent));
    }

    /// <summary>The spectral norm ‖M‖ = σ_1, the most that M can stretch a vector.</summary>
    /// <inheritdoc cref="Of" path="/exception"/>
    public static double Norm(Matrix<double> M) => Of(M)[0];
}
