namespace Unrolled.Experiments;

/// <summary>What is to be learnt in a <see cref="LongLagRun"/>.</summary>
public enum LongLagTask
{
    /// <summary><see cref="Unrolled.AddingProblem"/>; solved with a mean squared error below 0.01 on new sequences.</summary>
    AddingProblem,

    /// <summary><see cref="Unrolled.TemporalOrder"/>; solved with 95 % of new sequences right.</summary>
    TemporalOrder,
}

/// <summary>Which cell learns. All weights start as <see cref="Initialise.Xavier"/> and all biases that are not named as 0.</summary>
public enum LongLagCell
{
    /// <summary>The plain RNN with tanh.</summary>
    Rnn,

    /// <summary>A GRU with b_z = 0: at the start half of the state is kept from step to step.</summary>
    Gru,

    /// <summary>A GRU with b_z = −3: at the start σ(3) = 0.95 of the state is kept.</summary>
    GruOpen,

    /// <summary>An LSTM with b_f = 0: at the start half of the memory is kept from step to step.</summary>
    Lstm,

    /// <summary>An LSTM with b_f = 3: at the start σ(3) = 0.95 of the memory is kept.</summary>
    LstmOpen,
}

/// <summary>One training run on a task that needs a memory of T steps.</summary>
/// <param name="Task">The task.</param>
/// <param name="Cell">The cell.</param>
/// <param name="T">The length of the sequences.</param>
/// <param name="Seed">Of the initial weights and of all sequences.</param>
public sealed record LongLagRun(LongLagTask Task, LongLagCell Cell, int T, int Seed);

/// <summary>What came of a run.</summary>
/// <param name="Run">The run.</param>
/// <param name="SolvedAfter">The number of updates after which the task was solved; null if it was not.</param>
public sealed record LongLagResult(LongLagRun Run, int? SolvedAfter);
