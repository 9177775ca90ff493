using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>
/// The parameters of the plain RNN: a_t = W_hx x_t + W_hh h_{t-1} + b_h, z_t = W_qh h_t + b_q.
/// The same five are used at every step, so their number does not depend on T.
/// </summary>
/// <remarks>
/// torch.nn.RNN: weight_ih_l0 = W_hx, weight_hh_l0 = W_hh, bias_ih_l0 + bias_hh_l0 = b_h; torch.nn.Linear: weight = W_qh, bias = b_q.
/// PyTorch trains both of its biases, so b_h moves twice as fast there unless one is held at 0.
/// </remarks>
public sealed record RnnParameters : IParameters<RnnParameters>
{
    /// <summary>Takes the tensors as they are and holds their shapes.</summary>
    /// <exception cref="ArgumentException">A shape does not fit; b_h says n_h and b_q says n_q.</exception>
    public RnnParameters(Matrix<double> W_hx, Matrix<double> W_hh, Vector<double> b_h, Matrix<double> W_qh, Vector<double> b_q)
    {
        (this.W_hx, this.W_hh, this.b_h, this.W_qh, this.b_q) = (W_hx, W_hh, b_h, W_qh, b_q);
        CheckShapes();
    }

    /// <summary>Input to hidden, n_h × n_x.</summary>
    public Matrix<double> W_hx { get; init; }

    /// <summary>Hidden to hidden, n_h × n_h.</summary>
    public Matrix<double> W_hh { get; init; }

    /// <summary>Bias of the hidden layer, n_h.</summary>
    public Vector<double> b_h { get; init; }

    /// <summary>Hidden to output, n_q × n_h.</summary>
    public Matrix<double> W_qh { get; init; }

    /// <summary>Bias of the output layer, n_q.</summary>
    public Vector<double> b_q { get; init; }

    /// <summary>Number of inputs.</summary>
    public int n_x => Check.InputSize(W_hx, n_h);

    /// <summary>Number of hidden units.</summary>
    public int n_h => b_h.Count;

    /// <summary>Number of outputs.</summary>
    public int n_q => b_q.Count;

    /// <summary>New parameters: weights from <paramref name="init"/>, in the order W_hx, W_hh, W_qh; biases zero.</summary>
    public static RnnParameters Create(int n_x, int n_h, int n_q, Initialiser init, Random rng) => new(
        W_hx: init(n_h, n_x, rng),
        W_hh: init(n_h, n_h, rng),
        b_h: Vector<double>.Build.Dense(n_h),
        W_qh: init(n_q, n_h, rng),
        b_q: Vector<double>.Build.Dense(n_q));

    /// <summary>New parameters with Gaussian weights of standard deviation <paramref name="s"/> and zero biases.</summary>
    public static RnnParameters Gaussian(int n_x, int n_h, int n_q, double s, Random rng) =>
        Create(n_x, n_h, n_q, Initialise.Gaussian(s), rng);

    /// <inheritdoc/>
    public IReadOnlyList<(string Name, Matrix<double> Value)> Tensors() =>
    [
        (nameof(W_hx), W_hx),
        (nameof(W_hh), W_hh),
        (nameof(b_h), b_h.ToColumnMatrix()),
        (nameof(W_qh), W_qh),
        (nameof(b_q), b_q.ToColumnMatrix()),
    ];

    /// <inheritdoc/>
    public RnnParameters WithVector(Vector<double> θ)
    {
        var reader = VectorReader.Of(θ, this);
        return new(reader.Next(W_hx), reader.Next(W_hh), reader.Next(b_h), reader.Next(W_qh), reader.Next(b_q));
    }

    /// <summary>Holds the shapes again after a <c>with</c> expression, which does not pass through the constructor.</summary>
    internal void CheckShapes()
    {
        Check.Shape(nameof(W_hx), W_hx, "n_h × n_x", n_h, n_x, "W_hx x_t");
        Check.Shape(nameof(W_hh), W_hh, "n_h × n_h", n_h, n_h, "W_hh h_{t-1}");
        Check.Shape(nameof(W_qh), W_qh, "n_q × n_h", n_q, n_h, "W_qh h_t");
    }
}
