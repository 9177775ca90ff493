using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Unrolled.Notebooks;

/// <summary>Resolves <c>#r</c> as another resolver does, but reads a file again only when it has changed: a cell that loads the course is asked about at every key.</summary>
internal sealed class RememberedReferences(MetadataReferenceResolver resolver) : MetadataReferenceResolver
{
    private readonly Dictionary<(string Reference, string? From), (DateTime Written, ImmutableArray<PortableExecutableReference> Files)> _known = [];
    private readonly Lock _lock = new();

    /// <inheritdoc/>
    public override ImmutableArray<PortableExecutableReference> ResolveReference(string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        lock (_lock)
        {
            if (_known.TryGetValue((reference, baseFilePath), out var known) && known.Written == Written(known.Files) && known.Files[0].Properties == properties)
                return known.Files;
            var files = resolver.ResolveReference(reference, baseFilePath, properties);
            if (!files.IsEmpty)
                _known[(reference, baseFilePath)] = (Written(files), files);
            return files;
        }
    }

    // What an assembly refers to must be looked for as it is for cells that run: else the compiler binds the assembly a second time, and display() is there twice.

    /// <inheritdoc/>
    public override bool ResolveMissingAssemblies => resolver.ResolveMissingAssemblies;

    /// <inheritdoc/>
    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity referenceIdentity) =>
        resolver.ResolveMissingAssembly(definition, referenceIdentity);

    /// <inheritdoc/>
    public override bool Equals(object? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    private static DateTime Written(ImmutableArray<PortableExecutableReference> files) =>
        files.Max(file => file.FilePath is { } path ? File.GetLastWriteTimeUtc(path) : default);
}
