using System.Reflection;
using System.Reflection.PortableExecutable;
using System.Text;
using Microsoft.AspNetCore.Html;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Scripting.Hosting;
using Microsoft.DotNet.Interactive.Formatting;
using Options = Microsoft.CodeAnalysis.Scripting.ScriptOptions;

namespace Unrolled.Notebooks;

/// <summary>What every cell can use without asking: .NET Interactive's imports, its formatter and the .NET class library.</summary>
internal static class SessionDefaults
{
    private static readonly string[] Imports =
    [
        "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq",
        typeof(CellFunctions).FullName!,
    ];

    private static readonly Assembly[] HostAssemblies = [typeof(CellFunctions).Assembly, typeof(Formatter).Assembly, typeof(IHtmlContent).Assembly];

    public static Options ScriptOptions(string directory, InteractiveAssemblyLoader loader)
    {
        // A cell must meet the very assemblies that this process runs, or display() would speak to a second copy of the session.
        foreach (var assembly in HostAssemblies)
            loader.RegisterDependency(assembly);
        return Options.Default
            .WithLanguageVersion(LanguageVersion.Latest)
            .WithOptimizationLevel(OptimizationLevel.Release)
            .WithEmitDebugInformation(true)
            .WithFileEncoding(Encoding.UTF8)
            .WithMetadataResolver(ScriptMetadataResolver.Default.WithBaseDirectory(directory))
            .WithSourceResolver(new SourceFileResolver([], directory))
            .WithReferences(ClassLibrary().Concat(HostAssemblies.Select(a => a.Location)).Select(Reference))
            .WithImports(Imports);
    }

    /// <summary>
    /// Whether an assembly is one that this assembly refers to and cells do not, such as the compiler. Were it given to cells later, the
    /// compiler would bind this assembly a second time, and display() would be ambiguous between the two.
    /// </summary>
    public static bool IsOwnReference(string path) => OwnReferences.Contains(Path.GetFileNameWithoutExtension(path));

    private static readonly HashSet<string> OwnReferences =
        [.. typeof(CellFunctions).Assembly.GetReferencedAssemblies().Select(name => name.Name!)];

    // MetadataReference.CreateFromFile would keep whole files in memory, machine code and all: some 50 MB that no compiler reads.
    private static PortableExecutableReference Reference(string path) =>
        AssemblyMetadata.CreateFromStream(File.OpenRead(path), PEStreamOptions.PrefetchMetadata).GetReference(filePath: path);

    // The class library's own folder, not this process's assemblies: the compiler the session runs on is not part of a notebook.
    private static IEnumerable<string> ClassLibrary() =>
        Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll")
            .Where(path => Path.GetFileName(path) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "Microsoft.CSharp.dll" or "netstandard.dll" or "mscorlib.dll")
                && !name.Contains(".Native.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
}
