using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>The one place that refuses wrong shapes and numbers: a message names the operand, what was expected and what came.</summary>
internal static class Check
{
    /// <param name="name">The operand, as the course writes it.</param>
    /// <param name="value">The matrix to check.</param>
    /// <param name="shape">The expected shape in symbols, "n_h × n_x".</param>
    /// <param name="rows">Expected rows.</param>
    /// <param name="columns">Expected columns.</param>
    /// <param name="use">How the course uses it, "W_hx x_t".</param>
    public static void Shape(string name, Matrix<double> value, string shape, int rows, int columns, string use)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        if (value.RowCount != rows || value.ColumnCount != columns)
            throw new ArgumentException(Invariant(
                $"{name} must be {shape} = {rows} × {columns}, got {value.RowCount} × {value.ColumnCount} (the course multiplies {use})."), name);
    }

    /// <inheritdoc cref="Shape(string, Matrix{double}, string, int, int, string)"/>
    public static void Size(string name, Vector<double> value, string size, int expected)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        if (value.Count != expected)
            throw new ArgumentException(Invariant($"{name} must have {size} = {expected} entries, got {value.Count}."), name);
    }

    /// <summary>The input size a weight matrix on x_t stands for. Where it is plainly transposed, its rows say it.</summary>
    public static int InputSize(Matrix<double> W, int n_h) =>
        W.RowCount != n_h && W.ColumnCount == n_h ? W.RowCount : W.ColumnCount;

    /// <summary>x must hold steps 1..T with T ≥ 1, every x_t of size n_x and finite.</summary>
    public static void Inputs(string name, Sequence x, string size, int expected)
    {
        ArgumentNullException.ThrowIfNull(x, name);
        if (x.Count == 0)
            throw new ArgumentException($"{name} must hold at least one step (T ≥ 1), got an empty sequence.", name);
        if (x.First != 1)
            throw new ArgumentException(Invariant(
                $"{name} must start at step 1, got one that starts at step {x.First} (to feed hidden states on, pass h.Slice(1, T))."), name);
        for (var t = 1; t <= x.T; t++)
        {
            Size(Invariant($"{name}_{t}"), x[t], size, expected);
            Finite(Invariant($"{name}_{t}"), x[t]);
        }
    }

    /// <summary>A step must be one that there is.</summary>
    /// <returns>The step.</returns>
    public static int Step(int t, int first, int last) => t >= first && t <= last
        ? t
        : throw new ArgumentOutOfRangeException(nameof(t), Invariant($"Step t must be in {first}..{last}, got {t}."));

    /// <summary>An example must be one that there is.</summary>
    /// <returns>The example.</returns>
    public static int Example(int k, int count) => k >= 0 && k < count
        ? k
        : throw new ArgumentOutOfRangeException(nameof(k), Invariant($"Example k must be in 0..{count - 1}, got {k}."));

    /// <summary>An initial state must have size n_h and be finite.</summary>
    public static void State(string name, Vector<double> value, int n_h)
    {
        Size(name, value, "n_h", n_h);
        Finite(name, value);
    }

    public static void Finite(string name, Vector<double> value)
    {
        for (var i = 0; i < value.Count; i++)
            if (!double.IsFinite(value[i]))
                throw new ArgumentException(Invariant($"{name} must be finite, got {value[i]} at entry {i}."), name);
    }

    public static void Finite(string name, Matrix<double> value)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        foreach (var (i, j, entry) in value.EnumerateIndexed())
            if (!double.IsFinite(entry))
                throw new ArgumentException(Invariant($"{name} must be finite, got {entry} at row {i}, column {j}."), name);
    }

    /// <summary>What a function of the spectrum needs. MathNet's iterations do not end well on NaN, so it is refused here.</summary>
    public static void Square(string name, Matrix<double> value)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        if (value.RowCount != value.ColumnCount || value.RowCount == 0)
            throw new ArgumentException(Invariant($"{name} must be square, n × n with n ≥ 1, got {value.RowCount} × {value.ColumnCount}."), name);
        Finite(name, value);
    }

    /// <summary>Every parameter must be finite. Gradients are not checked: an exploding gradient is something to look at.</summary>
    public static void Finite<T>(T p) where T : IParameters<T>
    {
        foreach (var (name, value) in p.Tensors())
            foreach (var (i, j, entry) in value.EnumerateIndexed())
                if (!double.IsFinite(entry))
                    throw new ArgumentException(Invariant(
                        $"{name} must be finite, got {entry} at entry ({i}, {j}) (if training diverged: lower the learning rate or clip)."), name);
    }
}
