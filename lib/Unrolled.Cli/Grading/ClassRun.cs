namespace Unrolled.Cli.Grading;

/// <summary>Grades a class, several notebooks at a time.</summary>
/// <param name="grader">Grades one.</param>
/// <param name="handIns">The class.</param>
/// <param name="known">Grades of an earlier run, which count for notebooks that are the same.</param>
internal sealed class ClassRun(Grader grader, IReadOnlyList<HandIn> handIns, IReadOnlyList<Graded> known)
{
    private readonly Graded?[] _graded = new Graded?[handIns.Count];
    private readonly Lock _lock = new();

    /// <summary>How many notebooks there are.</summary>
    public int Count => handIns.Count;

    /// <summary>Those graded so far, in the order of the class.</summary>
    public IReadOnlyList<Graded> Graded => [.. _graded.OfType<Graded>()];

    /// <summary>Grades all.</summary>
    /// <param name="jobs">How many at the same time.</param>
    /// <param name="tell">Is told of each that begins.</param>
    /// <param name="keep">Is called after each that was graded, by one thread at a time.</param>
    /// <param name="cancel">Ends the run; what was graded stays.</param>
    public async Task ToTheEndAsync(int jobs, Action<string> tell, Action keep, CancellationToken cancel)
    {
        var same = known.Where(graded => graded.Content.Length > 0).ToLookup(graded => (graded.Path, graded.Student, graded.Content));
        // First what is known: an interrupt must not lose it.
        for (var i = 0; same.Count > 0 && i < handIns.Count; i++)
            _graded[i] = same[(handIns[i].Path, handIns[i].Student, Fingerprint(handIns[i]))].FirstOrDefault();
        var options = new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancel };
        await Parallel.ForEachAsync(Enumerable.Range(0, handIns.Count).Where(i => _graded[i] is null).ToList(), options, async (i, stop) =>
        {
            tell(Invariant($"grading {i + 1} of {handIns.Count}: {Printable.Of(handIns[i].Path)} …"));
            var graded = await grader.GradeAsync(handIns[i], stop).ConfigureAwait(false);
            lock (_lock)
            {
                _graded[i] = graded;
                keep();
            }
        }).ConfigureAwait(false);
    }

    private static string Fingerprint(HandIn handIn)
    {
        try
        {
            return handIn.Fingerprint();
        }
        catch (HandInException)
        {
            return "";
        }
    }
}
