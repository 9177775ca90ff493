using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Unrolled.Notebooks;

/// <summary>
/// Resolves <c>#r</c>: a path relative to the file it stands in, else to the notebook's folder, or the name of an assembly of the class
/// library. A file is read again only when it has changed: a cell that loads the course is asked about at every key.
/// </summary>
/// <param name="directory">The notebook's folder.</param>
internal sealed class CellReferences(string directory) : MetadataReferenceResolver
{
    private readonly Dictionary<(string Path, MetadataReferenceProperties Properties), (DateTime Written, PortableExecutableReference Reference)> _known = [];
    private readonly Lock _lock = new();

    /// <inheritdoc/>
    public override bool ResolveMissingAssemblies => true;

    /// <inheritdoc/>
    public override ImmutableArray<PortableExecutableReference> ResolveReference(string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        var from = Path.IsPathRooted(baseFilePath) ? Path.GetDirectoryName(baseFilePath)! : directory;
        foreach (var folder in new[] { from, directory })
        {
            if (Path.GetFullPath(reference, folder) is var path && File.Exists(path))
                return [FromFile(path, properties)];
        }

        return ClassLibrary.References.TryGetValue(SimpleName(reference), out var known) ? [known] : [];
    }

    /// <summary>What an assembly refers to stands beside it, or in the class library.</summary>
    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity referenceIdentity)
    {
        if (ClassLibrary.References.TryGetValue(referenceIdentity.Name, out var known))
            return known;
        if ((definition as PortableExecutableReference)?.FilePath is not { } file || ClassLibrary.IsShared(Path.GetFileNameWithoutExtension(file)))
            return null;
        var path = Path.Combine(Path.GetDirectoryName(file)!, referenceIdentity.Name + ".dll");
        return File.Exists(path) ? FromFile(path, MetadataReferenceProperties.Assembly) : null;
    }

    /// <inheritdoc/>
    public override bool Equals(object? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    private PortableExecutableReference FromFile(string path, MetadataReferenceProperties properties)
    {
        lock (_lock)
        {
            var written = File.GetLastWriteTimeUtc(path);
            if (!_known.TryGetValue((path, properties), out var known) || known.Written != written)
                _known[(path, properties)] = known = (written, Reference(path).WithProperties(properties));
            return known.Reference;
        }
    }

    private static PortableExecutableReference Reference(string path)
    {
        try
        {
            return ClassLibrary.Reference(path);
        }
        catch (BadImageFormatException)
        {
            // The compiler then tells of the file as of any other mistake.
            return MetadataReference.CreateFromFile(path);
        }
    }

    // System.Xml.Linq, System.Xml.Linq.dll, or the whole name with version and key.
    private static string SimpleName(string reference)
    {
        try
        {
            var name = new AssemblyName(reference).Name ?? reference;
            return name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name;
        }
        catch (Exception e) when (e is FileLoadException or ArgumentException)
        {
            return reference;
        }
    }
}
