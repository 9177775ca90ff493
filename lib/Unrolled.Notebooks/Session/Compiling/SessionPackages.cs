using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Unrolled.Notebooks;

/// <summary>The packages that a session's cells asked for.</summary>
internal sealed class SessionPackages(SessionOptions options, CellAssemblies assemblies)
{
    private ImmutableArray<PackageRequest> _packages = [];
    private ImmutableArray<string> _sources = options.PackageSources;

    /// <summary>Restores what a cell, or a file that it loads, asks for, together with all that was asked for before, so that they agree on what they share.</summary>
    /// <param name="cell">Its directives.</param>
    /// <param name="label">Its name, for errors.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>All packages; null when the cell asks for nothing new.</returns>
    /// <exception cref="PackageRestoreException">A package can't be had.</exception>
    /// <exception cref="CellDirectiveException">A directive is malformed.</exception>
    public RestoredPackages? Add(CellDirectives cell, string label, CancellationToken cancellationToken)
    {
        var all = WithLoaded(cell, new ScriptFiles(options.Directory), baseFile: null, []).Prepend(cell).ToList();
        foreach (var command in all.Skip(1).SelectMany(file => file.Magic))
            throw new CellDirectiveException(label, command.Line, command.Text, $"A file that is loaded holds C# only, not {command.Text}.");
        _sources = [.. _sources.Union(all.SelectMany(file => file.Sources).Select(AsFolder))];
        var requests = all.SelectMany(file => file.Packages).Where(request => !_packages.Any(known => IsServedBy(request, known))).ToList();
        if (requests.Count == 0)
            return null;
        foreach (var request in requests)
            RefuseSecondVersion(request);
        var packages = _packages.Where(known => !requests.Any(request => IsSame(request, known))).Concat(requests).ToImmutableArray();
        var restored = PackageRestore.Restore(packages, requests, _sources, cancellationToken);
        _packages = packages;
        return restored;
    }

    // An assembly that has been loaded stays for the life of the process.
    private void RefuseSecondVersion(PackageRequest request)
    {
        if (_packages.FirstOrDefault(known => IsSame(request, known)) is { } known && assemblies.IsLoaded(known.Id))
            throw new PackageRestoreException(
                $"The package \"{request}\" can't be added: \"{known}\" is loaded already, and a session has one version of a package. "
                + "Restart the session and ask for this version first.");
    }

    private static bool IsServedBy(PackageRequest request, PackageRequest known) =>
        IsSame(request, known) && (request.Version == "*" || request.Version.Equals(known.Version, StringComparison.OrdinalIgnoreCase));

    private static bool IsSame(PackageRequest one, PackageRequest other) => one.Id.Equals(other.Id, StringComparison.OrdinalIgnoreCase);

    private string AsFolder(string source)
    {
        if (source.Contains("://", StringComparison.Ordinal))
            return source;
        var folder = Path.GetFullPath(source, options.Directory);
        return Directory.Exists(folder) ? folder : throw new PackageRestoreException(
            $"The package source \"{source}\" does not exist. #i names a folder, relative to the notebook's, or an address.");
    }

    private static IEnumerable<CellDirectives> WithLoaded(CellDirectives from, ScriptFiles files, string? baseFile, ImmutableHashSet<string> seen)
    {
        foreach (var path in from.Loads)
        {
            // A file that is not there is told of by the compiler.
            if (files.ResolveReference(path, baseFile) is not { } file || seen.Contains(file))
                continue;
            var loaded = CellDirectives.Read(files.ReadAll(file), Path.GetFileName(file));
            yield return loaded;
            foreach (var further in WithLoaded(loaded, files, file, seen.Add(file)))
                yield return further;
        }
    }
}
