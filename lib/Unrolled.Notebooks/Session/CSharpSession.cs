using System.Collections.Immutable;
using Microsoft.DotNet.Interactive.Formatting;

namespace Unrolled.Notebooks;

/// <summary>
/// A C# session: cells run one after the other and see what earlier ones left, as in .NET Interactive's C# kernel.
/// </summary>
/// <remarks>
/// One session to a process, since it takes over the console. A cell that does not compile leaves the session as it was; one that throws or is
/// interrupted keeps the variables it had set.
/// </remarks>
public sealed class CSharpSession : IDisposable
{
    private readonly SessionOptions _options;
    private readonly OutputQueue _queue = new();
    private readonly CellOutputs _outputs;
    private readonly SessionConsole _console;
    private readonly IDisposable _displayed = Formatter.SubscribeToDisplayedValues(CellOutputs.Show);
    private readonly CellAssemblies _assemblies = new();
    private readonly Submissions _submissions;
    private readonly SessionPackages _packages;
    private readonly Traceback _traceback;
    private readonly DocumentationFiles _documentation = new();
    private ImmutableDictionary<string, string> _sources = ImmutableDictionary<string, string>.Empty;
    private Cultures? _cultures;
    private Exception? _lateError;

    /// <summary>Opens a session and runs an empty cell, so that the first one finds the compiler warm.</summary>
    /// <exception cref="DirectoryNotFoundException">The notebook's folder does not exist.</exception>
    public CSharpSession(SessionOptions options)
    {
        if (!Directory.Exists(options.Directory))
            throw new DirectoryNotFoundException($"The notebook's folder {options.Directory} does not exist.");
        _options = options;
        _outputs = new CellOutputs(new CellContext(_queue, options.Outside, options.MaxOutputCharacters) { Outputs = null });
        _console = new SessionConsole(_outputs);
        _submissions = new Submissions(options.Directory, _assemblies);
        _packages = new SessionPackages(options, _assemblies);
        _traceback = new Traceback(options.Directory);
        AppDomain.CurrentDomain.ProcessExit += EndChildren;
        AppContext.SetData(StopScope.EnterName, (Func<Action>)StopScope.EnterNew);
        Run(new CellRequest(0, ";"), _ => { }, CancellationToken.None);
    }

    /// <summary>Runs one cell to its end.</summary>
    /// <param name="request">The cell.</param>
    /// <param name="sink">Receives the outputs in order, one at a time, on a thread of the session's.</param>
    /// <param name="interrupt">Stops the cell; see <see cref="CellStatus"/> for what may come of it.</param>
    public CellStatus Run(CellRequest request, Action<CellEvent> sink, CancellationToken interrupt)
    {
        var label = Invariant($"cell {request.Count}");
        var cell = new CellContext(_queue, sink, _options.MaxOutputCharacters) { Outputs = _outputs, Label = label, Ask = request.Ask };
        var end = RunInContext(cell, () => Run(request, cell, interrupt));
        if (end.Error is not null)
            _queue.Add(sink, new CellEvent(end.Error));
        _queue.Drain();
        return end.Status;
    }

    /// <summary>Evaluates an expression after the cells that have run. It is no cell: no later one sees what it declares.</summary>
    /// <returns>Its value, or the error.</returns>
    public CellOutput Evaluate(string expression, CancellationToken interrupt)
    {
        CellOutput? value = null;
        var cell = new CellContext(_queue, output => value = output.Output, _options.MaxOutputCharacters) { Outputs = _outputs, Label = "the expression" };
        var end = RunInContext(cell, () => RunCSharp(new CellPart(CellRequest.CSharp, expression, Timed: false), cell, count: null, keep: false, interrupt));
        _queue.Drain();
        return end.Error ?? value ?? new ErrorOutput("NoValue", "The expression has no value.", []);
    }

    /// <summary>Shows text that reached the process's own output: at the cell that runs, else outside all cells.</summary>
    public void Print(string stream, ReadOnlySpan<char> text) => _outputs.WriteBeside(stream, text);

