using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>
/// The loss of a whole sequence, L = Σ_t w_t ℓ(o_t, y_t). The weights w_t say which steps count, and how much; no gradient is
/// divided by T a second time.
/// </summary>
/// <remarks>
/// Three types stand beside each other. A <see cref="SequenceLoss"/> is the loss of <i>one</i> sequence, as the readable passes take it. A
/// <see cref="SequenceDataset"/> holds inputs and targets of <i>many</i>, packed as training reads them; its <c>Mean</c>, <c>Sum</c> and <c>Last</c>
/// set the same weights for each. A <see cref="SequenceTask"/> is a data set as it was drawn, with the loss that suits it and the score to beat.
/// </remarks>
public sealed class SequenceLoss
{
    private readonly Vector<double> _w;
    private readonly Vector<double>?[] _y;

    /// <summary>Any weights.</summary>
    /// <param name="ℓ">The loss of one step.</param>
    /// <param name="y">Targets, each n_q. A step with w_t = 0 needs none.</param>
    /// <param name="w">Weights w_1..w_T; their number is T.</param>
    /// <exception cref="ArgumentException">A step that counts has no target, or a target does not suit ℓ.</exception>
    public SequenceLoss(Loss ℓ, Sequence y, Vector<double> w)
        : this(ℓ, w, new Vector<double>?[w.Count])
    {
        Check.Finite(nameof(w), w);
        if (y.T > T)
            throw new ArgumentException(Invariant($"y must end at step T = {T} or before, got targets up to step {y.T}."), nameof(y));
        for (var t = 1; t <= T; t++)
        {
            if (w[t - 1] == 0) continue;
            if (t < y.First || t > y.T)
                throw new ArgumentException(Invariant(
                    $"y must have a target for every step with w_t ≠ 0, got none for t = {t} (targets for {y.First}..{y.T})."), nameof(y));
            ℓ.CheckTarget(Invariant($"y_{t}"), y[t]);
            _y[t - 1] = y[t];
        }
    }

    private SequenceLoss(Loss ℓ, Vector<double> w, Vector<double>?[] y) => (this.ℓ, _w, _y) = (ℓ, w, y);

    /// <summary>The mean over steps: w_t = 1/T.</summary>
    public static SequenceLoss Mean(Loss ℓ, Sequence y) => new(ℓ, y, Vector<double>.Build.Dense(Steps(y), 1.0 / y.T));

    /// <summary>The sum over steps: w_t = 1.</summary>
    public static SequenceLoss Sum(Loss ℓ, Sequence y) => new(ℓ, y, Vector<double>.Build.Dense(Steps(y), 1.0));

    /// <summary>Many-to-one: w_T = 1, else 0.</summary>
    public static SequenceLoss Last(Loss ℓ, int T, Vector<double> y_T)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(T, 1);
        return new(ℓ, new Sequence([y_T], first: T), Sequence.OneHot(T - 1, T));
    }

    /// <summary>The loss of one step.</summary>
    public Loss ℓ { get; }

    /// <summary>The number of steps.</summary>
    public int T => _w.Count;

    /// <summary>w_t.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no step t.</exception>
    public double w(int t) => _w[Check.Step(t, 1, T) - 1];

    /// <summary>L = Σ_t w_t ℓ(o_t, y_t), from z_t where that is more exact.</summary>
    /// <exception cref="ArgumentException">The outputs have another T or n_q than the targets.</exception>
    public double Of(OutputTrace output)
    {
        CheckOutputs(output);
        double L = 0;
        for (var t = 1; t <= T; t++)
            if (_y[t - 1] is { } y_t)
                L += w(t) * ℓ.Value(output.φ_o, output.z[t], y_t);
        return L;
    }

    /// <summary>∂L/∂o_t = w_t ∂ℓ(o_t, y_t)/∂o_t.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no step t.</exception>
    public Vector<double> Gradient(int t, Vector<double> o_t) =>
        Target(t) is { } y_t ? w(t) * ℓ.Gradient(o_t, y_t) : Vector<double>.Build.Dense(o_t.Count);

    /// <summary>True where δz_t = w_t (o_t − y_t) may stand for the Jacobian of φ_o times ∂L/∂o_t.</summary>
    public bool HasShortcut(OutputActivation φ_o) => ℓ.IsMadeFor(φ_o);

    /// <summary>δz_t = w_t (o_t − y_t).</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no step t.</exception>
    public Vector<double> Shortcut(int t, Vector<double> o_t) =>
        Target(t) is { } y_t ? w(t) * (o_t - y_t) : Vector<double>.Build.Dense(o_t.Count);

    /// <summary>The part of L from the steps <paramref name="from"/>..<paramref name="to"/>, renumbered from 1; the weights stay.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are no such steps.</exception>
    public SequenceLoss Slice(int from, int to)
    {
        Check.Step(from, 1, T);
        Check.Step(to, from, T);
        return new(ℓ, _w.SubVector(from - 1, to - from + 1), _y[(from - 1)..to]);
    }

    /// <summary>Holds the targets against the outputs they are to be compared with.</summary>
    internal void CheckOutputs(OutputTrace output)
    {
        CheckSteps(output.o.T);
        for (var t = 1; t <= T; t++)
            if (_y[t - 1] is { } y_t)
                Check.Size(Invariant($"y_{t}"), y_t, "n_q", output.o[t].Count);
    }

    internal void CheckSteps(int expected)
    {
        if (T != expected)
            throw new ArgumentException(Invariant($"y must have as many steps as x, T = {expected}, got T = {T}."));
    }

    private Vector<double>? Target(int t) => _y[Check.Step(t, 1, T) - 1];

    private static int Steps(Sequence y) => y.Count > 0
        ? y.T
        : throw new ArgumentException("y must hold targets for steps 1..T with T ≥ 1, got an empty sequence.", nameof(y));
}
