using MathNet.Numerics.LinearAlgebra;

namespace Unrolled.Tests.Gradients;

public class RnnGradientTests
{
    [Fact]
    public void Every_parameter_gradient_is_the_central_difference() => RandomCase.ForAll(
        c => Near.Equal("dL_d",
            CentralDifferences.Of(p => c.L.Of(Forward(c, p).Output), Parameters(c)),
            Rnn.Backward(Forward(c), c.L).dL_dθ, Near.Numeric),
        AwayFromKinks);

    [Fact]
    public void Every_hidden_state_gradient_is_the_central_difference() => RandomCase.ForAll(
        c => Near.Equal("dL_dh", CentralDifferences.OfStates(Forward(c), c.L), Rnn.Backward(Forward(c), c.L).dL_dh, Near.Numeric),
        AwayFromKinks);

    [Fact]
    public void Every_pre_activation_gradient_is_the_central_difference() => RandomCase.ForAll(
        c =>
        {
            var trace = Forward(c);
            var g = Rnn.Backward(trace, c.L);
            for (var t = 1; t <= c.T; t++)
            {
                Near.Equal($"δz_{t}", CentralDifferences.Of(z_t => c.L.Of(With(trace, t, z_t)), trace.z[t]), g.δz[t], Near.Numeric);
                var dh_da = CentralDifferences.Of(a_t => c.φ_h.Apply(a_t).Sum(), trace.a[t]);
                Near.Equal($"δa_{t}", g.dL_dh[t].PointwiseMultiply(dh_da), g.δa[t], Near.Numeric);
            }
        },
        AwayFromKinks);

    [Fact]
    public void The_cross_entropy_shortcut_is_the_Jacobian_times_the_output_gradient() => RandomCase.ForAll(c =>
    {
        var trace = Forward(c);
        var g = Rnn.Backward(trace, c.L);
        Sequence long_way = new(Enumerable.Range(1, c.T).Select(t => c.φ_o.Backward(trace.z[t], trace.o[t], g.dL_do[t])));
        Near.Equal("δz", long_way, g.δz, Near.Golden);
    });

    [Fact]
    public void A_diagonal_or_sparse_W_hh_gives_the_same_gradients_as_a_dense_one()
    {
        var c = new RandomCase(7, 2, 3, 2, 4, Activation.Tanh, Activation.Identity, Loss.SquaredError, "mean");
        var dense = Parameters(c) with { W_hh = Matrix<double>.Build.DenseIdentity(3) };
        foreach (var W_hh in new[] { Matrix<double>.Build.DiagonalIdentity(3), Matrix<double>.Build.SparseIdentity(3) })
            Near.Equal("dL_d",
                Rnn.Backward(Forward(c, dense), c.L).dL_dθ, Rnn.Backward(Forward(c, dense with { W_hh = W_hh }), c.L).dL_dθ, Near.Golden);
    }

    internal static RnnParameters Parameters(RandomCase c) =>
        c.Fill(RnnParameters.Create(c.n_x, c.n_h, c.n_q, Initialise.Zero, new Random(1)));

    internal static RnnTrace Forward(RandomCase c, RnnParameters? p = null) =>
        Rnn.Forward(p ?? Parameters(c), c.x, c.φ_h, c.φ_o, c.State(c.n_h));

    internal static bool AwayFromKinks(RandomCase c) => c.φ_h != Activation.ReLU || Forward(c).a.All(a_t => a_t.AbsoluteMinimum() > 1e-2);

    private static OutputTrace With(RnnTrace trace, int t, Vector<double> z_t)
    {
        Sequence z = [.. trace.z.Take(t - 1), z_t, .. trace.z.Skip(t)];
        return new OutputTrace(trace.φ_o, z, new(z.Select(trace.φ_o.Apply)));
    }
}
