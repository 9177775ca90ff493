namespace Unrolled;

/// <summary>How a network is trained. Two runs with equal options and equal data give the same numbers.</summary>
public sealed record TrainingOptions
{
    /// <summary>How often every example is used.</summary>
    public int Epochs { get; init; } = 100;

    /// <summary>Examples per update: all if not given (batch gradient descent), 1 for stochastic, else mini-batch gradient descent.</summary>
    public int? BatchSize { get; init; }

    /// <summary>The update rule; plain gradient descent with λ = 0.01 if not given.</summary>
    public Optimiser Optimiser { get; init; } = new GradientDescent(0.01);

    /// <summary>What is done to large gradients; nothing if not given.</summary>
    public Clipping Clipping { get; init; } = Clipping.None;

    /// <summary>Where truncated backpropagation cuts, in steps; not at all if not given.</summary>
    public int? K { get; init; }

    /// <summary>Hidden activation of the RNN.</summary>
    public Activation φ_h { get; init; } = Activation.Tanh;

    /// <summary>Output activation.</summary>
    public OutputActivation φ_o { get; init; } = Activation.Identity;

    /// <summary>The loss of one step.</summary>
    public Loss ℓ { get; init; } = Loss.SquaredError;

    /// <summary>Seed of the order in which batches take the examples; of no effect in batch gradient descent.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many threads may work; all of the machine's if 0. It changes no result.</summary>
    public int Threads { get; init; }

    /// <summary>A file for the log of the run, JSON lines; an old file there is replaced. No log if not given.</summary>
    public string? LogFile { get; init; }
}
