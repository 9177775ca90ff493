using Unrolled.Tests.Gradients;

namespace Unrolled.Tests.Analysis;

/// <summary>The trajectories of random networks, for properties of their Jacobians.</summary>
internal static class Trajectories
{
    public static RnnTrace Rnn(RandomCase c) => Unrolled.Rnn.Forward(
        c.Fill(RnnParameters.Create(c.n_x, c.n_h, c.n_q, Initialise.Zero, Random.Shared)), c.x, c.φ_h, c.φ_o, c.State(c.n_h));

    public static LstmTrace Lstm(RandomCase c) => Unrolled.Lstm.Forward(
        c.Fill(LstmParameters.Create(c.n_x, c.n_h, c.n_q, Initialise.Zero, Random.Shared)), c.x, c.φ_o, c.State(c.n_h), c.State(c.n_h, which: 1));

    public static GruTrace Gru(RandomCase c) => Unrolled.Gru.Forward(
        c.Fill(GruParameters.Create(c.n_x, c.n_h, c.n_q, Initialise.Zero, Random.Shared)), c.x, c.φ_o, c.State(c.n_h));

    /// <summary>Central differences mean nothing across the kink of ReLU.</summary>
    public static bool AwayFromKinks(RandomCase c) => c.φ_h != Activation.ReLU || Rnn(c).a.All(a_t => a_t.AbsoluteMinimum() > 1e-2);
}
