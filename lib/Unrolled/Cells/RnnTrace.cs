using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>Everything the forward pass of the RNN computed, kept for the backward pass and for looking at.</summary>
/// <param name="p">The parameters used.</param>
/// <param name="φ_h">The hidden activation.</param>
/// <param name="φ_o">The output activation.</param>
/// <param name="x">Inputs x_1..x_T, each n_x.</param>
/// <param name="a">Pre-activations a_1..a_T, each n_h.</param>
/// <param name="h">Hidden states h_0..h_T, each n_h; h[0] is the initial state.</param>
/// <param name="z">Output pre-activations z_1..z_T, each n_q.</param>
/// <param name="o">Outputs o_1..o_T, each n_q.</param>
public sealed record RnnTrace(
    RnnParameters p, Activation φ_h, OutputActivation φ_o, Sequence x, Sequence a, Sequence h, Sequence z, Sequence o)
{
    /// <summary>The number of steps.</summary>
    public int T => x.T;

    /// <summary>What a <see cref="SequenceLoss"/> compares with its targets.</summary>
    public OutputTrace Output => new(φ_o, z, o);

    /// <summary>
    /// J_t = ∂h_t/∂h_{t-1} = diag(φ′(a_t)) W_hh, n_h × n_h. It maps a change of h_{t-1} forward; gradients pass back through its transpose.
    /// </summary>
    public Matrix<double> Jacobian(int t) => Matrix<double>.Build.DiagonalOfDiagonalVector(φ_h.Derivative(a[t], h[t])) * p.W_hh;
}

/// <summary>The gradients of the RNN: of every parameter, and of every quantity at every step.</summary>
/// <param name="dL_dθ">∂L/∂W_hx, ∂L/∂W_hh, ∂L/∂b_h, ∂L/∂W_qh and ∂L/∂b_q, under the names of the parameters.</param>
/// <param name="dL_do">∂L/∂o_1..∂L/∂o_T.</param>
/// <param name="δz">δz_t = ∂L/∂z_t for t = 1..T.</param>
/// <param name="dL_dh">∂L/∂h_0..∂L/∂h_T: the loss of now and of the whole future.</param>
/// <param name="δa">δa_t = ∂L/∂a_t for t = 1..T.</param>
public sealed record RnnGradients(RnnParameters dL_dθ, Sequence dL_do, Sequence δz, Sequence dL_dh, Sequence δa);
