using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Unrolled.Notebooks;

/// <summary>
/// The cells of a session as the compiler knows them: each is a script that sees those before it. Only cells whose code began to run
/// are among them; one that does not compile leaves no trace.
/// </summary>
/// <remarks>
/// On the compiler's public API, one <see cref="CSharpCompilation.CreateScriptCompilation"/> to a cell. Each becomes an assembly with a class
/// whose fields are the cell's variables. Its factory takes the array of all cells' instances, puts a new one into its place, and runs the code.
/// </remarks>
internal sealed class Submissions
{
    /// <summary>How cells are read.</summary>
    public static readonly CSharpParseOptions Parsing = CSharpParseOptions.Default.WithKind(SourceCodeKind.Script).WithLanguageVersion(LanguageVersion.Latest);
    private static readonly EmitOptions Emitting = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    private static readonly string[] Imports =
    [
        "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq",
        typeof(Microsoft.DotNet.Interactive.Kernel).Namespace!, typeof(CellFunctions).FullName!,
    ];

    private readonly CellAssemblies _assemblies;
    private readonly CSharpCompilationOptions _options;
    private readonly LiveVariables _variables = new();
    private readonly HashSet<string> _known = [];
    // Those that no cell has yet. A cell inherits its predecessors'; given again to each, they would be bound again for each, and memory grow with the square.
    private ImmutableArray<MetadataReference> _references = [.. ClassLibrary.References.Values];
    // Questions read it while a cell runs; it changes only as a whole.
    private volatile CSharpCompilation? _last;
    // Slot 0 is for an object that scripts may be given by their host; here there is none.
    private object?[] _states = new object?[16];
    private int _slots;
    private int _made;

    /// <param name="directory">The notebook's folder.</param>
    /// <param name="assemblies">Where the cells' assemblies go.</param>
    public Submissions(string directory, CellAssemblies assemblies)
    {
        _assemblies = assemblies;
        _options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            usings: Imports,
            optimizationLevel: OptimizationLevel.Release,
            allowUnsafe: true,
            // A library built against another version of the class library: nothing that the author of a cell could mend.
            specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)],
            concurrentBuild: false,
            sourceReferenceResolver: new ScriptFiles(directory),
            metadataReferenceResolver: new CellReferences(directory),
            assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default);
    }

    /// <summary>The compiler's view of a cell after those that have run. Nothing is run, and no state changes; may be called while a cell runs.</summary>
    /// <param name="code">C# without the directives that only the session knows.</param>
    /// <param name="label">Stands as the file's name in errors and stack traces.</param>
    public CSharpCompilation Compile(string code, string label)
    {
        var number = Interlocked.Increment(ref _made);
        var tree = CSharpSyntaxTree.ParseText(SourceText.From(code, Encoding.UTF8), Parsing, label);
        return CSharpCompilation.CreateScriptCompilation(
            $"cell-{number}", tree, _references, _options.WithScriptClassName($"Submission#{number}"), _last, typeof(object));
    }

    /// <summary>Makes these assemblies known to the cells that follow.</summary>
    public void AddPackages(RestoredPackages packages)
    {
        _assemblies.AddPackages(packages);
        _references = [.. _references, .. packages.CompileTime.Where(path => !ClassLibrary.IsOwnReference(path) && _known.Add(path)).Select(ClassLibrary.Reference)];
    }

    /// <summary>Makes a compiled cell ready to run.</summary>
    /// <param name="compilation">From <see cref="Compile"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="CellCompilationException">It has errors.</exception>
    public Submission Load(CSharpCompilation compilation, CancellationToken cancellationToken)
    {
        // What follows from a syntax error would hide it.
        if (compilation.GetParseDiagnostics(cancellationToken).Where(d => d.Severity == DiagnosticSeverity.Error).ToImmutableArray() is { Length: > 0 } syntaxErrors)
            throw new CellCompilationException(syntaxErrors);
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        // There is nothing to emit of usings, references and comments alone.
        var hasCode = compilation.SyntaxTrees.Any(tree => tree.GetCompilationUnitRoot(cancellationToken).Members.Count > 0);
        var diagnostics = hasCode
            ? compilation.Emit(assembly, symbols, options: Emitting, cancellationToken: cancellationToken).Diagnostics
            : compilation.GetDiagnostics(cancellationToken);
        if (diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error))
            throw new CellCompilationException([.. diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)]);
        foreach (var reference in compilation.DirectiveReferences.OfType<PortableExecutableReference>())
            _assemblies.AddFile(reference.FilePath!);
        (assembly.Position, symbols.Position) = (0, 0);
        return new Submission(
            compilation,
            WarningsIn(diagnostics),
            hasCode ? FactoryOf(_assemblies.LoadCell(assembly, symbols), compilation.GetEntryPoint(cancellationToken)!) : null);
    }

    /// <summary>Those that are told.</summary>
    public static ImmutableArray<Diagnostic> WarningsIn(ImmutableArray<Diagnostic> diagnostics) =>
        [.. diagnostics.Where(d => d.Severity == DiagnosticSeverity.Warning)];

    /// <summary>Runs a cell's code.</summary>
    /// <returns>Ends with the value of the last expression, or of a return statement.</returns>
    public Task<object?> Start(Submission submission)
    {
        if (_slots + 1 == _states.Length)
            Array.Resize(ref _states, 2 * _states.Length);
        _states[_slots + 1] = null;
        return submission.Factory is { } factory ? factory(_states) : Task.FromResult<object?>(null);
    }

    /// <summary>Lets the cells that follow see a cell that was started, however it ended. Variables that nobody can reach any more are let go of.</summary>
    public void Keep(Submission submission)
    {
        if (submission.Factory is not null)
        {
            // A cell that was stopped before its first line has no instance, and so nothing that others could see.
            if (_states[_slots + 1] is null)
                return;
            _slots++;
            _variables.Add(submission.Compilation, _slots, _states);
        }

        _last = submission.Compilation;
        _references = [];
    }

    private static Func<object?[], Task<object?>> FactoryOf(Assembly assembly, IMethodSymbol entry) =>
        assembly.GetType(entry.ContainingType.MetadataName)!
            .GetMethod(entry.MetadataName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .CreateDelegate<Func<object?[], Task<object?>>>();
}

/// <summary>A cell that can be run.</summary>
/// <param name="Compilation">What the compiler knows of it.</param>
/// <param name="Warnings">What the compiler warns of.</param>
/// <param name="Factory">Runs it; null when there is nothing to run.</param>
internal sealed record Submission(CSharpCompilation Compilation, ImmutableArray<Diagnostic> Warnings, Func<object?[], Task<object?>>? Factory);

/// <summary>A cell has errors.</summary>
internal sealed class CellCompilationException(ImmutableArray<Diagnostic> errors) : Exception
{
    public ImmutableArray<Diagnostic> Errors { get; } = errors;
}
