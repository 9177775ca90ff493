using MathNet.Numerics.RootFinding;

namespace Unrolled;

/// <summary>A state of the one-unit network that reproduces itself, x = w σ(x) + b.</summary>
/// <param name="x">The state.</param>
/// <param name="Slope">w σ′(x): what one step does to a small distance from x.</param>
public sealed record FixedPoint(double x, double Slope)
{
    private static readonly Activation σ = Activation.Sigmoid;

    /// <summary>
    /// Neighbours are drawn in. Two stable points are two memories with a basin each: the unit can latch (Bengio, Simard, Frasconi 1994).
    /// </summary>
    public bool IsStable => Math.Abs(Slope) < 1;

    /// <summary>All fixed points for (w, b), from the smallest x to the largest: one, or three between the two folds.</summary>
    /// <exception cref="ArgumentException">w or b is not finite.</exception>
    public static IReadOnlyList<FixedPoint> All(double w, double b)
    {
        OneUnit.CheckFinite(w, b);

        // Roots of g(x) = w σ(x) + b − x. They lie between b and b + w, and g is monotone between the turning points w σ′(x) = 1.
        double g(double x) => w * σ.Apply(x) + b - x;
        double[] cuts = [Math.Min(b, b + w) - 1, .. TurningPoints(w), Math.Max(b, b + w) + 1];
        var found = new List<FixedPoint>();
        foreach (var (from, to) in cuts.Zip(cuts[1..]))
            if (from < to && Math.Sign(g(from)) * Math.Sign(g(to)) < 0)
            {
                var x = Brent.FindRoot(g, from, to, accuracy: 1e-14, maxIterations: 200);
                found.Add(new FixedPoint(x, w * σ.Derivative(x, σ.Apply(x))));
            }

        return found;
    }

    /// <summary>
    /// The folds (saddle-node bifurcations) for this w: the b at which two fixed points meet and vanish, in ascending order. Between
    /// them the network has two stable states. There are none for w ≤ 4, since w σ′ never exceeds 1 there.
    /// </summary>
    public static IReadOnlyList<double> Folds(double w) => [.. TurningPoints(w).Select(x => x - w * σ.Apply(x)).Order()];

    // w σ′(x) = w s (1 − s) = 1 for s = σ(x) = (1 ± √(1 − 4/w)) / 2, so x = ±log(s / (1 − s)).
    private static double[] TurningPoints(double w)
    {
        if (w <= 4)
            return [];
        var s = (1 + Math.Sqrt(1 - 4 / w)) / 2;
        var x = Math.Log(s / (1 - s));
        return [-x, x];
    }
}
