using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>
/// Examples of a task, all of the same length T, with the loss that suits it and the score of a predictor that has learnt nothing.
/// A network has learnt something only where it beats that score.
/// </summary>
/// <param name="Name">The usual name, "adding problem".</param>
/// <param name="x">The inputs of each example, x_1..x_T.</param>
/// <param name="y">The targets of each example: for 1..T, or for the last steps only.</param>
/// <param name="φ_o">The output activation the targets are made for.</param>
/// <param name="ℓ">The loss of one step.</param>
/// <param name="TrivialLoss">
/// The expected loss, a mean over the steps with a target, of the best predictor that knows the task but no input; cross-entropy in nats.
/// </param>
/// <param name="TrivialAccuracy">The share of targets this predictor gets right (chance level); null where targets are not classes.</param>
public sealed record SequenceTask(
    string Name, IReadOnlyList<Sequence> x, IReadOnlyList<Sequence> y, OutputActivation φ_o, Loss ℓ,
    double TrivialLoss, double? TrivialAccuracy = null)
{
    /// <summary>The number of examples.</summary>
    public int Count => x.Count;

    /// <summary>The number of steps of every example.</summary>
    public int T => x[0].T;

    /// <summary>The number of inputs.</summary>
    public int n_x => x[0][1].Count;

    /// <summary>The number of outputs.</summary>
    public int n_q => y[0][T].Count;

    /// <summary>The weights of the loss, T: the same for all steps with a target, summing to 1, and 0 for the others.</summary>
    public Vector<double> w => Vector<double>.Build.Dense(T, i => i + 1 < y[0].First ? 0 : 1.0 / y[0].Count);

    /// <summary>The loss of example k, 0 ≤ k &lt; Count: a mean over the steps with a target.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no example k.</exception>
    public SequenceLoss Loss(int k) => new(ℓ, y[Check.Example(k, Count)], w);

    /// <summary>The same examples as training reads them.</summary>
    public SequenceDataset Dataset() => new(x, y, w);

    /// <summary>Draws <paramref name="count"/> examples one after the other.</summary>
    internal static (IReadOnlyList<Sequence> x, IReadOnlyList<Sequence> y) Draw(int count, Func<(Sequence x, Sequence y)> example)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        (Sequence x, Sequence y)[] all = [.. Enumerable.Range(0, count).Select(_ => example())];
        return ([.. all.Select(e => e.x)], [.. all.Select(e => e.y)]);
    }
}
