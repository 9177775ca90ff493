using MathNet.Numerics.LinearAlgebra;

namespace Unrolled.Tests.Gradients;

public class StackedRnnGradientTests
{
    [Fact]
    public void Every_parameter_gradient_is_the_central_difference() => RandomCase.ForAll(
        c => Near.Equal("dL_d",
            CentralDifferences.Of(p => c.L.Of(Forward(c, p).Output), Parameters(c)),
            StackedRnn.Backward(Forward(c), c.L).dL_dθ, Near.Numeric),
        AwayFromKinks);

    [Fact]
    public void Every_hidden_state_gradient_of_every_layer_is_the_central_difference() => RandomCase.ForAll(
        c =>
        {
            var trace = Forward(c);
            var dL_dh = StackedRnn.Backward(trace, c.L).dL_dh;
            for (var l = 0; l < trace.h.Count; l++)
                for (var t = 0; t <= c.T; t++)
                    Near.Equal($"dL_dh[{l + 1}]_{t}",
                        CentralDifferences.Of(h_t => c.L.Of(WithState(trace, l, t, h_t)), trace.h[l][t]), dL_dh[l][t], Near.Numeric);
        },
        AwayFromKinks);

    [Fact]
    public void A_stack_of_one_layer_is_the_plain_RNN() => RandomCase.ForAll(c =>
    {
        var p = RnnGradientTests.Parameters(c);
        var stack = new StackedRnnParameters([new RnnLayer(p.W_hx, p.W_hh, p.b_h)], p.W_qh, p.b_q);
        var trace = StackedRnn.Forward(stack, c.x, c.φ_h, c.φ_o, [c.State(c.n_h)]);
        var (plain, stacked) = (Rnn.Backward(RnnGradientTests.Forward(c), c.L), StackedRnn.Backward(trace, c.L));
        Near.Equal("dL_d", plain.dL_dθ.ToVector(), stacked.dL_dθ.ToVector(), Near.Golden);
        Near.Equal("dL_dh", plain.dL_dh, stacked.dL_dh[0], Near.Golden);
    });

    // Three layers, of different sizes.
    private static StackedRnnParameters Parameters(RandomCase c) =>
        c.Fill(StackedRnnParameters.Create(c.n_x, [c.n_h, 2, c.n_h + 1], c.n_q, Initialise.Zero, new Random(1)));

    private static StackedRnnTrace Forward(RandomCase c, StackedRnnParameters? p = null) =>
        StackedRnn.Forward(p ?? Parameters(c), c.x, c.φ_h, c.φ_o, [c.State(c.n_h), c.State(2, 1), c.State(c.n_h + 1, 2)]);

    private static bool AwayFromKinks(RandomCase c) =>
        c.φ_h != Activation.ReLU || Forward(c).a.All(layer => layer.All(a_t => a_t.AbsoluteMinimum() > 1e-2));

    /// <summary>The outputs after h_t of layer l was changed: the layers above see it at t, its own from t + 1 on.</summary>
    private static OutputTrace WithState(StackedRnnTrace trace, int l, int t, Vector<double> h_t)
    {
        var (p, T) = (trace.p, trace.T);
        var states = trace.h.Select(h => h[t]).ToArray();
        states[l] = h_t;
        for (var above = l + 1; t > 0 && above < states.Length; above++)
        {
            var layer = p.Layers[above];
            states[above] = trace.φ_h.Apply(layer.W_hx * states[above - 1] + layer.W_hh * trace.h[above][t - 1] + layer.b_h);
        }

        var φ_o = trace.Output.φ_o;
        Sequence z =
        [
            .. trace.Output.z.Take(t - 1),
            .. t > 0 ? [p.W_qh * states[^1] + p.b_q] : Array.Empty<Vector<double>>(),
            .. t < T ? StackedRnn.Forward(p, trace.x.Slice(t + 1, T), trace.φ_h, φ_o, states).Output.z : [],
        ];
        return new OutputTrace(φ_o, z, new(z.Select(φ_o.Apply)));
    }
}
