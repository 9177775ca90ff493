using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>
/// J_t = ∂h_t/∂h_{t-1} of one GRU step, path by path, in the convention of chapter 06 (z near 0 keeps the state). The direct path is
/// diag(1 − z_t), not diag(z_t), and carries no W; the others pass through a U. All matrices are n_h × n_h; their sum is exact.
/// </summary>
/// <param name="Direct">Through (1 − z_t) ⊙ h_{t-1} with z_t fixed: diag(1 − z_t).</param>
/// <param name="Update">Through z_t: diag((h̃_t − h_{t-1}) ⊙ z_t ⊙ (1 − z_t)) U_z.</param>
/// <param name="Candidate">Through h̃_t with r_t fixed: diag(z_t ⊙ (1 − h̃_t²)) U diag(r_t).</param>
/// <param name="Reset">Through r_t: diag(z_t ⊙ (1 − h̃_t²)) U diag(h_{t-1} ⊙ r_t ⊙ (1 − r_t)) U_r.</param>
public sealed record GruJacobian(Matrix<double> Direct, Matrix<double> Update, Matrix<double> Candidate, Matrix<double> Reset)
{
    /// <summary>The Jacobian of step t = 1..T along the trajectory.</summary>
    public static GruJacobian At(GruTrace trace, int t)
    {
        var (p, r_t, z_t, h̃_t, h_tm1) = (trace.p, trace.r[t], trace.z[t], trace.h̃[t], trace.h[t - 1]);
        var dh_drh = Diagonal(z_t.PointwiseMultiply(1 - h̃_t.PointwisePower(2))) * p.U; // at the product r_t ⊙ h_{t-1}
        return new(
            Direct: Diagonal(1 - z_t),
            Update: Diagonal((h̃_t - h_tm1).PointwiseMultiply(z_t).PointwiseMultiply(1 - z_t)) * p.U_z,
            Candidate: dh_drh * Diagonal(r_t),
            Reset: dh_drh * Diagonal(h_tm1.PointwiseMultiply(r_t).PointwiseMultiply(1 - r_t)) * p.U_r);
    }

    /// <summary>The gate paths together: all of J_t but the direct path.</summary>
    public Matrix<double> Gates => Update + Candidate + Reset;

    /// <summary>J_t = ∂h_t/∂h_{t-1}.</summary>
    public Matrix<double> State => Direct + Gates;

    private static Matrix<double> Diagonal(Vector<double> v) => Matrix<double>.Build.DenseOfDiagonalVector(v);
}
