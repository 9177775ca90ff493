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
    private readonly List<CellEvent> _outside = [];
    private int _count;

    public SessionHarness(long maxOutputCharacters = 1_000_000, params string[] packageSources)
    {
        Folder = _root.CreateSubdirectory("notebooks").FullName;
        _session = new CSharpSession(new SessionOptions
        {
            Directory = Folder,
            MaxOutputCharacters = maxOutputCharacters,
            PackageSources = [.. packageSources],
            Outside = _outside.Add,
        });
    }

    public string Folder { get; }

    public CSharpSession Session => _session;

    /// <summary>What was shown while no cell ran.</summary>
    public string Outside => string.Concat(_outside.ToList().Select(e => e.Output).OfType<StreamOutput>().Select(s => s.Text));

    public CellRun Run(string source, TimeSpan? interruptAfter = null) => Run(new CellRequest(0, source), interruptAfter);

    public CellRun Run(CellRequest request, TimeSpan? interruptAfter = null)
    {
        using var interrupt = new CancellationTokenSource();
        if (interruptAfter is { } delay)
            interrupt.CancelAfter(delay);
        var events = new List<CellEvent>();
        var status = _session.Run(request with { Count = ++_count }, events.Add, interrupt.Token);
        return new CellRun(status, events);
    }

    /// <summary>Runs a cell and interrupts it as soon as it shows something.</summary>
    public CellRun RunAndInterrupt(string source)
    {
        using var interrupt = new CancellationTokenSource();
        var events = new List<CellEvent>();
        var status = _session.Run(new CellRequest(++_count, source), Show, interrupt.Token);
        return new CellRun(status, events);

        void Show(CellEvent shown)
        {
            events.Add(shown);
            interrupt.CancelAfter(TimeSpan.Zero);
        }
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
