namespace Unrolled.Notebooks.Tests.Session;

/// <summary>A session in this process, with a folder of its own. Sessions take over the console, so their tests run one at a time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OneAtATime
{
    public const string Name = "session";
}

internal sealed record CellRun(CellStatus Status, IReadOnlyList<CellEvent> Events)
{
    public string Text(string stream = "stdout") => string.Concat(Events.Select(e => e.Output).OfType<StreamOutput>().Where(s => s.Name == stream).Select(s => s.Text));

    public IEnumerable<DataOutput> Data => Events.Select(e => e.Output).OfType<DataOutput>();

    public string Value => Data.Single(d => d.IsResult).Data["text/plain"];

    public ErrorOutput Error => Assert.Single(Events.Select(e => e.Output).OfType<ErrorOutput>());
}

internal sealed class SessionHarness : IDisposable
{
    private readonly DirectoryInfo _root = System.IO.Directory.CreateTempSubdirectory("unrolled-tests-");
    private readonly CSharpSession _session;
    private int _count;

    public SessionHarness(long maxOutputCharacters = 1_000_000, params string[] packageSources)
    {
        Folder = _root.CreateSubdirectory("notebooks").FullName;
        _session = new CSharpSession(new SessionOptions
        {
            Directory = Folder,
            ScratchDirectory = _root.CreateSubdirectory("scratch").FullName,
            MaxOutputCharacters = maxOutputCharacters,
            PackageSources = [.. packageSources],
        });
    }

    public string Folder { get; }

    public CSharpSession Session => _session;

    public CellRun Run(string source, TimeSpan? interruptAfter = null)
    {
        using var interrupt = new CancellationTokenSource();
        if (interruptAfter is { } delay)
            interrupt.CancelAfter(delay);
        var events = new List<CellEvent>();
        var status = _session.Run(++_count, source, events.Add, interrupt.Token);
        return new CellRun(status, events);
    }

    public string ValueOf(string source)
    {
        var run = Run(source);
        Assert.True(run.Status == CellStatus.Ok, string.Join('\n', run.Events.Select(e => e.Output).OfType<ErrorOutput>().SelectMany(e => e.Traceback)));
        return run.Value;
    }

    public void Dispose()
    {
        _session.Dispose();
        _root.Delete(recursive: true);
    }
}
