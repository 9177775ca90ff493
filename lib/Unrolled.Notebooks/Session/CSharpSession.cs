using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Scripting.Hosting;
using Microsoft.DotNet.Interactive.Formatting;

namespace Unrolled.Notebooks;

/// <summary>
/// A C# session: cells run one after the other and see what earlier ones left, as in .NET Interactive's C# kernel.
/// </summary>
/// <remarks>
/// One session to a process, since it takes over the console. State changes only on success: a cell that does not compile
/// leaves the session as it was; one that throws keeps the variables it had set.
/// </remarks>
public sealed class CSharpSession : IDisposable
{
    private readonly SessionOptions _options;
    private readonly InteractiveAssemblyLoader _loader;
    private readonly MetadataShadowCopyProvider _shadowCopies;
    private readonly Traceback _traceback;
    private readonly DocumentationFiles _documentation = new();
    private readonly RememberedReferences _references;
    private readonly IDisposable _displayedValues;
    private readonly (TextWriter Out, TextWriter Error, TextReader In) _console = (Console.Out, Console.Error, Console.In);
    private ImmutableDictionary<string, string> _sources = ImmutableDictionary<string, string>.Empty;
    private ImmutableArray<PackageRequest> _packages = [];
    private volatile ScriptOptions _scriptOptions;
    // Questions read it while a cell runs; it changes only as a whole, when a cell has ended.
    private volatile ScriptState<object?> _state;
    private CellContext? _running;
    private Exception? _lateError;

    /// <summary>Opens a session and compiles an empty first submission, so that the first cell finds the compiler warm.</summary>
    /// <exception cref="DirectoryNotFoundException">The notebook's folder does not exist.</exception>
    public CSharpSession(SessionOptions options)
    {
        if (!Directory.Exists(options.Directory))
            throw new DirectoryNotFoundException($"The notebook's folder {options.Directory} does not exist.");
        _options = options;
        _traceback = new Traceback(options.Directory);
        // A rebuild must never meet a library file that a running notebook has locked.
        _shadowCopies = new MetadataShadowCopyProvider(Directory.CreateDirectory(Path.Combine(options.ScratchDirectory, "shadow")).FullName);
        _loader = new InteractiveAssemblyLoader(_shadowCopies);
        _scriptOptions = SessionDefaults.ScriptOptions(options.Directory, _loader);
        _references = new RememberedReferences(_scriptOptions.MetadataResolver);
        _displayedValues = Formatter.SubscribeToDisplayedValues(CellContext.Show);
        Console.SetOut(new CellConsole("stdout", _console.Out));
        Console.SetError(new CellConsole("stderr", _console.Error));
        Console.SetIn(TextReader.Null);
        _state = CSharpScript.Create<object?>("", _scriptOptions, assemblyLoader: _loader).RunAsync().GetAwaiter().GetResult();
    }

    /// <summary>Runs one cell to its end.</summary>
    /// <param name="count">Its execution count; errors name the cell by it, as in "cell 3".</param>
    /// <param name="source">Its text.</param>
    /// <param name="sink">Receives the outputs in order, one at a time.</param>
    /// <param name="interrupt">Stops the cell; see <see cref="CellStatus"/> for what may come of it.</param>
    public CellStatus Run(int count, string source, Action<CellEvent> sink, CancellationToken interrupt)
    {
        using var cell = new CellContext(sink, _options.MaxOutputCharacters);
        _running = cell;
        try
        {
            CellContext.Current = cell;
            if (Interlocked.Exchange(ref _lateError, null) is { } late)
                cell.Write("stderr", $"A thread that an earlier cell left running threw {late.GetType().Name}: {late.Message}\n");
            return Run(count, source, cell, sink, interrupt);
        }
        finally
        {
            _running = null;
            CellContext.Current = null;
        }
    }

    /// <summary>Tells the session of an exception on a thread nobody waited for; the cell that is running fails by it, or the next one tells it.</summary>
    public void ReportBackgroundError(Exception error)
    {
        if (_running is { } cell)
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
        return QuestionThread.Ask(() => Completer.Complete(code, position, Compile), new Completions(position, position, []));
    }

    /// <summary>What is known of the name at a position of a cell or just left of it, else of the method in whose argument list the position lies; null for neither.</summary>
    /// <param name="code">The cell's text, which may have errors anywhere.</param>
    /// <param name="position">In UTF-16 code units from the start.</param>
    /// <exception cref="ArgumentOutOfRangeException">The position lies outside the code.</exception>
    public Inspection? Inspect(string code, int position)
    {
        CheckPosition(code, position);
        return QuestionThread.Ask(() => Compile(code) is { } cell ? Inspector.Inspect(cell, position, _documentation.Of) : null, none: null);
    }

    /// <summary>Whether a cell could be run as it stands; nothing but its syntax is looked at.</summary>
    public Completeness IsComplete(string code) =>
        QuestionThread.Ask(() => CompletenessCheck.Of(code), new Completeness(CompletenessStatus.Invalid, ""));

    /// <inheritdoc/>
    public void Dispose()
    {
        Console.SetOut(_console.Out);
        Console.SetError(_console.Error);
        Console.SetIn(_console.In);
        _displayedValues.Dispose();
        _loader.Dispose();
        _shadowCopies.Dispose();
    }