    /// <summary>Tells the session of an exception on a thread nobody waited for; the cell that is running fails by it, or the next one tells it.</summary>
    public void ReportBackgroundError(Exception error)
    {
        if (_outputs.Running is { } cell)
            cell.BackgroundError = error;
        else
            _lateError = error;
    }

    /// <summary>The names that may stand at a position of a cell which has not run. Answered from what the last finished cell left, also while another runs.</summary>
    /// <param name="code">The cell's text, which may have errors anywhere.</param>
    /// <param name="position">Where the name ends that is being typed, in UTF-16 code units from the start.</param>
    /// <exception cref="ArgumentOutOfRangeException">The position lies outside the code.</exception>
    public Completions Complete(string code, int position)
    {
        CheckPosition(code, position);
        return LanguageServiceThread.Ask(() => Completer.Complete(code, position, Understand), new Completions(position, position, []));
    }

    /// <summary>What is known of the name at a position of a cell or just left of it, else of the method in whose argument list the position lies; null for neither.</summary>
    /// <param name="code">The cell's text, which may have errors anywhere.</param>
    /// <param name="position">In UTF-16 code units from the start.</param>
    /// <exception cref="ArgumentOutOfRangeException">The position lies outside the code.</exception>
    public Inspection? Inspect(string code, int position)
    {
        CheckPosition(code, position);
        return LanguageServiceThread.Ask(() => Understand(code) is { } cell ? Inspector.Inspect(cell, position, _documentation.Of) : null, none: null);
    }

    /// <summary>Whether a cell could be run as it stands; nothing but its syntax is looked at.</summary>
    public Completeness IsComplete(string code) =>
        LanguageServiceThread.Ask(() => CompletenessCheck.Of(code), new Completeness(CompletenessStatus.Invalid, ""));

