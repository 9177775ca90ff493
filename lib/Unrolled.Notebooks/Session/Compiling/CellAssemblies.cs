using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;

namespace Unrolled.Notebooks;

/// <summary>Loads the assemblies of cells and what they refer to, by simple name: whoever asks for an older version is served by the one that is there.</summary>
/// <remarks>
/// Files that a notebook refers to by path are loaded from memory, so that a rebuild never meets a locked file, and nothing is left behind.
/// Packages stand in a folder that nobody changes; they are loaded where they are, beside their native libraries.
/// </remarks>
internal sealed class CellAssemblies() : AssemblyLoadContext("cells")
{
    private readonly ConcurrentDictionary<string, Assembly> _cells = new();
    private readonly ConcurrentDictionary<string, string> _files = new();
    private readonly ConcurrentDictionary<string, string> _packages = new();
    private readonly ConcurrentDictionary<string, string> _native = new();
    private readonly Lock _loading = new();

    /// <summary>Loads what the compiler made of a cell.</summary>
    public Assembly LoadCell(MemoryStream assembly, MemoryStream symbols)
    {
        var loaded = LoadFromStream(assembly, symbols);
        _cells[loaded.GetName().Name!] = loaded;
        return loaded;
    }

    /// <summary>Tells where an assembly is that a cell refers to by its path; what it refers to itself is looked for beside it.</summary>
    public void AddFile(string path) => _files[Path.GetFileNameWithoutExtension(path)] = path;

    /// <summary>Tells where the assemblies and native libraries of packages are.</summary>
    public void AddPackages(RestoredPackages packages)
    {
        foreach (var path in packages.RunTime)
            _packages[Path.GetFileNameWithoutExtension(path)] = path;
        foreach (var path in packages.Native)
            _native[Path.GetFileName(path)] = path;
    }

    /// <summary>Whether an assembly of that simple name has been loaded for cells.</summary>
    public bool IsLoaded(string name) => Loaded(name) is not null;

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var name = assemblyName.Name!;
        if (_cells.TryGetValue(name, out var cell))
            return cell;
        if (ClassLibrary.IsShared(name))
            return null;
        if (_packages.TryGetValue(name, out var package))
            return IsOlderThanOwn(package) ? null : LoadFromAssemblyPath(package);
        if (ClassLibrary.References.ContainsKey(name) || Find(name) is not { } file)
            return null;
        // Two threads may ask at once; a context refuses a second assembly of one name.
        lock (_loading)
            return Loaded(name) ?? LoadFromStream(new MemoryStream(File.ReadAllBytes(file)));
    }

    /// <inheritdoc/>
    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        foreach (var name in NativeNames(unmanagedDllName))
        {
            if (_native.TryGetValue(name, out var path))
                return LoadUnmanagedDllFromPath(path);
        }

        return _files.Values.Select(Path.GetDirectoryName).Distinct()
            .SelectMany(folder => NativeNames(unmanagedDllName).Select(name => Path.Combine(folder!, name)))
            .FirstOrDefault(File.Exists) is { } beside ? LoadUnmanagedDllFromPath(beside) : 0;
    }

    private Assembly? Loaded(string name) => Assemblies.FirstOrDefault(assembly => assembly.GetName().Name!.Equals(name, StringComparison.OrdinalIgnoreCase));

    private string? Find(string name) =>
        _files.TryGetValue(name, out var file) ? file
            : _files.Values.Select(known => Path.Combine(Path.GetDirectoryName(known)!, name + ".dll")).FirstOrDefault(File.Exists);

    // Many packages bring an assembly that has become part of the class library since.
    private static bool IsOlderThanOwn(string path) =>
        ClassLibrary.References.TryGetValue(Path.GetFileNameWithoutExtension(path), out var own)
        && AssemblyName.GetAssemblyName(path).Version <= AssemblyName.GetAssemblyName(own.FilePath!).Version;

    private static IEnumerable<string> NativeNames(string name)
    {
        yield return name;
        var (prefix, ending) = OperatingSystem.IsWindows() ? ("", ".dll") : OperatingSystem.IsMacOS() ? ("lib", ".dylib") : ("lib", ".so");
        yield return name + ending;
        yield return prefix + name;
        yield return prefix + name + ending;
    }
}
