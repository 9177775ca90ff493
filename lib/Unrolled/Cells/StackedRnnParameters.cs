using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>The parameters of one hidden layer.</summary>
/// <param name="W_hx">From the layer below (the input for layer 1), n_h × n_x.</param>
/// <param name="W_hh">Hidden to hidden, n_h × n_h.</param>
/// <param name="b_h">Bias, n_h.</param>
public sealed record RnnLayer(Matrix<double> W_hx, Matrix<double> W_hh, Vector<double> b_h)
{
    /// <summary>Number of inputs of this layer.</summary>
    public int n_x => Check.InputSize(W_hx, n_h);

    /// <summary>Number of hidden units of this layer.</summary>
    public int n_h => b_h.Count;
}

/// <summary>The parameters of a stack of RNN layers: h_t of layer l is x_t of layer l + 1, and the output reads the top layer.</summary>
public sealed record StackedRnnParameters : IParameters<StackedRnnParameters>
{
    /// <summary>Takes the tensors as they are and holds their shapes.</summary>
    /// <exception cref="ArgumentException">There is no layer, or a shape does not fit.</exception>
    public StackedRnnParameters(IReadOnlyList<RnnLayer> layers, Matrix<double> W_qh, Vector<double> b_q)
    {
        (Layers, this.W_qh, this.b_q) = (layers, W_qh, b_q);
        CheckShapes();
    }

    /// <summary>The hidden layers, from the input upwards.</summary>
    public IReadOnlyList<RnnLayer> Layers { get; init; }

    /// <summary>Top layer to output, n_q × n_h.</summary>
    public Matrix<double> W_qh { get; init; }

    /// <summary>Bias of the output layer, n_q.</summary>
    public Vector<double> b_q { get; init; }

    /// <summary>Number of inputs.</summary>
    public int n_x => Layers[0].n_x;

    /// <summary>Number of outputs.</summary>
    public int n_q => b_q.Count;

    /// <summary>New parameters: weights from <paramref name="init"/>, layer by layer; biases zero.</summary>
    /// <param name="n_x">Number of inputs.</param>
    /// <param name="n_h">Number of hidden units of each layer, from the input upwards.</param>
    /// <param name="n_q">Number of outputs.</param>
    /// <param name="init">The initialiser of the weights.</param>
    /// <param name="rng">Where its random numbers come from.</param>
    public static StackedRnnParameters Create(int n_x, IReadOnlyList<int> n_h, int n_q, Initialiser init, Random rng)
    {
        var layers = new List<RnnLayer>();
        foreach (var n in n_h)
        {
            layers.Add(new RnnLayer(init(n, n_x, rng), init(n, n, rng), Vector<double>.Build.Dense(n)));
            n_x = n;
        }

        return new(layers, init(n_q, n_x, rng), Vector<double>.Build.Dense(n_q));
    }

    /// <inheritdoc/>
    public IReadOnlyList<(string Name, Matrix<double> Value)> Tensors() =>
    [
        .. Layers.SelectMany((layer, l) => new[]
        {
            (Name(nameof(layer.W_hx), l), layer.W_hx),
            (Name(nameof(layer.W_hh), l), layer.W_hh),
            (Name(nameof(layer.b_h), l), layer.b_h.ToColumnMatrix()),
        }),
        (nameof(W_qh), W_qh),
        (nameof(b_q), b_q.ToColumnMatrix()),
    ];

    /// <inheritdoc/>
    public StackedRnnParameters WithVector(Vector<double> θ)
    {
        var reader = VectorReader.Of(θ, this);
        return new(
            [.. Layers.Select(layer => new RnnLayer(reader.Next(layer.W_hx), reader.Next(layer.W_hh), reader.Next(layer.b_h)))],
            reader.Next(W_qh), reader.Next(b_q));
    }

    /// <summary>Holds the shapes again after a <c>with</c> expression, which does not pass through the constructor.</summary>
    internal void CheckShapes()
    {
        if (Layers.Count == 0)
            throw new ArgumentException("layers must hold at least one layer, got none.");
        for (int l = 0, n_below = n_x; l < Layers.Count; n_below = Layers[l].n_h, l++)
        {
            var (layer, n_h) = (Layers[l], Layers[l].n_h);
            var use = l == 0 ? "W_hx x_t" : "W_hx with h_t of the layer below";
            Check.Shape(Name(nameof(layer.W_hx), l), layer.W_hx, "n_h × n_x", n_h, n_below, use);
            Check.Shape(Name(nameof(layer.W_hh), l), layer.W_hh, "n_h × n_h", n_h, n_h, "W_hh h_{t-1}");
        }

        Check.Shape(nameof(W_qh), W_qh, "n_q × n_h", n_q, Layers[^1].n_h, "W_qh h_t");
    }

    // Layers are counted from 1, as in the chapters: W_hx[1] reads the input.
    private static string Name(string tensor, int l) => Invariant($"{tensor}[{l + 1}]");
}
