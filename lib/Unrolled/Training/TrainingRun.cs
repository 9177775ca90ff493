namespace Unrolled;

/// <summary>One update of the parameters.</summary>
/// <param name="Epoch">Its epoch, from 1.</param>
/// <param name="L">The mean loss of its examples before the update.</param>
/// <param name="Norm">The global norm of its gradient.</param>
public readonly record struct TrainingUpdate(int Epoch, double L, ClippedNorm Norm);

/// <summary>One epoch: what progress reports and what the log holds.</summary>
/// <param name="Number">From 1.</param>
/// <param name="L">The mean loss of its updates.</param>
/// <param name="Norm">The largest norms of its updates.</param>
public readonly record struct TrainingEpoch(int Number, double L, ClippedNorm Norm);

/// <summary>How a run ended.</summary>
public enum TrainingEnd
{
    /// <summary>All epochs are done.</summary>
    Finished,

    /// <summary>It was cancelled; what it had learned until then is kept.</summary>
    Cancelled,

    /// <summary>The loss or its gradient was no longer finite; the parameters are those before that gradient.</summary>
    Diverged,
}

/// <summary>What training gave.</summary>
/// <param name="p">The parameters after the last update.</param>
/// <param name="End">How it ended.</param>
/// <param name="Updates">Every update.</param>
/// <param name="Epochs">Every epoch that was finished, or in which the run diverged.</param>
public sealed record TrainingRun<T>(
    T p, TrainingEnd End, IReadOnlyList<TrainingUpdate> Updates, IReadOnlyList<TrainingEpoch> Epochs) where T : IParameters<T>;
