namespace Unrolled.Tests.Gradients;

public class GatedCellGradientTests
{
    [Fact]
    public void Every_LSTM_parameter_gradient_is_the_central_difference() => RandomCase.ForAll(c => Near.Equal("dL_d",
        CentralDifferences.Of(p => c.L.Of(Lstm(c, p).Output), LstmParameters(c)),
        Unrolled.Lstm.Backward(Lstm(c), c.L).dL_dθ, Near.Numeric));

    [Fact]
    public void Every_LSTM_hidden_state_gradient_is_the_central_difference() => RandomCase.ForAll(c => Near.Equal("dL_dh",
        CentralDifferences.OfStates(Lstm(c), c.L), Unrolled.Lstm.Backward(Lstm(c), c.L).dL_dh, Near.Numeric));

    [Fact]
    public void Every_LSTM_memory_gradient_is_the_central_difference() => RandomCase.ForAll(c => Near.Equal("dL_dc",
        CentralDifferences.OfMemory(Lstm(c), c.L), Unrolled.Lstm.Backward(Lstm(c), c.L).dL_dc, Near.Numeric));

    [Fact]
    public void Every_GRU_parameter_gradient_is_the_central_difference() => RandomCase.ForAll(c => Near.Equal("dL_d",
        CentralDifferences.Of(p => c.L.Of(Gru(c, p).Output), GruParameters(c)),
        Unrolled.Gru.Backward(Gru(c), c.L).dL_dθ, Near.Numeric));

    [Fact]
    public void Every_GRU_hidden_state_gradient_is_the_central_difference() => RandomCase.ForAll(c => Near.Equal("dL_dh",
        CentralDifferences.OfStates(Gru(c), c.L), Unrolled.Gru.Backward(Gru(c), c.L).dL_dh, Near.Numeric));

    internal static LstmParameters LstmParameters(RandomCase c) =>
        c.Fill(Unrolled.LstmParameters.Create(c.n_x, c.n_h, c.n_q, Initialise.Zero, Random.Shared));

    internal static GruParameters GruParameters(RandomCase c) =>
        c.Fill(Unrolled.GruParameters.Create(c.n_x, c.n_h, c.n_q, Initialise.Zero, Random.Shared));

    internal static LstmTrace Lstm(RandomCase c, LstmParameters? p = null) =>
        Unrolled.Lstm.Forward(p ?? LstmParameters(c), c.x, c.φ_o, c.State(c.n_h), c.State(c.n_h, which: 1));

    internal static GruTrace Gru(RandomCase c, GruParameters? p = null) =>
        Unrolled.Gru.Forward(p ?? GruParameters(c), c.x, c.φ_o, c.State(c.n_h));
}
