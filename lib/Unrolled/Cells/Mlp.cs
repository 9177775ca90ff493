using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>
/// A multilayer perceptron with normalised hidden layers, for the normalisation experiment of chapter 05. The normalisation and the
/// biases can be left out; what is left out keeps its value and has the gradient 0.
/// </summary>
/// <param name="φ_h">The activation of the hidden layers.</param>
/// <param name="φ_o">The output activation.</param>
/// <param name="Normalised">Whether every hidden layer is normalised before φ_h (<see cref="LayerNorm"/>).</param>
/// <param name="Biases">Whether the biases are used, all of them: before the normalisation, after it, and at the output.</param>
public sealed record Mlp(Activation φ_h, OutputActivation φ_o, bool Normalised, bool Biases)
{
    private sealed record LayerTrace(Vector<double> x, LayerNorm.Trace? Norm, Vector<double> y, Vector<double> h);

    /// <summary>The output o for an input x.</summary>
    /// <exception cref="ArgumentException">x has another size than the parameters expect, or a number is not finite.</exception>
    public Vector<double> Output(MlpParameters p, Vector<double> x) => φ_o.Apply(Forward(p, x).z);

    /// <summary>The loss ℓ(o, y) of one example and its gradient.</summary>
    /// <exception cref="ArgumentException">x or y has another size than the parameters expect, or a number is not finite.</exception>
    public (double ℓ, MlpParameters dℓ_dθ) Gradient(MlpParameters p, Vector<double> x, Vector<double> y, Loss ℓ)
    {
        Check.Size(nameof(y), y, "n_q", p.b_q.Count);
        var (layers, z) = Forward(p, x);
        var o = φ_o.Apply(z);

        // o = φ_o(z)
        var δz = ℓ.IsMadeFor(φ_o) ? o - y : φ_o.Backward(z, o, ℓ.Gradient(o, y));

        // z = W_qh h + b_q
        var dℓ_dW_qh = δz.OuterProduct(layers[^1].h);
        var dℓ_dh = p.W_qh.Transpose() * δz;

        var hidden = new MlpLayer[layers.Count];
        for (var i = layers.Count - 1; i >= 0; i--)
        {
            var (W, _, g, b_y) = p.Hidden[i];

            // h = φ_h(y)
            var dℓ_dy = φ_h.Backward(layers[i].y, layers[i].h, dℓ_dh);

            // y = g ⊙ LN(a) + b_y
            var (dℓ_dg, dℓ_db_y, δa) = layers[i].Norm is { } norm ? LayerNorm.Backward(norm, dℓ_dy) : new(0 * g, 0 * b_y, dℓ_dy);

            // a = W x + b_a, where x is h of the layer before
            hidden[i] = new(δa.OuterProduct(layers[i].x), Used(δa), dℓ_dg, Used(dℓ_db_y));
            dℓ_dh = W.Transpose() * δa;
        }

        return (ℓ.Value(φ_o, z, y), new(hidden, dℓ_dW_qh, Used(δz)));
    }

    /// <summary>Stochastic gradient descent: one update after every example, always in the same order.</summary>
    /// <param name="p">Where to start; not changed.</param>
    /// <param name="task">What to learn, one-to-one (T = 1).</param>
    /// <param name="rule">The update rule.</param>
    /// <param name="epochs">How often every example is used.</param>
    /// <exception cref="ArgumentException">Sizes do not fit, or a number is no longer finite.</exception>
    public MlpParameters Train(MlpParameters p, SequenceTask task, Optimiser rule, int epochs)
    {
        var updates = rule.Start();
        for (var epoch = 1; epoch <= epochs; epoch++)
            for (var i = 0; i < task.Count; i++)
                p = updates.Apply(p, Gradient(p, task.x[i][1], task.y[i][1], task.ℓ).dℓ_dθ);
        return p;
    }

    /// <summary>The root of the mean squared error over all examples and outputs.</summary>
    public double Rmse(MlpParameters p, SequenceTask task) => Math.Sqrt(
        Enumerable.Range(0, task.Count).Average(i => Loss.SquaredError.Value(Output(p, task.x[i][1]), task.y[i][1]) / task.n_q));

    /// <summary>The share of examples whose largest output is that of the right class.</summary>
    public double Accuracy(MlpParameters p, SequenceTask task) => Enumerable.Range(0, task.Count)
        .Average(i => Output(p, task.x[i][1]).MaximumIndex() == task.y[i][1].MaximumIndex() ? 1.0 : 0.0);

    private (IReadOnlyList<LayerTrace> Layers, Vector<double> z) Forward(MlpParameters p, Vector<double> x)
    {
        Check.Size(nameof(x), x, "n_x", p.Hidden[0].W.ColumnCount);
        List<LayerTrace> layers = [];
        var h = x;
        foreach (var (W, b_a, g, b_y) in p.Hidden)
        {
            var input = h;
            var a = W * input + Used(b_a);
            var norm = Normalised ? LayerNorm.Forward(a, g, Used(b_y)) : null;
            var y = norm?.y ?? a;
            h = φ_h.Apply(y);
            layers.Add(new(input, norm, y, h));
        }

        return (layers, p.W_qh * h + Used(p.b_q));
    }

    private Vector<double> Used(Vector<double> bias) => Biases ? bias : 0 * bias;
}
