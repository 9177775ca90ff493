using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>Everything the forward pass of the stacked RNN computed.</summary>
/// <param name="p">The parameters used.</param>
/// <param name="φ_h">The hidden activation of all layers.</param>
/// <param name="x">Inputs x_1..x_T.</param>
/// <param name="a">Pre-activations a_1..a_T of each layer, from the input upwards.</param>
/// <param name="h">Hidden states h_0..h_T of each layer.</param>
/// <param name="Output">The output layer, which reads the top layer.</param>
public sealed record StackedRnnTrace(
    StackedRnnParameters p, Activation φ_h, Sequence x, IReadOnlyList<Sequence> a, IReadOnlyList<Sequence> h, OutputTrace Output)
{
    /// <summary>The number of steps.</summary>
    public int T => x.T;
}

/// <summary>The gradients of the stacked RNN.</summary>
/// <param name="dL_dθ">The gradients of the parameters, under their names.</param>
/// <param name="Output">The gradients at the output layer: ∂L/∂o_t and δz_t.</param>
/// <param name="dL_dh">∂L/∂h_0..∂L/∂h_T of each layer, from the input upwards.</param>
/// <param name="δa">δa_1..δa_T of each layer.</param>
public sealed record StackedRnnGradients(
    StackedRnnParameters dL_dθ, OutputGradients Output, IReadOnlyList<Sequence> dL_dh, IReadOnlyList<Sequence> δa);

/// <summary>RNN layers on top of each other: h_t of one layer is x_t of the next.</summary>
public static class StackedRnn
{
    /// <summary>The forward pass, layer by layer. Within a layer it is the plain RNN.</summary>
    /// <param name="p">The parameters.</param>
    /// <param name="x">Inputs x_1..x_T, each n_x.</param>
    /// <param name="φ_h">Hidden activation; tanh if not given.</param>
    /// <param name="φ_o">Output activation; linear if not given.</param>
    /// <param name="h_0">The initial state of each layer; zero if not given.</param>
    /// <exception cref="ArgumentException">A shape does not fit, x is empty, or a number is not finite.</exception>
    public static StackedRnnTrace Forward(
        StackedRnnParameters p, Sequence x,
        Activation? φ_h = null, OutputActivation? φ_o = null, IReadOnlyList<Vector<double>>? h_0 = null)
    {
        φ_h ??= Activation.Tanh;
        φ_o ??= Activation.Identity;
        h_0 ??= [.. p.Layers.Select(layer => Vector<double>.Build.Dense(layer.n_h))];
        p.CheckShapes();
        Check.Finite(p);
        Check.Inputs(nameof(x), x, "n_x", p.n_x);
        if (h_0.Count != p.Layers.Count)
            throw new ArgumentException(Invariant($"h_0 must hold one state per layer = {p.Layers.Count}, got {h_0.Count}."), nameof(h_0));

        List<Sequence> a = [], h = [];
        var below = x;
        foreach (var (layer, h_0l) in p.Layers.Zip(h_0))
        {
            Check.State(nameof(h_0), h_0l, layer.n_h);
            List<Vector<double>> a_l = [], h_l = [h_0l];
            foreach (var x_t in below)
            {
                var a_t = layer.W_hx * x_t + layer.W_hh * h_l[^1] + layer.b_h;
                var h_t = φ_h.Apply(a_t);
                a_l.Add(a_t);
                h_l.Add(h_t);
            }

            a.Add(new(a_l));
            h.Add(new(h_l, first: 0));
            below = h[^1].Slice(1, x.T);
        }

        return new StackedRnnTrace(p, φ_h, x, a, h, OutputLayer.Forward(p.W_qh, p.b_q, φ_o, h[^1]));
    }

    /// <summary>The backward pass, from the top layer down. What layer l + 1 calls ∂L/∂x_t arrives at h_t of layer l.</summary>
    /// <exception cref="ArgumentException">The targets have another T or n_q than the outputs.</exception>
    public static StackedRnnGradients Backward(StackedRnnTrace trace, SequenceLoss L)
    {
        var (p, φ_h, x, a, h, _) = trace;
        var output = OutputLayer.Backward(trace.Output, h[^1], L);
        var layers = new RnnLayer[p.Layers.Count];
        Sequence[] dL_dh = new Sequence[layers.Length], δa = new Sequence[layers.Length];

        // the top layer is used by z_t = W_qh h_t + b_q
        var fromAbove = new Sequence(output.δz.Select(δz_t => p.W_qh.Transpose() * δz_t));
        for (var l = layers.Length - 1; l >= 0; l--)
        {
            var layer = p.Layers[l];
            var below = l == 0 ? x : h[l - 1];
            var (dL_dW_hx, dL_dW_hh, dL_db_h) = (0 * layer.W_hx, 0 * layer.W_hh, 0 * layer.b_h);
            Vector<double>[] dL_dh_l = new Vector<double>[x.T + 1], δa_l = new Vector<double>[x.T + 1];
            var δa_tp1 = Vector<double>.Build.Dense(layer.n_h);
            for (var t = x.T; t >= 1; t--)
            {
                // h_t is used twice: by the layer above at t, and in a_{t+1} = W_hx x_{t+1} + W_hh h_t + b_h
                var dL_dh_t = fromAbove[t] + layer.W_hh.Transpose() * δa_tp1;

                // h_t = φ_h(a_t)
                var δa_t = dL_dh_t.PointwiseMultiply(φ_h.Derivative(a[l][t], h[l][t]));

                // a_t = W_hx x_t + W_hh h_{t-1} + b_h
                dL_dW_hx += δa_t.OuterProduct(below[t]);
                dL_dW_hh += δa_t.OuterProduct(h[l][t - 1]);
                dL_db_h += δa_t;

                (dL_dh_l[t], δa_l[t]) = (dL_dh_t, δa_t);
                δa_tp1 = δa_t;
            }

            dL_dh_l[0] = layer.W_hh.Transpose() * δa_tp1;
            layers[l] = new RnnLayer(dL_dW_hx, dL_dW_hh, dL_db_h);
            (dL_dh[l], δa[l]) = (new(dL_dh_l, first: 0), new(δa_l[1..]));
            fromAbove = new Sequence(δa[l].Select(δa_t => layer.W_hx.Transpose() * δa_t));
        }

        return new StackedRnnGradients(
            new StackedRnnParameters(layers, output.dL_dW_qh, output.dL_db_q), output, dL_dh, δa);
    }
}
