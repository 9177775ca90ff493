namespace Unrolled.Tests.Gradients;

public class GruGradientTests
{
    [Fact]
    public void Every_parameter_gradient_is_the_central_difference() => RandomCase.ForAll(c => Near.Equal("dL_d",
        CentralDifferences.Of(p => c.L.Of(Forward(c, p).Output), Parameters(c)), Gru.Backward(Forward(c), c.L).dL_dθ, Near.Numeric));

    [Fact]
    public void Every_hidden_state_gradient_is_the_central_difference() => RandomCase.ForAll(c => Near.Equal("dL_dh",
        CentralDifferences.OfStates(Forward(c), c.L), Gru.Backward(Forward(c), c.L).dL_dh, Near.Numeric));

    private static GruParameters Parameters(RandomCase c) =>
        c.Fill(GruParameters.Create(c.n_x, c.n_h, c.n_q, Initialise.Zero, new Random(1)));

    private static GruTrace Forward(RandomCase c, GruParameters? p = null) =>
        Gru.Forward(p ?? Parameters(c), c.x, c.φ_o, c.State(c.n_h));
}
