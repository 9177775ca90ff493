namespace Unrolled;

/// <summary>
/// How a gradient g changes the parameters θ. A record says the rule and its constants; <see cref="Start"/> gives it a memory.
/// </summary>
public abstract record Optimiser
{
    /// <summary>A run of updates, with nothing in its memory yet.</summary>
    public Updates Start() => new(this);

    /// <summary>"Adam", as the field writes it.</summary>
    public abstract string Name { get; }

    /// <summary>The rule's constants by name.</summary>
    public abstract IReadOnlyList<(string Name, double Value)> Constants { get; }

    /// <summary>"momentum, λ = 0.01, μ = 0.9", the same in every culture.</summary>
    public sealed override string ToString() => string.Join(", ", [Name, .. Constants.Select(c => Invariant($"{c.Name} = {c.Value}"))]);

    /// <summary>How many vectors of the size of θ the rule remembers.</summary>
    internal abstract int Memories { get; }

    /// <summary>One update.</summary>
    /// <param name="i">The number of this update, from 1.</param>
    /// <param name="θ">The parameters, changed in place.</param>
    /// <param name="g">The gradient.</param>
    /// <param name="memory">What the rule remembers: zero at first, changed in place.</param>
    internal abstract void Update(int i, Span<double> θ, ReadOnlySpan<double> g, double[][] memory);
}

/// <summary>Gradient descent: θ ← θ − λ g.</summary>
/// <param name="λ">The learning rate.</param>
public sealed record GradientDescent(double λ) : Optimiser
{
    /// <inheritdoc/>
    public override string Name => "gradient descent";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, double Value)> Constants => [(nameof(λ), λ)];

    internal override int Memories => 0;

    internal override void Update(int i, Span<double> θ, ReadOnlySpan<double> g, double[][] memory)
    {
        for (var k = 0; k < θ.Length; k++)
            θ[k] -= λ * g[k];
    }
}

/// <summary>Gradient descent with momentum (Polyak 1964): v ← μ v + g, θ ← θ − λ v.</summary>
/// <param name="λ">The learning rate.</param>
/// <param name="μ">How much of the last step is kept, in [0, 1).</param>
public sealed record Momentum(double λ, double μ = 0.9) : Optimiser
{
    /// <inheritdoc/>
    public override string Name => "momentum";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, double Value)> Constants => [(nameof(λ), λ), (nameof(μ), μ)];

    internal override int Memories => 1;

    internal override void Update(int i, Span<double> θ, ReadOnlySpan<double> g, double[][] memory)
    {
        var v = memory[0];
        for (var k = 0; k < θ.Length; k++)
        {
            v[k] = μ * v[k] + g[k];
            θ[k] -= λ * v[k];
        }
    }
}

/// <summary>
/// Adam (Kingma and Ba 2015, algorithm 1): m ← β_1 m + (1 − β_1) g, v ← β_2 v + (1 − β_2) g², θ ← θ − λ m̂ / (√v̂ + ε),
/// where m̂ = m / (1 − β_1^i) and v̂ = v / (1 − β_2^i) make up for the start at zero.
/// </summary>
/// <param name="λ">The learning rate: about the size of one step of one parameter.</param>
/// <param name="β_1">How much of m is kept.</param>
/// <param name="β_2">How much of v is kept.</param>
/// <param name="ε">Keeps the quotient finite.</param>
public sealed record Adam(double λ = 1e-3, double β_1 = 0.9, double β_2 = 0.999, double ε = 1e-8) : Optimiser
{
    /// <inheritdoc/>
    public override string Name => "Adam";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, double Value)> Constants =>
        [(nameof(λ), λ), (nameof(β_1), β_1), (nameof(β_2), β_2), (nameof(ε), ε)];

    internal override int Memories => 2;

    internal override void Update(int i, Span<double> θ, ReadOnlySpan<double> g, double[][] memory)
    {
        var (m, v) = (memory[0], memory[1]);
        var (c_1, c_2) = (1 - Math.Pow(β_1, i), 1 - Math.Pow(β_2, i));
        for (var k = 0; k < θ.Length; k++)
        {
            m[k] = β_1 * m[k] + (1 - β_1) * g[k];
            v[k] = β_2 * v[k] + (1 - β_2) * g[k] * g[k];
            θ[k] -= λ * (m[k] / c_1) / (Math.Sqrt(v[k] / c_2) + ε);
        }
    }
}
