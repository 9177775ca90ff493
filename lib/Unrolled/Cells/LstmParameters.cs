using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>
/// The parameters of the LSTM (Hochreiter and Schmidhuber 1997; forget gate Gers et al. 2000): W for x, U for h, b for the bias of
/// the gates f, i, o and of the candidate c̃, and the output layer z_t = W_qh h_t + b_q.
/// </summary>
/// <remarks>
/// torch.nn.LSTM stacks its blocks in the order i, f, c̃ (there g), o: weight_ih_l0 = [W_i; W_f; W_c; W_o], weight_hh_l0 the same with U,
/// and bias_ih_l0 + bias_hh_l0 = [b_i; b_f; b_c; b_o].
/// </remarks>
public sealed record LstmParameters : IParameters<LstmParameters>
{
    /// <summary>Takes the tensors as they are and holds their shapes.</summary>
    /// <exception cref="ArgumentException">A shape does not fit; b_f says n_h and b_q says n_q.</exception>
    public LstmParameters(
        Matrix<double> W_f, Matrix<double> U_f, Vector<double> b_f,
        Matrix<double> W_i, Matrix<double> U_i, Vector<double> b_i,
        Matrix<double> W_o, Matrix<double> U_o, Vector<double> b_o,
        Matrix<double> W_c, Matrix<double> U_c, Vector<double> b_c,
        Matrix<double> W_qh, Vector<double> b_q)
    {
        (this.W_f, this.U_f, this.b_f) = (W_f, U_f, b_f);
        (this.W_i, this.U_i, this.b_i) = (W_i, U_i, b_i);
        (this.W_o, this.U_o, this.b_o) = (W_o, U_o, b_o);
        (this.W_c, this.U_c, this.b_c) = (W_c, U_c, b_c);
        (this.W_qh, this.b_q) = (W_qh, b_q);
        CheckShapes();
    }

    /// <summary>Forget gate: input weights, n_h × n_x.</summary>
    public Matrix<double> W_f { get; init; }

    /// <summary>Forget gate: state weights, n_h × n_h.</summary>
    public Matrix<double> U_f { get; init; }

    /// <summary>Forget gate: bias, n_h.</summary>
    public Vector<double> b_f { get; init; }

    /// <summary>Input gate: input weights, n_h × n_x.</summary>
    public Matrix<double> W_i { get; init; }

    /// <summary>Input gate: state weights, n_h × n_h.</summary>
    public Matrix<double> U_i { get; init; }

    /// <summary>Input gate: bias, n_h.</summary>
    public Vector<double> b_i { get; init; }

    /// <summary>Output gate: input weights, n_h × n_x.</summary>
    public Matrix<double> W_o { get; init; }

    /// <summary>Output gate: state weights, n_h × n_h.</summary>
    public Matrix<double> U_o { get; init; }

    /// <summary>Output gate: bias, n_h.</summary>
    public Vector<double> b_o { get; init; }

    /// <summary>Candidate: input weights, n_h × n_x.</summary>
    public Matrix<double> W_c { get; init; }

    /// <summary>Candidate: state weights, n_h × n_h.</summary>
    public Matrix<double> U_c { get; init; }

    /// <summary>Candidate: bias, n_h.</summary>
    public Vector<double> b_c { get; init; }

    /// <summary>Hidden to output, n_q × n_h.</summary>
    public Matrix<double> W_qh { get; init; }

    /// <summary>Bias of the output layer, n_q.</summary>
    public Vector<double> b_q { get; init; }

    /// <summary>Number of inputs.</summary>
    public int n_x => Check.InputSize(W_f, n_h);

    /// <summary>Number of hidden units.</summary>
    public int n_h => b_f.Count;

    /// <summary>Number of outputs.</summary>
    public int n_q => b_q.Count;

