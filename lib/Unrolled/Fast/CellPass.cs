namespace Unrolled;

/// <summary>
/// One worker's forward and backward pass of a cell over a few sequences at once. Every quantity is rows × width, one column per
/// sequence. The weights are shared between workers; the buffers are not.
/// </summary>
internal abstract class CellPass
{
    private readonly AlignedBuffer _dL_dh = new(), _wideδ = new(), _wideu = new();
    private readonly int _paddedUnits;

    protected CellPass(int n_x, int n_h)
    {
        (this.n_x, this.n_h, _paddedUnits) = (n_x, n_h, MatrixProducts.RoundUp(n_h, MatrixProducts.Rows));
        u = new StepBuffer(n_x + 1 + n_h);
    }

    /// <summary>Numbers in one gradient of the cell's weights.</summary>
    public abstract int GradientLength { get; }

    /// <summary>∂L/∂h_t on the way back, n_h rows and zero rows up to a multiple of four.</summary>
    public Span<double> dL_dh => _dL_dh.Slice(0, GateSize);

    /// <summary>The columns of every block.</summary>
    public int Width { get; private set; }

    protected int n_x { get; }

    protected int n_h { get; }

    /// <summary>u_t = [x_t; 1; h_{t-1}]. h_t is written straight into u_{t+1}.</summary>
    protected StepBuffer u { get; }

    /// <summary>Numbers in one gate's block, its zero rows included.</summary>
    protected int GateSize => _paddedUnits * Width;

    /// <summary>Numbers in one state.</summary>
    protected int StateSize => n_h * Width;

    /// <summary>x_t, to be filled in.</summary>
    public Span<double> x(int t) => u[t][..(n_x * Width)];

    /// <summary>h_t.</summary>
    public Span<double> h(int t) => u[t + 1][((n_x + 1) * Width)..];

    /// <summary>[1; h_t], what the output layer reads, and what stands behind it.</summary>
    public ReadOnlySpan<double> OneAndState(int t) => u.From(t + 1)[(n_x * Width)..];

    /// <summary>Makes room for steps 1..T of <paramref name="width"/> sequences and sets the initial state to zero.</summary>
    public virtual void Start(int T, int width)
    {
        Width = width;
        u.Reserve(T + 1, width);
        for (var t = 1; t <= T + 1; t++)
            u[t].Slice(n_x * width, width).Fill(1);
        h(0).Clear();
        _dL_dh.Reserve(GateSize);
    }

    /// <summary>Makes the state after step T the initial state.</summary>
    public virtual void Carry(int T) => h(T).CopyTo(h(0));

    /// <summary>h_t from x_t and h_{t-1}.</summary>
    public abstract void Forward(int t);

    /// <summary>Before the way back: no loss comes after T.</summary>
    public virtual void StartBackward() => dL_dh.Clear();

    /// <summary>Takes ∂L/∂h_t in <see cref="dL_dh"/>, keeps the gradient at the gates and leaves ∂L/∂h_{t-1}.</summary>
    public abstract void Backward(int t);

    /// <summary>Adds what steps t..t + steps − 1 contribute to the gradient of the weights.</summary>
    public abstract void AddGradient(int t, int steps, Span<double> dΘ);

    /// <summary>
    /// dΘ += Σ_t δ_t u_tᵀ, as one product over steps and sequences: the longer its sums, the less their ends cost.
    /// </summary>
    protected void AddGradient(PackedWeights Θ, StepBuffer δ, StepBuffer u, int t, int steps, Span<double> dΘ)
    {
        var wideδ = _wideδ.Reserve(Θ.Rows * steps * Width);
        var wideu = _wideu.Reserve((Θ.Columns + 1) * steps * Width);
        δ.SideBySide(t, steps, wideδ);
        u.SideBySide(t, steps, wideu);
        MatrixProducts.AddProductTransposed(wideδ, Θ.Rows, wideu, Θ.Columns, steps * Width, dΘ);
    }
}
