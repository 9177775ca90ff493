namespace Unrolled;

/// <summary>Everything the forward pass of the LSTM computed.</summary>
/// <param name="p">The parameters used.</param>
/// <param name="x">Inputs x_1..x_T, each n_x.</param>
/// <param name="f">Forget gates f_1..f_T, each n_h, in (0, 1).</param>
/// <param name="i">Input gates i_1..i_T.</param>
/// <param name="o">Output gates o_1..o_T (the network's outputs are in <paramref name="Output"/>).</param>
/// <param name="c̃">Candidates c̃_1..c̃_T, each n_h, in (−1, 1).</param>
/// <param name="c">Memory c_0..c_T, each n_h.</param>
/// <param name="h">Hidden states h_0..h_T, each n_h.</param>
/// <param name="Output">The output layer.</param>
public sealed record LstmTrace(
    LstmParameters p, Sequence x, Sequence f, Sequence i, Sequence o, Sequence c̃, Sequence c, Sequence h, OutputTrace Output)
{
    /// <summary>The number of steps.</summary>
    public int T => x.T;
}

/// <summary>The gradients of the LSTM.</summary>
/// <param name="dL_dθ">The gradients of the parameters, under their names.</param>
/// <param name="Output">The gradients at the output layer: ∂L/∂o_t and δz_t of the network's outputs.</param>
/// <param name="dL_dh">∂L/∂h_0..∂L/∂h_T.</param>
/// <param name="dL_dc">∂L/∂c_0..∂L/∂c_T; what reaches c_t through h_t is part of it.</param>
public sealed record LstmGradients(LstmParameters dL_dθ, OutputGradients Output, Sequence dL_dh, Sequence dL_dc);
