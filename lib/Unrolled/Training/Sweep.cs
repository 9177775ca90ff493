namespace Unrolled;

/// <summary>One configuration of a sweep and what came of it.</summary>
public sealed record SweepResult<TConfiguration, TResult>(TConfiguration Configuration, TResult Result);

/// <summary>The same training for many configurations, on all cores.</summary>
public static class Sweep
{
    /// <summary>
    /// Runs <paramref name="train"/> for every configuration, each on one core (set <see cref="TrainingOptions.Threads"/> to 1). The
    /// results stand in the order of the configurations and depend on nothing but them, as long as a run makes its own generator from
    /// a seed.
    /// </summary>
    /// <param name="configurations">What to vary.</param>
    /// <param name="train">One run; gets its configuration.</param>
    /// <param name="threads">How many runs at the same time; one per core if 0.</param>
    /// <param name="cancellation">Starts no further run.</param>
    /// <exception cref="InvalidOperationException">A run failed; the message names its configuration.</exception>
    /// <exception cref="OperationCanceledException">Not every run was started.</exception>
    public static IReadOnlyList<SweepResult<TConfiguration, TResult>> Run<TConfiguration, TResult>(
        IEnumerable<TConfiguration> configurations, Func<TConfiguration, TResult> train,
        int threads = 0, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(threads);
        TConfiguration[] all = [.. configurations];
        var results = new SweepResult<TConfiguration, TResult>[all.Length];
        var failures = new Exception?[all.Length];
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = threads > 0 ? threads : Environment.ProcessorCount,
            CancellationToken = cancellation,
        };
        Parallel.For(0, all.Length, parallel, (i, loop) =>
        {
            try
            {
                results[i] = new(all[i], train(all[i]));
            }
            catch (Exception e)
            {
                failures[i] = e;
                loop.Break(); // runs before this one go on, so that the first failure is always the same
            }
        });
        var failed = Array.FindIndex(failures, e => e != null);
        return failed < 0
            ? results
            : throw new InvalidOperationException($"The run with {all[failed]} failed: {failures[failed]!.Message}", failures[failed]);
    }
}