    /// <summary>Gives the console back, and ends the processes that cells started.</summary>
    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= EndChildren;
        EndChildren(null, EventArgs.Empty);
        _options.Settle();
        _queue.Drain();
        _console.Dispose();
        _displayed.Dispose();
        _queue.Dispose();
    }

    private CellModel? Understand(string code) => CellModel.Of(_submissions.Compile, code);

    private static void CheckPosition(string code, int position)
    {
        if (position < 0 || position > code.Length)
            throw new ArgumentOutOfRangeException(nameof(position), position, $"The position must lie in the code, 0 to {code.Length}.");
    }

    private static void EndChildren(object? sender, EventArgs e) => ChildProcesses.End(since: default);

    private CellEnd RunInContext(CellContext cell, Func<CellEnd> run)
    {
        _outputs.Running = cell;
        CellContext.Current = cell;
        StopPoint.IsAhead = false;
        _console.Take();
        try
        {
            if (Interlocked.Exchange(ref _lateError, null) is { } late)
                cell.Write("stderr", $"A thread that an earlier cell left running threw {late.GetType().Name}: {late.Message}\n");
            return run();
        }
        finally
        {
            _options.Settle();
            CellContext.Current = null;
            _outputs.Running = null;
            cell.End();
        }
    }

    private CellEnd Run(CellRequest request, CellContext cell, CancellationToken interrupt)
    {
        try
        {
            foreach (var part in CellPart.Read(request.Source, request.Language, cell.Label))
            {
                var end = part.Language == CellRequest.CSharp ? RunCSharp(part, cell, request.Count, keep: true, interrupt) : Show(part, cell);
                if (end.Status != CellStatus.Ok)
                    return end;
            }
        }
        catch (CellDirectiveException e)
        {
            return CellEnd.Failed(Traceback.ForDirective(e));
        }

        return CellEnd.Ok;
    }

    private static CellEnd Show(CellPart part, CellContext cell)
    {
        if (part.Language is "markdown" or "html")
            cell.Emit(new CellEvent(new DataOutput(new MimeBundle(new Dictionary<string, string> { [$"text/{part.Language}"] = part.Text.TrimStart('\n') }))));
        else
            cell.Write("stderr", $"Left out: this cell is in {part.Language}, and this session runs C#.\n");
        return CellEnd.Ok;
    }

    private CellEnd RunCSharp(CellPart part, CellContext cell, int? count, bool keep, CancellationToken interrupt)
    {
        _sources = _sources.SetItem(cell.Label, part.Text);
        var started = TimeProvider.System.GetTimestamp();
        Submission submission;
        try
        {
            submission = Compile(part.Text, cell.Label, interrupt);
            foreach (var warning in submission.Warnings)
                cell.Write("stderr", _traceback.Headline(warning) + "\n");
        }
        catch (CellCompilationException e)
        {
            return CellEnd.Failed(_traceback.ForCompilation(e.Errors));
        }
        catch (CellDirectiveException e)
        {
            return CellEnd.Failed(Traceback.ForDirective(e));
        }
        catch (PackageRestoreException e)
        {
            return CellEnd.Failed(new ErrorOutput("PackageRestoreError", e.Message, [e.Message]));
        }
        catch (OperationCanceledException) when (interrupt.IsCancellationRequested)
        {
            return CellEnd.Interrupted(cell.Label);
        }

        var since = DateTime.Now;
        var (status, outcome, error) = CellThread.Run(() => ExecuteAsync(submission, cell, count), e => cell.BackgroundError ??= e, interrupt);
        error ??= outcome?.Error;
        // Code may catch what the interrupt throws, or wrap it.
        if (error is not null && interrupt.IsCancellationRequested)
            status = CellStatus.Interrupted;
        if (status is CellStatus.Interrupted or CellStatus.Stuck)
            ChildProcesses.End(since);
        if (status == CellStatus.Stuck)
            return CellEnd.Stuck(cell.Label);
        if (keep)
            _submissions.Keep(submission);
        _cultures = cell.Cultures ?? _cultures;
        if (status == CellStatus.Interrupted)
            return CellEnd.Interrupted(cell.Label);
        if (cell.OverLimit && error is not OutputLimitException)
            error = new OutputLimitException(_options.MaxOutputCharacters);
        if (error is not null)
            return CellEnd.Failed(_traceback.ForException(error, _sources, outcome?.WhileShowing == true ? "The cell's value could not be shown:" : null));
        if (cell.BackgroundError is { } background)
            return CellEnd.Failed(_traceback.ForException(background, _sources, "An exception on a background thread, which nothing awaited:"));
        if (part.Timed)
            cell.Emit(new CellEvent(new DataOutput(ValueFormatter.Format(WallTime(TimeProvider.System.GetElapsedTime(started)), ["text/plain"]))));
        return CellEnd.Ok;
    }

    private static string WallTime(TimeSpan time) => Invariant($"Wall time: {time.TotalMilliseconds}ms");

    private Submission Compile(string source, string label, CancellationToken interrupt)
    {
        var directives = CellDirectives.Read(source, label);
        if (_packages.Add(directives, label, interrupt) is { } restored)
            _submissions.AddPackages(restored);
        var plain = _submissions.Compile(directives.Code, label);
        var hooked = StopPoints.Add(CultureCapture.IsNeeded(plain) ? _submissions.Compile(CultureCapture.Add(plain), label) : plain);
        try
        {
            var submission = _submissions.Load(hooked, interrupt);
            return hooked == plain || submission.Warnings.IsEmpty ? submission : submission with { Warnings = Submissions.WarningsIn(plain.GetDiagnostics(interrupt)) };
        }
        catch (CellCompilationException) when (hooked != plain)
        {
            // What the compiler says should be of the code that the reader wrote.
            return _submissions.Load(plain, interrupt);
        }
    }

    // The value is shown on the cell's thread too: its own ToString may loop as well as any other code.
    private async Task<Outcome> ExecuteAsync(Submission submission, CellContext cell, int? count)
    {
        _cultures?.Apply();
        object? value;
        try
        {
            value = await _submissions.Start(submission);
        }
        catch (Exception e)
        {
            return new Outcome(e, WhileShowing: false);
        }

        try
        {
            // What display returns has been shown already.
            if (value is not DisplayedValue && CellValue.IsShown(submission.Compilation))
                cell.Emit(new CellEvent(new DataOutput(ValueFormatter.Format(value, []), count)));
            return new Outcome(null, WhileShowing: false);
        }
        catch (Exception e)
        {
            return new Outcome(e, WhileShowing: true);
        }
    }

    private sealed record Outcome(Exception? Error, bool WhileShowing);
}
