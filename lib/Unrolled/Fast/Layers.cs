namespace Unrolled;

/// <summary>The packed weights of a network: one matrix per product of a step, and the output layer. Shared by all workers.</summary>
internal sealed class Layers
{
    private readonly PackedWeights[] _all;
    private readonly Func<Layers, Activation, CellPass> _newCell;

    private Layers(int n_x, int n_h, int n_q, int[] gates, Func<Layers, Activation, CellPass> newCell)
    {
        (this.n_x, this.n_h, this.n_q, _newCell) = (n_x, n_h, n_q, newCell);
        _all = new PackedWeights[gates.Length + 1];
        for (var i = 0; i < gates.Length; Count += _all[i].Count, i++)
            _all[i] = new PackedWeights(gates[i], n_h, n_x, n_h, offset: Count);
        _all[^1] = new PackedWeights(gates: 1, n_q, n_x: 0, n_h, offset: Count);
        Count += Output.Count;
        GradientLength = _all.Sum(Θ => Θ.GradientLength);
    }

    public int n_x { get; }

    public int n_h { get; }

    public int n_q { get; }

    /// <summary>The number of parameters.</summary>
    public int Count { get; }

    /// <summary>Numbers in a gradient of all packed weights.</summary>
    public int GradientLength { get; }

    /// <summary>The output layer.</summary>
    public PackedWeights Output => _all[^1];

    /// <exception cref="ArgumentException">There is no fast path for these parameters.</exception>
    public static Layers Of<TParameters>(TParameters shapes) => shapes switch
    {
        RnnParameters p => new(p.n_x, p.n_h, p.n_q, [1], Rnn),
        LstmParameters p => new(p.n_x, p.n_h, p.n_q, [4], (l, φ_h) => Own(φ_h, new LstmPass(l.n_x, l.n_h, l._all[0]))),
        GruParameters p => new(p.n_x, p.n_h, p.n_q, [2, 1], (l, φ_h) => Own(φ_h, new GruPass(l.n_x, l.n_h, l._all[0], l._all[1]))),
        _ => throw new ArgumentException(
            "The fast path takes RnnParameters, LstmParameters or GruParameters, " +
            $"got {typeof(TParameters).Name} (use its reference passes).", nameof(shapes)),
    };

    /// <summary>A worker's buffers.</summary>
    /// <exception cref="ArgumentException">The cell has another hidden activation.</exception>
    public CellPass NewCell(Activation? φ_h) => _newCell(this, φ_h ?? Activation.Tanh);

    /// <summary>Takes the weights out of the parameter vector.</summary>
    public void Load(ReadOnlySpan<double> θ)
    {
        foreach (var Θ in _all)
            Θ.Load(θ);
    }

    /// <summary>Adds a gradient of the packed weights to the gradient of the parameter vector.</summary>
    public void AddGradient(ReadOnlySpan<double> dΘ, Span<double> dL_dθ)
    {
        foreach (var Θ in _all)
        {
            Θ.AddGradient(dΘ, dL_dθ);
            dΘ = dΘ[Θ.GradientLength..];
        }
    }

    private static CellPass Rnn(Layers l, Activation φ_h) =>
        φ_h == Activation.Tanh ? new RnnPass<VectorTanh>(l.n_x, l.n_h, l._all[0])
        : φ_h == Activation.Sigmoid ? new RnnPass<VectorSigmoid>(l.n_x, l.n_h, l._all[0])
        : φ_h == Activation.ReLU ? new RnnPass<VectorReLU>(l.n_x, l.n_h, l._all[0])
        : new RnnPass<VectorIdentity>(l.n_x, l.n_h, l._all[0]);

    private static CellPass Own(Activation φ_h, CellPass cell) => φ_h == Activation.Tanh
        ? cell
        : throw new ArgumentException($"φ_h can be chosen for the RNN only; LSTM and GRU have their own activations, got {φ_h}.", nameof(φ_h));
}
