using System.Reflection.PortableExecutable;
using Microsoft.AspNetCore.Html;
using Microsoft.CodeAnalysis;
using Microsoft.DotNet.Interactive.Formatting;

namespace Unrolled.Notebooks;

/// <summary>The assemblies that every cell can use without asking: the .NET class library, and what shows values.</summary>
internal static class ClassLibrary
{
    private static readonly string[] Shared =
        [.. new[] { typeof(CellFunctions), typeof(Formatter), typeof(IHtmlContent) }.Select(type => type.Assembly.Location)];

    private static readonly HashSet<string> HostNames = [.. Shared.Select(NameOf)];

    // What this assembly refers to and cells do not, such as the compiler.
    private static readonly HashSet<string> OwnReferences =
        [.. typeof(CellFunctions).Assembly.GetReferencedAssemblies().Select(name => name.Name!).Except(HostNames)];

    /// <summary>The references, by assembly name.</summary>
    public static IReadOnlyDictionary<string, PortableExecutableReference> References { get; } =
        Files().Concat(Shared).ToDictionary(NameOf, path => Reference(path));

    /// <summary>Whether cells must meet the very assembly of this process: display() would else speak to a second copy of the session.</summary>
    public static bool IsShared(string name) => HostNames.Contains(name);

    /// <summary>
    /// Whether an assembly is one that this process refers to and cells do not. Were it given to cells later, the compiler would bind
    /// this assembly a second time, and display() would be ambiguous between the two.
    /// </summary>
    public static bool IsOwnReference(string path) => OwnReferences.Contains(NameOf(path)) && !References.ContainsKey(NameOf(path));

    /// <summary>A reference to a file, whose content is read at once: nobody who rebuilds it meets a lock.</summary>
    public static PortableExecutableReference Reference(string path) =>
        // MetadataReference.CreateFromFile would keep whole files in memory, machine code and all: some 50 MB that no compiler reads.
        AssemblyMetadata.CreateFromStream(File.OpenRead(path), PEStreamOptions.PrefetchMetadata).GetReference(filePath: path);

    // The class library's own folder, not this process's assemblies: the compiler the session runs on is not part of a notebook.
    private static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll")
            .Where(path => NameOf(path) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "Microsoft.CSharp" or "netstandard" or "mscorlib")
                && !name.Contains(".Native", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(path);
}
