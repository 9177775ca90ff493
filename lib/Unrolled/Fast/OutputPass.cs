namespace Unrolled;

/// <summary>One worker's output layer and loss: z_t = W_qh h_t + b_q, o_t = φ_o(z_t), w_t ℓ(o_t, y_t), and the way back.</summary>
internal sealed class OutputPass
{
    private readonly PackedWeights Θ;
    private readonly OutputActivation φ_o;
    private readonly Loss ℓ;
    private readonly StepBuffer δz; // z_t, then δz_t
    private readonly double[] _z, _o;

    /// <exception cref="ArgumentException">The fast path does not know this pair.</exception>
    public OutputPass(PackedWeights Θ, OutputActivation φ_o, Loss ℓ)
    {
        if (ℓ != Loss.SquaredError && !ℓ.IsMadeFor(φ_o))
            throw new ArgumentException(
                $"ℓ must be squared error or the loss made for φ_o on the fast path, got {ℓ} with {φ_o} (the reference takes any pair).", nameof(ℓ));
        (this.Θ, this.φ_o, this.ℓ, δz) = (Θ, φ_o, ℓ, new StepBuffer(Θ.Rows));
        (_z, _o) = (new double[Θ.Units], new double[Θ.Units]);
    }

    public int GradientLength => Θ.GradientLength;

    public void Start(int T, int width) => δz.Reserve(T, width);

    /// <summary>o_t of every sequence.</summary>
    public void Outputs(CellPass cell, int t, SequenceDataset examples, ReadOnlySpan<int> which, int step, double[] outputs)
    {
        var z = Arguments(cell, t);
        for (var j = 0; j < which.Length; j++)
        {
            Read(z, j, cell.Width);
            _o.CopyTo(examples.At(outputs, which[j], step));
        }
    }

    /// <summary>Σ w_t ℓ(o_t, y_t) over the sequences. Keeps δz_t.</summary>
    /// <param name="cell">The cell, at h_t.</param>
    /// <param name="t">The step on the tape.</param>
    /// <param name="examples">Where the targets are.</param>
    /// <param name="which">The examples of the columns.</param>
    /// <param name="step">The step of the example.</param>
    /// <param name="w_t">The weight of this step, divided by the number of examples in the mean.</param>
    public double Forward(CellPass cell, int t, SequenceDataset examples, ReadOnlySpan<int> which, int step, double w_t)
    {
        var z = Arguments(cell, t);
        double L = 0;
        for (var j = 0; j < which.Length; j++)
        {
            Read(z, j, cell.Width);
            L += w_t * LossAndGradient(examples.At(examples.Targets, which[j], step));
            for (var q = 0; q < _z.Length; q++)
                z[q * cell.Width + j] = w_t * _z[q];
        }

        // columns that only fill up the width take no part
        for (var q = 0; q < _z.Length; q++)
            z.Slice(q * cell.Width + which.Length, cell.Width - which.Length).Clear();
        return L;
    }

    /// <summary>Adds W_qhᵀ δz_t to ∂L/∂h_t, and δz_t [1; h_t]ᵀ to the gradient.</summary>
    public void Backward(CellPass cell, int t, Span<double> dΘ)
    {
        MatrixProducts.Multiply(Θ.Backward, Θ.Rows, δz[t], cell.dL_dh, cell.Width, add: true);
        MatrixProducts.AddProductTransposed(δz[t], Θ.Rows, cell.OneAndState(t), Θ.Columns, cell.Width, dΘ);
    }

    private Span<double> Arguments(CellPass cell, int t)
    {
        MatrixProducts.Multiply(Θ.Forward, Θ.Columns, cell.OneAndState(t), δz[t], cell.Width);
        return δz[t];
    }

    // z and o of one sequence
    private void Read(ReadOnlySpan<double> z, int column, int width)
    {
        for (var q = 0; q < _z.Length; q++)
            _z[q] = z[q * width + column];
        if (φ_o is Activation φ)
        {
            for (var q = 0; q < _z.Length; q++)
                _o[q] = φ.Apply(_z[q]);
            return;
        }

        double max = double.NegativeInfinity, sum = 0;
        foreach (var z_q in _z)
            max = Math.Max(max, z_q);
        for (var q = 0; q < _z.Length; q++)
            sum += _o[q] = Math.Exp(_z[q] - max);
        for (var q = 0; q < _z.Length; q++)
            _o[q] /= sum;
    }

    // ℓ(o, y); replaces z by ∂ℓ/∂z
    private double LossAndGradient(ReadOnlySpan<double> y)
    {
        double loss = 0;
        if (ℓ == Loss.SquaredError)
        {
            double along = 0; // Σ_q o_q ∂ℓ/∂o_q, which softmax takes away from every ∂ℓ/∂o_q
            for (var q = 0; q < y.Length; q++)
            {
                loss += (_o[q] - y[q]) * (_o[q] - y[q]);
                along += _o[q] * 2 * (_o[q] - y[q]);
            }

            for (var q = 0; q < y.Length; q++)
                _z[q] = φ_o is Activation φ
                    ? 2 * (_o[q] - y[q]) * φ.Derivative(_z[q], _o[q])
                    : _o[q] * (2 * (_o[q] - y[q]) - along);
            return loss;
        }

        loss = φ_o is Softmax ? CategoricalCrossEntropy(_z, y) : BinaryCrossEntropy(_z, y);
        for (var q = 0; q < y.Length; q++)
            _z[q] = _o[q] - y[q];
        return loss;
    }

    // −Σ y_q log softmax(z)_q, with the maximum taken out of the exponentials
    private static double CategoricalCrossEntropy(ReadOnlySpan<double> z, ReadOnlySpan<double> y)
    {
        double max = double.NegativeInfinity, sum = 0, loss = 0;
        foreach (var z_q in z)
            max = Math.Max(max, z_q);
        foreach (var z_q in z)
            sum += Math.Exp(z_q - max);
        for (var q = 0; q < z.Length; q++)
            loss -= y[q] * (z[q] - max - Math.Log(sum));
        return loss;
    }

    // −Σ y_q log σ(z_q) + (1 − y_q) log(1 − σ(z_q)), finite for every z
    private static double BinaryCrossEntropy(ReadOnlySpan<double> z, ReadOnlySpan<double> y)
    {
        double loss = 0;
        for (var q = 0; q < z.Length; q++)
            loss += Math.Max(z[q], 0) - z[q] * y[q] + Math.Log(1 + Math.Exp(-Math.Abs(z[q])));
        return loss;
    }
}
