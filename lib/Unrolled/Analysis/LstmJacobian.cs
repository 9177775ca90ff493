using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>
/// The Jacobian of one LSTM step, path by path. The state is the pair [h; c], so there are four exact blocks. "∂c_t/∂c_{t-1} = diag(f_t)"
/// is the block with h_{t-1} held fixed: the direct path, without a W on it. The gates of step t see h_{t-1} through their U: those are
/// the gate paths. All matrices are n_h × n_h.
/// </summary>
/// <param name="Direct">∂c_t/∂c_{t-1} with h_{t-1} fixed: diag(f_t).</param>
/// <param name="Forget">∂c_t/∂h_{t-1} through f_t: diag(c_{t-1} ⊙ f_t ⊙ (1 − f_t)) U_f.</param>
/// <param name="Input">∂c_t/∂h_{t-1} through i_t: diag(c̃_t ⊙ i_t ⊙ (1 − i_t)) U_i.</param>
/// <param name="Candidate">∂c_t/∂h_{t-1} through c̃_t: diag(i_t ⊙ (1 − c̃_t²)) U_c.</param>
/// <param name="Output">∂h_t/∂h_{t-1} through o_t, c_t fixed: diag(tanh(c_t) ⊙ o_t ⊙ (1 − o_t)) U_o.</param>
/// <param name="Readout">∂h_t/∂c_t with o_t fixed: diag(o_t ⊙ (1 − tanh²(c_t))).</param>
/// <param name="PreviousReadout">∂h_{t-1}/∂c_{t-1} with o_{t-1} fixed; 0 at t = 1, where h_0 and c_0 are given independently.</param>
public sealed record LstmJacobian(
    Matrix<double> Direct, Matrix<double> Forget, Matrix<double> Input, Matrix<double> Candidate,
    Matrix<double> Output, Matrix<double> Readout, Matrix<double> PreviousReadout)
{
    /// <summary>The Jacobian of step t = 1..T along the trajectory.</summary>
    public static LstmJacobian At(LstmTrace trace, int t)
    {
        var (p, f_t, i_t, o_t, c̃_t, c_tm1) = (trace.p, trace.f[t], trace.i[t], trace.o[t], trace.c̃[t], trace.c[t - 1]);
        var tanh_c_t = trace.c[t].PointwiseTanh();
        return new(
            Direct: Diagonal(f_t),
            Forget: Diagonal(c_tm1.PointwiseMultiply(f_t).PointwiseMultiply(1 - f_t)) * p.U_f,
            Input: Diagonal(c̃_t.PointwiseMultiply(i_t).PointwiseMultiply(1 - i_t)) * p.U_i,
            Candidate: Diagonal(i_t.PointwiseMultiply(1 - c̃_t.PointwisePower(2))) * p.U_c,
            Output: Diagonal(tanh_c_t.PointwiseMultiply(o_t).PointwiseMultiply(1 - o_t)) * p.U_o,
            Readout: dh_dc(trace, t),
            PreviousReadout: t > 1 ? dh_dc(trace, t - 1) : Diagonal(0 * c_tm1));
    }

    /// <summary>∂c_t/∂h_{t-1} with c_{t-1} fixed: the gate paths into the memory.</summary>
    public Matrix<double> Gates => Forget + Input + Candidate;

    /// <summary>
    /// The exact Jacobian of the whole step, ∂[h_t; c_t]/∂[h_{t-1}; c_{t-1}], 2 n_h × 2 n_h. Rows and columns 0..n_h − 1 belong to h,
    /// n_h..2 n_h − 1 to c. Products over several steps are exact with this one only.
    /// </summary>
    public Matrix<double> State => Matrix<double>.Build.DenseOfMatrixArray(new[,]
    {
        { Output + Readout * Gates, Readout * Direct },
        { Gates, Direct },
    });

    /// <summary>
    /// What c_{t-1} does to c_t in total: Direct + Gates ∂h_{t-1}/∂c_{t-1}, since h_{t-1} = o_{t-1} ⊙ tanh(c_{t-1}) follows c_{t-1}. It is
    /// exact for this one step. In a product over steps it misses the paths on which h_{t-2} changes o_{t-1}.
    /// </summary>
    public Matrix<double> Memory => Direct + Gates * PreviousReadout;

    private static Matrix<double> dh_dc(LstmTrace trace, int t) =>
        Diagonal(trace.o[t].PointwiseMultiply(1 - trace.c[t].PointwiseTanh().PointwisePower(2)));

    private static Matrix<double> Diagonal(Vector<double> v) => Matrix<double>.Build.DenseOfDiagonalVector(v);
}
