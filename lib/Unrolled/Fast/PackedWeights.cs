namespace Unrolled;

/// <summary>
/// The weights of one or more gates as one matrix Θ = [W | b | U] on [x_t; 1; h_{t-1}], packed for <see cref="MatrixProducts.Multiply"/>:
/// one product gives W x_t + b + U h_{t-1} of all gates. The output layer is the same with no x: [b_q | W_qh] on [1; h_t].
/// </summary>
internal sealed class PackedWeights
{
    private readonly int _units, _paddedUnits, _gates, _n_x, _n_h, _offset;
    private readonly AlignedBuffer _forward = new(), _backward = new();

    /// <param name="gates">How many gates.</param>
    /// <param name="units">Rows of one gate: n_h, or n_q for the output layer.</param>
    /// <param name="n_x">Number of inputs.</param>
    /// <param name="n_h">Number of state entries.</param>
    /// <param name="offset">Where the gates begin in the parameter vector; each is vec(W), vec(U), b.</param>
    public PackedWeights(int gates, int units, int n_x, int n_h, int offset)
    {
        (_gates, _units, _n_x, _n_h, _offset) = (gates, units, n_x, n_h, offset);
        _paddedUnits = MatrixProducts.RoundUp(units, MatrixProducts.Rows);
        (Rows, Columns) = (gates * _paddedUnits, n_x + 1 + n_h);
    }

    /// <summary>Rows of one gate: n_h, or n_q for the output layer.</summary>
    public int Units => _units;

    /// <summary>Rows of Θ; each gate is filled up with zero rows to a multiple of four.</summary>
    public int Rows { get; }

    /// <summary>Columns of Θ: n_x + 1 + n_h.</summary>
    public int Columns { get; }

    /// <summary>The number of parameters.</summary>
    public int Count => _gates * _units * Columns;

    /// <summary>Numbers in a gradient of Θ as <see cref="MatrixProducts.AddProductTransposed"/> sums it.</summary>
    public int GradientLength => Rows * MatrixProducts.RoundUp(Columns, 2);

    /// <summary>Θ, packed.</summary>
    public ReadOnlySpan<double> Forward => _forward.Slice(0, Rows * Columns);

    /// <summary>Uᵀ of all gates side by side, packed: what a gradient at the gates passes through on its way to h.</summary>
    public ReadOnlySpan<double> Backward => _backward.Slice(0, MatrixProducts.RoundUp(_n_h, MatrixProducts.Rows) * Rows);

    /// <summary>Takes this layer's weights out of the parameter vector.</summary>
    public void Load(ReadOnlySpan<double> θ)
    {
        var forward = _forward.Reserve(Rows * Columns);
        var backward = _backward.Reserve(MatrixProducts.RoundUp(_n_h, MatrixProducts.Rows) * Rows);
        for (var gate = 0; gate < _gates; gate++)
        {
            for (var k = 0; k < Columns; k++)
            {
                var column = θ.Slice(Position(gate, k), _units);
                for (var i = 0; i < _units; i++)
                {
                    var row = gate * _paddedUnits + i;
                    forward[Packed(row, k, Columns)] = column[i];
                    if (k > _n_x)
                        backward[Packed(k - _n_x - 1, row, Rows)] = column[i];
                }
            }
        }
    }

    /// <summary>Adds a gradient of Θ to the gradient of the parameter vector.</summary>
    public void AddGradient(ReadOnlySpan<double> dΘ, Span<double> dL_dθ)
    {
        var stride = MatrixProducts.RoundUp(Columns, 2);
        for (var gate = 0; gate < _gates; gate++)
        {
            for (var k = 0; k < Columns; k++)
            {
                var column = dL_dθ.Slice(Position(gate, k), _units);
                for (var i = 0; i < _units; i++)
                    column[i] += dΘ[(gate * _paddedUnits + i) * stride + k];
            }
        }
    }

    // Column k of [W | b | U] stands at this place of vec(W), vec(U), b.
    private int Position(int gate, int k) => _offset + _units * (gate * Columns +
        (k < _n_x ? k : k == _n_x ? _n_x + _n_h : k - 1));

    private static int Packed(int row, int column, int columns) =>
        row / MatrixProducts.Rows * MatrixProducts.Rows * columns + column * MatrixProducts.Rows + row % MatrixProducts.Rows;
}
