using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Unrolled.Notebooks;

/// <summary>Finds documentation comments: in the cells that declare a symbol, beside the assembly that holds it, or in the SDK's reference pack.</summary>
/// <remarks>
/// Files are read through each time, and only what was found is kept: the class library's documentation is 50 MB, of which a reader asks a few lines.
/// </remarks>
internal sealed class DocumentationFiles
{
    private readonly Dictionary<string, XElement?> _found = [];
    private readonly Lock _lock = new();

    /// <summary>The documentation of a symbol, or null if there is none.</summary>
    /// <param name="symbol">Any symbol.</param>
    /// <param name="compilation">The compilation it is from, which knows the files of assemblies.</param>
    public Documentation? Of(ISymbol symbol, Compilation compilation)
    {
        var comment = Comment(Definition(symbol), compilation, inherited: 0);
        return comment is null ? null : new Documentation(comment);
    }

    private XElement? Comment(ISymbol symbol, Compilation compilation, int inherited)
    {
        const int MostInherited = 8;
        var comment = symbol.DeclaringSyntaxReferences.Length > 0 ? SourceComment.Of(symbol) : FileComment(symbol, compilation);
        if (inherited < MostInherited && (comment is null ? Inherited(symbol) : Named(comment.Element("inheritdoc"), symbol, compilation)) is { } above)
            return Comment(above, compilation, inherited + 1) ?? comment;
        // A constructor that nobody wrote is explained by its type.
        return comment is null && symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } ? Comment(symbol.ContainingType, compilation, MostInherited) : comment;
    }

    private static ISymbol Definition(ISymbol symbol) => ((symbol as IMethodSymbol)?.ReducedFrom ?? symbol).OriginalDefinition;

    private static ISymbol? Named(XElement? inheritdoc, ISymbol symbol, Compilation compilation) =>
        inheritdoc is null ? null
        : inheritdoc.Attribute("cref")?.Value is { } id ? DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation)
        : Inherited(symbol);

    private static ISymbol? Inherited(ISymbol symbol)
    {
        var overridden = symbol switch
        {
            IMethodSymbol method => (ISymbol?)method.OverriddenMethod,
            IPropertySymbol property => property.OverriddenProperty,
            _ => null,
        };
        overridden ??= symbol.ContainingType?.AllInterfaces.SelectMany(i => i.GetMembers(symbol.Name))
            .FirstOrDefault(m => SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(m), symbol));
        return overridden?.OriginalDefinition;
    }

    private XElement? FileComment(ISymbol symbol, Compilation compilation)
    {
        if (symbol.GetDocumentationCommentId() is not { } id || symbol.ContainingAssembly is not { } assembly
            || (compilation.GetMetadataReference(assembly) as PortableExecutableReference)?.FilePath is not { } file)
            return null;
        lock (_lock)
        {
            if (!_found.TryGetValue(id, out var comment))
                _found[id] = comment = FilesFor(file).Select(path => Read(path, id)).FirstOrDefault(c => c is not null);
            return comment;
        }
    }

    private static IEnumerable<string> FilesFor(string assembly)
    {
        var beside = Path.ChangeExtension(assembly, ".xml");
        if (File.Exists(beside))
            return [beside];
        if (Path.GetDirectoryName(assembly) != Path.GetDirectoryName(typeof(object).Assembly.Location) || ReferencePack is not { } pack)
            return [];
        // What the class library declares in one assembly may be documented with another: most of System.Private.CoreLib stands in System.Runtime.
        string[] likely = [Path.Combine(pack, Path.GetFileName(beside)), Path.Combine(pack, "System.Runtime.xml")];
        return likely.Where(File.Exists).Concat(Directory.EnumerateFiles(pack, "System.*.xml").Order(StringComparer.Ordinal)).Distinct();
    }

    // <root>/shared/Microsoft.NETCore.App/10.0.1/System.Private.CoreLib.dll → <root>/packs/Microsoft.NETCore.App.Ref/10.0.1/ref/net10.0
    private static string? ReferencePack { get; } = FindReferencePack();

    private static string? FindReferencePack()
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        var packs = new DirectoryInfo(Path.Combine(root, "packs", "Microsoft.NETCore.App.Ref"));
        var framework = $"net{Environment.Version.Major}.0";
        return packs.Exists
            ? packs.EnumerateDirectories($"{Environment.Version.Major}.*")
                .Select(d => (Version: Version.TryParse(d.Name, out var v) ? v : new Version(), Path: Path.Combine(d.FullName, "ref", framework)))
                .Where(pack => Directory.Exists(pack.Path)).OrderByDescending(pack => pack.Version).Select(pack => pack.Path).FirstOrDefault()
            : null;
    }

    private static XElement? Read(string file, string id)
    {
        try
        {
            using var reader = XmlReader.Create(file);
            while (reader.ReadToFollowing("member"))
            {
                if (reader.GetAttribute("name") == id)
                    return (XElement)XNode.ReadFrom(reader);
            }
        }
        catch (Exception e) when (e is XmlException or IOException or UnauthorizedAccessException)
        {
            // A file that can't be read documents nothing; it is not the learner's.
        }

        return null;
    }
}
