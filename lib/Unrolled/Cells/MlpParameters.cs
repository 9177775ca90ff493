using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>One hidden layer of a multilayer perceptron that may be normalised: a = W x + b_a, y = g ⊙ LN(a) + b_y, h = φ(y).</summary>
/// <param name="W">Weights, n × the size of the input.</param>
/// <param name="b_a">Bias before the normalisation, n.</param>
/// <param name="g">Gain of the normalisation, n.</param>
/// <param name="b_y">Bias after the normalisation, n.</param>
public sealed record MlpLayer(Matrix<double> W, Vector<double> b_a, Vector<double> g, Vector<double> b_y);

/// <summary>The parameters of a multilayer perceptron: hidden layers, then the output layer z = W_qh h + b_q.</summary>
public sealed record MlpParameters : IParameters<MlpParameters>
{
    /// <summary>Takes the tensors as they are and holds their shapes.</summary>
    /// <exception cref="ArgumentException">A shape does not fit the layer before or its own biases.</exception>
    public MlpParameters(IReadOnlyList<MlpLayer> hidden, Matrix<double> W_qh, Vector<double> b_q)
    {
        ArgumentOutOfRangeException.ThrowIfZero(hidden.Count);
        (Hidden, this.W_qh, this.b_q) = ([.. hidden], W_qh, b_q);
        var inputs = hidden[0].W.ColumnCount;
        foreach (var (W, b_a, g, b_y) in hidden)
        {
            Check.Shape(nameof(W), W, "n × inputs", b_a.Count, inputs, "W x");
            Check.Size(nameof(g), g, "n", b_a.Count);
            Check.Size(nameof(b_y), b_y, "n", b_a.Count);
            inputs = b_a.Count;
        }

        Check.Shape(nameof(W_qh), W_qh, "n_q × n_h", b_q.Count, inputs, "W_qh h");
    }

    /// <summary>The hidden layers, the first one first; at least one.</summary>
    public IReadOnlyList<MlpLayer> Hidden { get; }

    /// <summary>Last hidden layer to output, n_q × n_h.</summary>
    public Matrix<double> W_qh { get; }

    /// <summary>Bias of the output layer, n_q.</summary>
    public Vector<double> b_q { get; }

    /// <summary>New parameters: weights from <paramref name="init"/>, layer by layer; gains 1, biases 0.</summary>
    /// <param name="n_x">The size of the input.</param>
    /// <param name="n_h">The size of every hidden layer.</param>
    /// <param name="layers">The number of hidden layers.</param>
    /// <param name="n_q">The size of the output.</param>
    /// <param name="init">Fills the weights.</param>
    /// <param name="rng">Where the random numbers come from.</param>
    public static MlpParameters Create(int n_x, int n_h, int layers, int n_q, Initialiser init, Random rng)
    {
        var (zeros, ones) = (Vector<double>.Build.Dense(n_h), Vector<double>.Build.Dense(n_h, 1));
        return new(
            [.. Enumerable.Range(0, layers).Select(i => new MlpLayer(init(n_h, i == 0 ? n_x : n_h, rng), zeros, ones, zeros))],
            init(n_q, n_h, rng), Vector<double>.Build.Dense(n_q));
    }

    /// <inheritdoc/>
    public IReadOnlyList<(string Name, Matrix<double> Value)> Tensors() =>
    [
        .. Hidden.SelectMany((layer, i) => new[]
        {
            (Invariant($"W_{i + 1}"), layer.W),
            (Invariant($"b_a{i + 1}"), layer.b_a.ToColumnMatrix()),
            (Invariant($"g_{i + 1}"), layer.g.ToColumnMatrix()),
            (Invariant($"b_y{i + 1}"), layer.b_y.ToColumnMatrix()),
        }),
        (nameof(W_qh), W_qh),
        (nameof(b_q), b_q.ToColumnMatrix()),
    ];

    /// <inheritdoc/>
    public MlpParameters WithVector(Vector<double> θ)
    {
        var reader = VectorReader.Of(θ, this);
        return new(
            [.. Hidden.Select(l => new MlpLayer(reader.Next(l.W), reader.Next(l.b_a), reader.Next(l.g), reader.Next(l.b_y)))],
            reader.Next(W_qh), reader.Next(b_q));
    }
}
