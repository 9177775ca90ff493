namespace Unrolled;

/// <summary>Everything the forward pass of the GRU computed.</summary>
/// <param name="p">The parameters used.</param>
/// <param name="x">Inputs x_1..x_T, each n_x.</param>
/// <param name="r">Reset gates r_1..r_T, each n_h, in (0, 1).</param>
/// <param name="z">Update gates z_1..z_T (the output pre-activations are in <paramref name="Output"/>).</param>
/// <param name="h̃">Candidates h̃_1..h̃_T, each n_h, in (−1, 1).</param>
/// <param name="h">Hidden states h_0..h_T, each n_h.</param>
/// <param name="Output">The output layer.</param>
public sealed record GruTrace(GruParameters p, Sequence x, Sequence r, Sequence z, Sequence h̃, Sequence h, OutputTrace Output)
{
    /// <summary>The number of steps.</summary>
    public int T => x.T;
}

/// <summary>The gradients of the GRU.</summary>
/// <param name="dL_dθ">The gradients of the parameters, under their names.</param>
/// <param name="Output">The gradients at the output layer: ∂L/∂o_t and δz_t of the network's outputs.</param>
/// <param name="dL_dh">∂L/∂h_0..∂L/∂h_T.</param>
public sealed record GruGradients(GruParameters dL_dθ, OutputGradients Output, Sequence dL_dh);
