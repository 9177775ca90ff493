using System.Numerics.Tensors;

namespace Unrolled;

/// <summary>The global norm ‖g‖₂ of a gradient before and after clipping.</summary>
public readonly record struct ClippedNorm(double Before, double After);

/// <summary>What is done to a gradient that is too large before it is used. It cures explosion, not vanishing.</summary>
public abstract record Clipping
{
    private Clipping(string name, double? τ = null) => (Name, this.τ) = (name, τ);

    /// <summary>The gradient is used as it is.</summary>
    public static Clipping None { get; } = new NoClipping();

    /// <summary>
    /// By global norm (Pascanu, Mikolov and Bengio 2013, algorithm 1): g ← g / max(1, ‖g‖₂ / τ) over all parameters together. The
    /// direction stays; a gradient shorter than τ is not touched.
    /// </summary>
    public static Clipping ByNorm(double τ) => new NormClipping(Positive(τ));

    /// <summary>By value: each entry into [−τ, τ]. The direction changes.</summary>
    public static Clipping ByValue(double τ) => new ValueClipping(Positive(τ));

    /// <summary>"none", "by norm" or "by value".</summary>
    public string Name { get; }

    /// <summary>The threshold, if there is one.</summary>
    public double? τ { get; }

    /// <summary>"by norm, τ = 5", the same in every culture.</summary>
    public sealed override string ToString() => τ is { } threshold ? Invariant($"{Name}, τ = {threshold}") : Name;

    /// <summary>The clipped gradient, and the norm before and after; <paramref name="dL_dθ"/> itself stays as it is.</summary>
    public (T dL_dθ, ClippedNorm Norm) Apply<T>(T dL_dθ) where T : IParameters<T>
    {
        var g = dL_dθ.ToVector();
        var norm = Apply(g.AsArray());
        return (dL_dθ.WithVector(g), norm);
    }

    /// <summary>Clips in place.</summary>
    internal abstract ClippedNorm Apply(Span<double> g);

    /// <summary>‖g‖₂. Divided by the largest entry first: the squares of an exploded gradient would overflow long before it does.</summary>
    internal static double Norm(ReadOnlySpan<double> g)
    {
        var largest = Math.Abs(TensorPrimitives.MaxMagnitude(g));
        if (largest == 0 || !double.IsFinite(largest))
            return largest;
        double sum = 0;
        foreach (var entry in g)
            sum += entry / largest * (entry / largest);
        return largest * Math.Sqrt(sum);
    }

    private static double Positive(double τ) =>
        τ > 0 ? τ : throw new ArgumentOutOfRangeException(nameof(τ), Invariant($"τ must be above 0, got {τ}."));

    private sealed record NoClipping() : Clipping("none")
    {
        internal override ClippedNorm Apply(Span<double> g)
        {
            var norm = Norm(g);
            return new(norm, norm);
        }
    }

    private sealed record NormClipping(double Threshold) : Clipping("by norm", Threshold)
    {
        internal override ClippedNorm Apply(Span<double> g)
        {
            var norm = Norm(g);
            if (norm <= Threshold)
                return new(norm, norm);
            var factor = Math.Max(1, norm / Threshold);
            foreach (ref var entry in g)
                entry /= factor;
            return new(norm, Norm(g));
        }
    }

    private sealed record ValueClipping(double Threshold) : Clipping("by value", Threshold)
    {
        internal override ClippedNorm Apply(Span<double> g)
        {
            var norm = Norm(g);
            foreach (ref var entry in g)
                entry = Math.Clamp(entry, -Threshold, Threshold);
            return new(norm, Norm(g));
        }
    }
}
