namespace Unrolled;

/// <summary>A run of updates by one optimiser: its memory, and how many updates there were.</summary>
public sealed class Updates
{
    private readonly Optimiser _optimiser;
    private double[][] _memory = [];

    internal Updates(Optimiser optimiser) => _optimiser = optimiser;

    /// <summary>How many updates there were.</summary>
    public int Count { get; private set; }

    /// <summary>The parameters after one more update; <paramref name="p"/> itself stays as it is.</summary>
    /// <exception cref="ArgumentException">The gradient has another size than the parameters, or than in the updates before.</exception>
    public T Apply<T>(T p, T dL_dθ) where T : IParameters<T>
    {
        var θ = p.ToVector();
        Apply(θ.AsArray(), dL_dθ.ToVector().AsArray());
        return p.WithVector(θ);
    }

    /// <summary>One update in place.</summary>
    internal void Apply(Span<double> θ, ReadOnlySpan<double> g)
    {
        if (Count == 0)
            _memory = NewMemory(_optimiser.Memories, θ.Length);
        if (g.Length != θ.Length || (_memory.Length > 0 && _memory[0].Length != θ.Length))
            throw new ArgumentException(Invariant(
                $"g and θ must keep the size of the first update, got {g.Length} and {θ.Length} (start anew for another network)."), nameof(g));
        _optimiser.Update(++Count, θ, g, _memory);
    }

    private static double[][] NewMemory(int vectors, int size)
    {
        var memory = new double[vectors][];
        for (var i = 0; i < vectors; i++)
            memory[i] = new double[size];
        return memory;
    }
}
