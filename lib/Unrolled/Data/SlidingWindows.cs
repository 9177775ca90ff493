using MathNet.Numerics.LinearAlgebra;

namespace Unrolled.Data;

/// <summary>
/// Examples for a one-step forecast: each input holds <c>length</c> values in a row, its target is the value right after them.
/// Window k has the input s_k … s_{k+length−1} and the target s_{k+length}; the target never stands in its own input.
/// </summary>
public sealed class SlidingWindows
{
    private SlidingWindows(Vector<double> s, int length)
    {
        Inputs = Array.AsReadOnly([.. Enumerable.Range(0, s.Count - length).Select(k => s.SubVector(k, length))]);
        Targets = s.SubVector(length, s.Count - length);
    }

    /// <summary>The inputs, each of <c>length</c> values, oldest first.</summary>
    public IReadOnlyList<Vector<double>> Inputs { get; }

    /// <summary>The target of each input.</summary>
    public Vector<double> Targets { get; }

    /// <summary>The number of windows.</summary>
    public int Count => Inputs.Count;

    /// <summary>All windows of a series: N values give N − length windows (800 days and length 20: 780).</summary>
    /// <param name="series">The values s_0 … s_{N−1}, in time order.</param>
    /// <param name="length">The length of each input.</param>
    /// <exception cref="ArgumentException">The length is below 1, the series too short, or a value not finite.</exception>
    public static SlidingWindows Of(IEnumerable<double> series, int length)
    {
        if (length < 1)
            throw new ArgumentOutOfRangeException(nameof(length), Invariant($"A window needs a length of at least 1, got {length}."));
        var s = Vector<double>.Build.Dense([.. series]);
        if (s.Count <= length)
        {
            throw new ArgumentException(
                Invariant($"Windows of length {length} need at least {length + 1} values (the input and its target), got {s.Count}."),
                nameof(series));
        }
        Check.Finite(nameof(series), s);
        return new SlidingWindows(s, length);
    }

    /// <summary>
    /// The windows whose targets are the values of <paramref name="series"/>, all of them: the first inputs reach back into
    /// <paramref name="past"/>. That is how a test part is forecast: its first day has the last training days as input, which
    /// were known by then (200 test days give 200 windows).
    /// </summary>
    /// <param name="series">The N values to forecast.</param>
    /// <param name="length">The length of each input.</param>
    /// <param name="past">The values right before the series, at least <paramref name="length"/> of them.</param>
    /// <exception cref="ArgumentException">The length is below 1, the past shorter, or a value not finite.</exception>
    public static SlidingWindows Of(IEnumerable<double> series, int length, IEnumerable<double> past)
    {
        double[] before = [.. past];
        if (before.Length < length)
        {
            throw new ArgumentException(
                Invariant($"The first window of length {length} needs {length} past values, got {before.Length}."), nameof(past));
        }
        return Of(before.TakeLast(length).Concat(series), length);
    }
}
