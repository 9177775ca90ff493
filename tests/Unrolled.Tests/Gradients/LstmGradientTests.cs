namespace Unrolled.Tests.Gradients;

public class LstmGradientTests
{
    [Fact]
    public void Every_parameter_gradient_is_the_central_difference() => RandomCase.ForAll(c => Near.Equal("dL_d",
        CentralDifferences.Of(p => c.L.Of(Forward(c, p).Output), Parameters(c)), Lstm.Backward(Forward(c), c.L).dL_dθ, Near.Numeric));

    [Fact]
    public void Every_hidden_state_gradient_is_the_central_difference() => RandomCase.ForAll(c => Near.Equal("dL_dh",
        CentralDifferences.OfStates(Forward(c), c.L), Lstm.Backward(Forward(c), c.L).dL_dh, Near.Numeric));

    [Fact]
    public void Every_memory_gradient_is_the_central_difference() => RandomCase.ForAll(c => Near.Equal("dL_dc",
        CentralDifferences.OfMemory(Forward(c), c.L), Lstm.Backward(Forward(c), c.L).dL_dc, Near.Numeric));

    internal static LstmParameters Parameters(RandomCase c) =>
        c.Fill(LstmParameters.Create(c.n_x, c.n_h, c.n_q, Initialise.Zero, new Random(1)));

    internal static LstmTrace Forward(RandomCase c, LstmParameters? p = null) =>
        Lstm.Forward(p ?? Parameters(c), c.x, c.φ_o, c.State(c.n_h), c.State(c.n_h, which: 1));
}