    private CellModel? Compile(string code) => CellModel.Of(_state.Script, _scriptOptions.WithMetadataResolver(_references), code);

    private static void CheckPosition(string code, int position)
    {
        if (position < 0 || position > code.Length)
            throw new ArgumentOutOfRangeException(nameof(position), position, $"The position must lie in the code, 0 to {code.Length}.");
    }

    private CellStatus Run(int count, string source, CellContext cell, Action<CellEvent> sink, CancellationToken interrupt)
    {
        var label = string.Create(CultureInfo.InvariantCulture, $"cell {count}");
        _sources = _sources.SetItem(label, source);
        Script<object?> script;
        try
        {
            script = Prepare(label, source, interrupt);
            var errors = script.Compile(interrupt).Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
            if (errors.Count > 0)
                return Fail(_traceback.ForCompilation(errors));
        }
        catch (CellDirectiveException e)
        {
            return Fail(Traceback.ForDirective(label, e));
        }
        catch (PackageRestoreException e)
        {
            return Fail(new ErrorOutput("PackageRestoreError", e.Message, [e.Message]));
        }
        catch (OperationCanceledException) when (interrupt.IsCancellationRequested)
        {
            return Interrupted();
        }

        var hasValue = HasValue(script);
        var (status, end, error) = CellThread.Run(() => ExecuteAsync(script, hasValue, cell, count), interrupt);
        if (status == CellStatus.Stuck)
            return Stuck();
        if (status == CellStatus.Interrupted)
            return Interrupted();
        if (end is not null)
            (_state, error) = (end.State, end.State.Exception);
        if (cell.OverLimit && error is not OutputLimitException)
            error = new OutputLimitException(_options.MaxOutputCharacters);
        if (error is not null)
            return Fail(_traceback.ForException(error, _sources));
        if (cell.BackgroundError is { } background)
            return Fail(_traceback.ForException(background, _sources, "An exception on a background thread, which nothing awaited:"));
        if (end?.ShowError is { } showError)
            return Fail(_traceback.ForException(showError, _sources, "The cell's value could not be shown:"));
        cell.End();
        return CellStatus.Ok;

        CellStatus Fail(ErrorOutput output)
        {
            cell.End();
            sink(new CellEvent(output));
            return CellStatus.Failed;
        }

        CellStatus Interrupted()
        {
            Fail(new ErrorOutput("Interrupted", "The cell was interrupted. Variables of earlier cells are kept.", [$"{label} was interrupted. Variables of earlier cells are kept."]));
            return CellStatus.Interrupted;
        }

        CellStatus Stuck()
        {
            const string Message = "The cell was interrupted but did not stop, so its worker is ended. All variables are lost: run the notebook from the top.";
            Fail(new ErrorOutput("WorkerLost", Message, [$"{label}: {Message}"]));
            return CellStatus.Stuck;
        }
    }

    // The value is shown on the cell's thread too: its own ToString may loop as well as any other code.
    private async Task<CellEnd> ExecuteAsync(Script<object?> script, bool hasValue, CellContext cell, int count)
    {
        var state = await script.RunFromAsync(_state, catchException: _ => true, CancellationToken.None);
        try
        {
            if (state.Exception is null && hasValue)
                cell.Emit(new CellEvent(new DataOutput(ValueFormatter.Format(state.ReturnValue), count)));
            return new CellEnd(state, null);
        }
        catch (Exception e)
        {
            return new CellEnd(state, e);
        }
    }

    private Script<object?> Prepare(string label, string source, CancellationToken interrupt)
    {
        var directives = CellDirectives.Read(source);
        if (directives.Packages.Count > 0)
            AddPackages(directives.Packages, interrupt);
        // The label stands as the file's name, so that stack traces name cell and line.
        var options = _scriptOptions.WithFilePath(label);
        return _state.Script.ContinueWith<object?>(directives.Code, options);
    }

    private void AddPackages(IReadOnlyList<PackageRequest> requests, CancellationToken interrupt)
    {
        var all = _packages.Where(p => !requests.Any(r => r.Id.Equals(p.Id, StringComparison.OrdinalIgnoreCase))).Concat(requests).ToImmutableArray();
        var restored = PackageRestore.Restore(all, _options, interrupt);
        foreach (var path in restored.RunTime)
            _loader.RegisterDependency(IdentityOf(path), path);
        _scriptOptions = _scriptOptions.AddReferences(
            restored.CompileTime.Where(path => !SessionDefaults.IsOwnReference(path)).Select(path => MetadataReference.CreateFromFile(path)));
        _packages = all;
    }

    private static AssemblyIdentity IdentityOf(string path)
    {
        var name = AssemblyName.GetAssemblyName(path);
        return new AssemblyIdentity(name.Name, name.Version, name.CultureName, [.. name.GetPublicKeyToken() ?? []]);
    }

    private static bool HasValue(Script script)
    {
        var compilation = script.GetCompilation();
        var tree = compilation.SyntaxTrees.Last();
        var last = ((CompilationUnitSyntax)tree.GetRoot()).Members.LastOrDefault();
        return last is GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } statement }
            && compilation.GetSemanticModel(tree).GetTypeInfo(statement.Expression).Type is { SpecialType: not SpecialType.System_Void };
    }

    private sealed record CellEnd(ScriptState<object?> State, Exception? ShowError);
}
