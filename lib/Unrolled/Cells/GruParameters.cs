using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>
/// The parameters of the GRU (Cho et al. 2014): W for x, U for h, b for the bias of the gates r and z and, without a subscript,
/// of the candidate h̃; and the output layer z_t = W_qh h_t + b_q.
/// </summary>
/// <remarks>
/// No parameters of torch.nn.GRU give the same function: z and 1 − z are swapped there, which a change of sign of W_z, U_z and b_z would
/// undo, but its candidate is tanh(W x_t + r_t ⊙ (U h_{t-1} + b) + b′), with r after U.
/// </remarks>
public sealed record GruParameters : IParameters<GruParameters>
{
    /// <summary>Takes the tensors as they are and holds their shapes.</summary>
    /// <exception cref="ArgumentException">A shape does not fit; b_r says n_h and b_q says n_q.</exception>
    public GruParameters(
        Matrix<double> W_r, Matrix<double> U_r, Vector<double> b_r,
        Matrix<double> W_z, Matrix<double> U_z, Vector<double> b_z,
        Matrix<double> W, Matrix<double> U, Vector<double> b,
        Matrix<double> W_qh, Vector<double> b_q)
    {
        (this.W_r, this.U_r, this.b_r) = (W_r, U_r, b_r);
        (this.W_z, this.U_z, this.b_z) = (W_z, U_z, b_z);
        (this.W, this.U, this.b) = (W, U, b);
        (this.W_qh, this.b_q) = (W_qh, b_q);
        CheckShapes();
    }

    /// <summary>Reset gate: input weights, n_h × n_x.</summary>
    public Matrix<double> W_r { get; init; }

    /// <summary>Reset gate: state weights, n_h × n_h.</summary>
    public Matrix<double> U_r { get; init; }

    /// <summary>Reset gate: bias, n_h.</summary>
    public Vector<double> b_r { get; init; }

    /// <summary>Update gate: input weights, n_h × n_x.</summary>
    public Matrix<double> W_z { get; init; }

    /// <summary>Update gate: state weights, n_h × n_h.</summary>
    public Matrix<double> U_z { get; init; }

    /// <summary>Update gate: bias, n_h.</summary>
    public Vector<double> b_z { get; init; }

    /// <summary>Candidate: input weights, n_h × n_x.</summary>
    public Matrix<double> W { get; init; }

    /// <summary>Candidate: state weights, n_h × n_h.</summary>
    public Matrix<double> U { get; init; }

    /// <summary>Candidate: bias, n_h.</summary>
    public Vector<double> b { get; init; }

    /// <summary>Hidden to output, n_q × n_h.</summary>
    public Matrix<double> W_qh { get; init; }

    /// <summary>Bias of the output layer, n_q.</summary>
    public Vector<double> b_q { get; init; }

    /// <summary>Number of inputs.</summary>
    public int n_x => Check.InputSize(W_r, n_h);

    /// <summary>Number of hidden units.</summary>
    public int n_h => b_r.Count;

    /// <summary>Number of outputs.</summary>
    public int n_q => b_q.Count;

    /// <summary>New parameters: weights from <paramref name="init"/>, in the order of <see cref="Tensors"/>; biases zero.</summary>
    public static GruParameters Create(int n_x, int n_h, int n_q, Initialiser init, Random rng) => new(
        W_r: init(n_h, n_x, rng), U_r: init(n_h, n_h, rng), b_r: Vector<double>.Build.Dense(n_h),
        W_z: init(n_h, n_x, rng), U_z: init(n_h, n_h, rng), b_z: Vector<double>.Build.Dense(n_h),
        W: init(n_h, n_x, rng), U: init(n_h, n_h, rng), b: Vector<double>.Build.Dense(n_h),
        W_qh: init(n_q, n_h, rng), b_q: Vector<double>.Build.Dense(n_q));

    /// <summary>New parameters with Gaussian weights of standard deviation <paramref name="s"/> and zero biases.</summary>
    public static GruParameters Gaussian(int n_x, int n_h, int n_q, double s, Random rng) =>
        Create(n_x, n_h, n_q, Initialise.Gaussian(s), rng);

    /// <inheritdoc/>
    public IReadOnlyList<(string Name, Matrix<double> Value)> Tensors() =>
    [
        (nameof(W_r), W_r), (nameof(U_r), U_r), (nameof(b_r), b_r.ToColumnMatrix()),
        (nameof(W_z), W_z), (nameof(U_z), U_z), (nameof(b_z), b_z.ToColumnMatrix()),
        (nameof(W), W), (nameof(U), U), (nameof(b), b.ToColumnMatrix()),
        (nameof(W_qh), W_qh), (nameof(b_q), b_q.ToColumnMatrix()),
    ];

    /// <inheritdoc/>
    public GruParameters WithVector(Vector<double> θ)
    {
        var reader = VectorReader.Of(θ, this);
        return new(
            reader.Next(W_r), reader.Next(U_r), reader.Next(b_r),
            reader.Next(W_z), reader.Next(U_z), reader.Next(b_z),
            reader.Next(W), reader.Next(U), reader.Next(b),
            reader.Next(W_qh), reader.Next(b_q));
    }

    /// <summary>Holds the shapes again after a <c>with</c> expression, which does not pass through the constructor.</summary>
    internal void CheckShapes()
    {
        Check.Shape(nameof(W_r), W_r, "n_h × n_x", n_h, n_x, "W_r x_t");
        Check.Shape(nameof(U_r), U_r, "n_h × n_h", n_h, n_h, "U_r h_{t-1}");
        Check.Size(nameof(b_r), b_r, "n_h", n_h);
        Check.Shape(nameof(W_z), W_z, "n_h × n_x", n_h, n_x, "W_z x_t");
        Check.Shape(nameof(U_z), U_z, "n_h × n_h", n_h, n_h, "U_z h_{t-1}");
        Check.Size(nameof(b_z), b_z, "n_h", n_h);
        Check.Shape(nameof(W), W, "n_h × n_x", n_h, n_x, "W x_t");
        Check.Shape(nameof(U), U, "n_h × n_h", n_h, n_h, "U (r_t ⊙ h_{t-1})");
        Check.Size(nameof(b), b, "n_h", n_h);
        Check.Shape(nameof(W_qh), W_qh, "n_q × n_h", n_q, n_h, "W_qh h_t");
    }
}
