using System.Collections;
using System.Runtime.CompilerServices;
using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>
/// One vector per time step, indexed by t as the course writes it: inputs and outputs run from 1 to T,
/// hidden states from 0 (the initial state) to T.
/// </summary>
[CollectionBuilder(typeof(Sequence), nameof(Create))]
public sealed class Sequence : IEnumerable<Vector<double>>
{
    private readonly Vector<double>[] _values;

    /// <summary>A sequence of these vectors.</summary>
    /// <param name="values">The vectors of steps <paramref name="first"/>, first + 1, …; the list is copied, the vectors are not.</param>
    /// <param name="first">The first step: 1 for inputs, 0 for states.</param>
    public Sequence(IEnumerable<Vector<double>> values, int first = 1)
    {
        _values = [.. values];
        First = first;
    }

    /// <summary>Makes <c>Sequence x = [x_1, x_2]</c> work.</summary>
    public static Sequence Create(ReadOnlySpan<Vector<double>> values) => new(values.ToArray());

    /// <summary>A sequence of numbers: x_t has size 1.</summary>
    public static Sequence OfNumbers(IEnumerable<double> values) => new(values.Select(v => Vector<double>.Build.Dense(1, v)));

    /// <summary>A sequence of symbols: x_t has a 1 at the place of symbol t and 0 elsewhere (one-hot).</summary>
    /// <param name="symbols">The number of each symbol, from 0 to <paramref name="size"/> − 1.</param>
    /// <param name="size">How many symbols there are, n_x.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no symbol with this number.</exception>
    public static Sequence OneHot(IEnumerable<int> symbols, int size) => new(symbols.Select(symbol => OneHot(symbol, size)));

    /// <summary>One symbol as a vector of zeros with a single 1 (one-hot).</summary>
    /// <param name="symbol">Its number, from 0 to <paramref name="size"/> − 1.</param>
    /// <param name="size">How many symbols there are.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no symbol with this number.</exception>
    public static Vector<double> OneHot(int symbol, int size) => symbol >= 0 && symbol < size
        ? Vector<double>.Build.Dense(size, i => i == symbol ? 1 : 0)
        : throw new ArgumentOutOfRangeException(nameof(symbol), Invariant($"A symbol must be in 0..{size - 1}, got {symbol}."));

    /// <summary>The first step that has a vector.</summary>
    public int First { get; }

    /// <summary>The last step, T.</summary>
    public int T => First + _values.Length - 1;

    /// <summary>The number of vectors.</summary>
    public int Count => _values.Length;

    /// <summary>The vector of step t.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such step.</exception>
    public Vector<double> this[int t] => _values[Check.Step(t, First, T) - First];

    /// <summary>The steps <paramref name="from"/>..<paramref name="to"/>, renumbered from 1.</summary>
    public Sequence Slice(int from, int to) => new(Enumerable.Range(from, to - from + 1).Select(t => this[t]));

    /// <inheritdoc/>
    public IEnumerator<Vector<double>> GetEnumerator() => ((IEnumerable<Vector<double>>)_values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