    /// <summary>New parameters: weights from <paramref name="init"/>, in the order of <see cref="Tensors"/>; biases zero.</summary>
    public static LstmParameters Create(int n_x, int n_h, int n_q, Initialiser init, Random rng) => new(
        W_f: init(n_h, n_x, rng), U_f: init(n_h, n_h, rng), b_f: Vector<double>.Build.Dense(n_h),
        W_i: init(n_h, n_x, rng), U_i: init(n_h, n_h, rng), b_i: Vector<double>.Build.Dense(n_h),
        W_o: init(n_h, n_x, rng), U_o: init(n_h, n_h, rng), b_o: Vector<double>.Build.Dense(n_h),
        W_c: init(n_h, n_x, rng), U_c: init(n_h, n_h, rng), b_c: Vector<double>.Build.Dense(n_h),
        W_qh: init(n_q, n_h, rng), b_q: Vector<double>.Build.Dense(n_q));

    /// <summary>New parameters with Gaussian weights of standard deviation <paramref name="s"/> and zero biases.</summary>
    public static LstmParameters Gaussian(int n_x, int n_h, int n_q, double s, Random rng) =>
        Create(n_x, n_h, n_q, Initialise.Gaussian(s), rng);

    /// <summary>
    /// The same weights as one matrix on [h_{t-1}, x_t], 4 n_h × (n_h + n_x), and one bias, 4 n_h: blocks of n_h rows for f, i, o and c̃.
    /// </summary>
    public (Matrix<double> W, Vector<double> b) Concatenated() => (
        Matrix<double>.Build.DenseOfMatrixArray(new[,] { { U_f, W_f }, { U_i, W_i }, { U_o, W_o }, { U_c, W_c } }),
        Vector<double>.Build.DenseOfEnumerable(b_f.Concat(b_i).Concat(b_o).Concat(b_c)));

    /// <inheritdoc/>
    public IReadOnlyList<(string Name, Matrix<double> Value)> Tensors() =>
    [
        (nameof(W_f), W_f), (nameof(U_f), U_f), (nameof(b_f), b_f.ToColumnMatrix()),
        (nameof(W_i), W_i), (nameof(U_i), U_i), (nameof(b_i), b_i.ToColumnMatrix()),
        (nameof(W_o), W_o), (nameof(U_o), U_o), (nameof(b_o), b_o.ToColumnMatrix()),
        (nameof(W_c), W_c), (nameof(U_c), U_c), (nameof(b_c), b_c.ToColumnMatrix()),
        (nameof(W_qh), W_qh), (nameof(b_q), b_q.ToColumnMatrix()),
    ];

    /// <inheritdoc/>
    public LstmParameters WithVector(Vector<double> θ)
    {
        var reader = VectorReader.Of(θ, this);
        return new(
            reader.Next(W_f), reader.Next(U_f), reader.Next(b_f),
            reader.Next(W_i), reader.Next(U_i), reader.Next(b_i),
            reader.Next(W_o), reader.Next(U_o), reader.Next(b_o),
            reader.Next(W_c), reader.Next(U_c), reader.Next(b_c),
            reader.Next(W_qh), reader.Next(b_q));
    }

    /// <summary>Holds the shapes again after a <c>with</c> expression, which does not pass through the constructor.</summary>
    internal void CheckShapes()
    {
        Check.Shape(nameof(W_f), W_f, "n_h × n_x", n_h, n_x, "W_f x_t");
        Check.Shape(nameof(U_f), U_f, "n_h × n_h", n_h, n_h, "U_f h_{t-1}");
        Check.Size(nameof(b_f), b_f, "n_h", n_h);
        Check.Shape(nameof(W_i), W_i, "n_h × n_x", n_h, n_x, "W_i x_t");
        Check.Shape(nameof(U_i), U_i, "n_h × n_h", n_h, n_h, "U_i h_{t-1}");
        Check.Size(nameof(b_i), b_i, "n_h", n_h);
        Check.Shape(nameof(W_o), W_o, "n_h × n_x", n_h, n_x, "W_o x_t");
        Check.Shape(nameof(U_o), U_o, "n_h × n_h", n_h, n_h, "U_o h_{t-1}");
        Check.Size(nameof(b_o), b_o, "n_h", n_h);
        Check.Shape(nameof(W_c), W_c, "n_h × n_x", n_h, n_x, "W_c x_t");
        Check.Shape(nameof(U_c), U_c, "n_h × n_h", n_h, n_h, "U_c h_{t-1}");
        Check.Size(nameof(b_c), b_c, "n_h", n_h);
        Check.Shape(nameof(W_qh), W_qh, "n_q × n_h", n_q, n_h, "W_qh h_t");
    }
}
