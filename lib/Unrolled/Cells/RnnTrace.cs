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
}
