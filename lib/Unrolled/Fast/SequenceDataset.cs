using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>
/// Sequences of the same length with their targets, as training reads them. The loss of one example is L = Σ_t w_t ℓ(o_t, y_t)
/// (<see cref="SequenceLoss"/>); the loss of several is the mean of theirs.
/// </summary>
public sealed class SequenceDataset
{
    private readonly double[] _w;

    /// <summary>Any weights.</summary>
    /// <param name="x">The inputs, each x_1..x_T.</param>
    /// <param name="y">The targets of each, for the same steps: 1..T, or fewer that end at T.</param>
    /// <param name="w">Weights w_1..w_T; a step without target must have weight 0.</param>
    /// <exception cref="ArgumentException">There is no example, lengths or sizes differ, or a number is not finite.</exception>
    public SequenceDataset(IReadOnlyList<Sequence> x, IReadOnlyList<Sequence> y, Vector<double> w)
    {
        if (x.Count == 0 || y.Count != x.Count)
            throw new ArgumentException(Invariant(
                $"x and y must hold the same number of sequences, at least 1, got {x.Count} and {y.Count}."), nameof(x));
        Check.Finite(nameof(w), w);
        (_w, T, FirstTarget) = (w.ToArray(), w.Count, y[0].First);
        Check.Inputs("x of example 0", x[0], "n_x", x[0].Count > 0 ? x[0][x[0].First].Count : 0);
        (Count, n_x, n_q) = (x.Count, x[0][1].Count, y[0][FirstTarget].Count);
        (Inputs, Targets) = (new double[Count * T * n_x], new double[Count * TargetSteps * n_q]);
        All = [.. Enumerable.Range(0, Count)];
        if (_w.AsSpan(0, FirstTarget - 1).ContainsAnyExcept(0.0))
            throw new ArgumentException(Invariant(
                $"y must have a target for every step with w_t ≠ 0, got targets from step {FirstTarget} on."), nameof(y));
        for (var k = 0; k < Count; k++)
            Store(k, x[k], y[k]);
    }

    /// <summary>The number of examples.</summary>
    public int Count { get; }

    /// <summary>The number of steps of every sequence.</summary>
    public int T { get; }

    /// <summary>The size of x_t.</summary>
    public int n_x { get; }

    /// <summary>The size of y_t.</summary>
    public int n_q { get; }

    /// <summary>The first step that has a target; the last is T.</summary>
    public int FirstTarget { get; }

    /// <summary>Many-to-many, the mean over steps: w_t = 1/T.</summary>
    public static SequenceDataset Mean(IReadOnlyList<Sequence> x, IReadOnlyList<Sequence> y) =>
        new(x, y, Vector<double>.Build.Dense(Steps(x), 1.0 / Steps(x)));

    /// <summary>Many-to-many, the sum over steps: w_t = 1.</summary>
    public static SequenceDataset Sum(IReadOnlyList<Sequence> x, IReadOnlyList<Sequence> y) =>
        new(x, y, Vector<double>.Build.Dense(Steps(x), 1.0));

    /// <summary>Many-to-one: w_T = 1, else 0.</summary>
    /// <param name="x">The inputs, each x_1..x_T.</param>
    /// <param name="y_T">The target of the last step of each.</param>
    public static SequenceDataset Last(IReadOnlyList<Sequence> x, IReadOnlyList<Vector<double>> y_T) => new(
        x, [.. y_T.Select(y => new Sequence([y], first: Steps(x)))], Sequence.OneHot(Steps(x) - 1, Steps(x)));

    /// <summary>w_t.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no step t.</exception>
    public double w(int t) => _w[Check.Step(t, 1, T) - 1];

    /// <summary>The inputs of example k, 0 ≤ k &lt; Count.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no example k.</exception>
    public Sequence x(int k)
    {
        Check.Example(k, Count);
        return new(Enumerable.Range(1, T).Select(t => Vector<double>.Build.DenseOfArray(Input(k, t).ToArray())));
    }

    /// <summary>The loss of example k as the reference takes it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no example k.</exception>
    public SequenceLoss Loss(int k, Loss ℓ)
    {
        Check.Example(k, Count);
        return new(ℓ, Unpack(Targets, k), Vector<double>.Build.DenseOfArray(_w));
    }

    /// <summary>All inputs: example after example, step after step.</summary>
    internal double[] Inputs { get; }

    /// <summary>All targets, likewise; outputs are laid out the same way.</summary>
    internal double[] Targets { get; }

    /// <summary>Holds the targets against what ℓ is made for; <see cref="SequenceLoss"/> knows how.</summary>
    internal void CheckTargets(Loss ℓ)
    {
        foreach (var k in All)
            _ = Loss(k, ℓ);
    }

    /// <summary>0..Count − 1.</summary>
    internal int[] All { get; }

    private int TargetSteps => T - FirstTarget + 1;

    internal Span<double> Input(int k, int t) => Inputs.AsSpan((k * T + t - 1) * n_x, n_x);

    /// <summary>The place of step t of example k in <see cref="Targets"/> or in an array like it.</summary>
    internal Span<double> At(double[] values, int k, int t) => values.AsSpan((k * TargetSteps + t - FirstTarget) * n_q, n_q);

    internal Sequence Unpack(double[] values, int k) => new(
        Enumerable.Range(FirstTarget, TargetSteps).Select(t => Vector<double>.Build.DenseOfArray(At(values, k, t).ToArray())),
        FirstTarget);

    private static int Steps(IReadOnlyList<Sequence> x) => x.Count > 0 && x[0].T > 0
        ? x[0].T
        : throw new ArgumentException("x must hold at least one sequence with T ≥ 1, got none.", nameof(x));

    private void Store(int k, Sequence x, Sequence y)
    {
        if (x.T != T || y.T != T || y.First != FirstTarget)
            throw new ArgumentException(Invariant(
                $"Example {k} must have x_1..x_{T} and y_{FirstTarget}..y_{T}, got x up to {x.T} and y_{y.First}..y_{y.T}."), nameof(x));
        Check.Inputs(Invariant($"x of example {k}"), x, "n_x", n_x);
        for (var t = 1; t <= T; t++)
            x[t].ToArray().CopyTo(Input(k, t));
        for (var t = FirstTarget; t <= T; t++)
        {
            Check.Size(Invariant($"y_{t} of example {k}"), y[t], "n_q", n_q);
            Check.Finite(Invariant($"y_{t} of example {k}"), y[t]);
            y[t].ToArray().CopyTo(At(Targets, k, t));
        }
    }
}
