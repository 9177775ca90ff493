using System.IO.Compression;

namespace Unrolled.Cli.Grading;

/// <summary>Finds the files that were handed in. Zip archives are read where they are, also those in folders and in other archives.</summary>
/// <remarks>Passed over without a word is what programs leave: hidden files and folders, and those of macOS in archives.</remarks>
internal sealed class HandInFiles
{
    private const int MostEntries = 10_000;
    private const long MostBytes = 1L << 30;
    private const int MostMegabytesOfOne = 100;
    private const int DeepestArchive = 2;

    private static readonly string[] OtherArchives = [".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz"];

    private readonly List<FoundFile> _found = [];
    private readonly List<LeftOut> _leftOut = [];

    private HandInFiles()
    {
    }

    public IReadOnlyList<FoundFile> Found => _found;

    public IReadOnlyList<LeftOut> LeftOut => _leftOut;

    /// <summary>The files named, and those in folders and archives named.</summary>
    /// <exception cref="UsageException">A path does not exist.</exception>
    public static HandInFiles Of(IReadOnlyList<string> paths)
    {
        if (paths.FirstOrDefault(path => !Path.Exists(path)) is { } missing)
            throw new UsageException($"{missing} does not exist. Name students' notebooks, folders or zip archives of them.");
        var files = new HandInFiles();
        foreach (var path in paths.DistinctBy(Path.GetFullPath))
        {
            if (Directory.Exists(path))
                files.AddFolder(path, Path.GetFullPath(path));
            else if (files.AddFile(path) is { IsNotebook: false } file && files._found.Contains(file))
                files.Leave(path, "expected a notebook (.ipynb), a zip archive or a folder.");
        }

        return files;
    }

    private static bool IsArchive(string path) => path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    private static bool IsNoise(string name) => name is "__MACOSX" || (name.StartsWith('.') && name is not ("." or ".."));

    private void Leave(string path, string why) => _leftOut.Add(new(path.Replace('\\', '/'), why));

    private void AddFolder(string folder, string root)
    {
        try
        {
            var entries = new DirectoryInfo(folder).EnumerateFileSystemInfos().Where(entry => !IsNoise(entry.Name));
            foreach (var entry in entries.OrderBy(entry => entry.Name, StringComparer.Ordinal))
            {
                var path = Path.Combine(folder, entry.Name);
                if (entry.LinkTarget is not null)
                    PassOver(path, entry, root);
                else if (entry is DirectoryInfo)
                    AddFolder(path, root);
                else
                    AddFile(path);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Leave(folder, $"the folder can't be read ({e.Message}). Check its permissions.");
        }
    }

    // What a link leads to within the folder is found where it stands.
    private void PassOver(string path, FileSystemInfo link, string root)
    {
        string? target = null;
        try
        {
            target = link.ResolveLinkTarget(returnFinalTarget: true)?.FullName;
        }
        catch (IOException)
        {
            // A circle.
        }

        if (target is not null && !target.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) && target != root)
            Leave(path, "it is a link that leads out of the folder. Links are not followed: ask for the file itself.");
    }

    private FoundFile AddFile(string path)
    {
        var file = new FoundFile(path.Replace('\\', '/'), new FileInfo(path).Length, () => File.ReadAllBytes(path));
        if (IsArchive(path))
            AddArchive(file, () => File.OpenRead(path), depth: 1);
        else if (OtherArchives.Any(file.HasExtension))
            Leave(path, "archives of this kind can't be read. Hand in the notebook itself, or a zip archive.");
        else
            _found.Add(file);
        return file;
    }

    private void AddArchive(FoundFile archive, Func<Stream> open, int depth)
    {
        try
        {
            using var zip = new ZipArchive(open());
            if (zip.Entries.Count > MostEntries || zip.Entries.Sum(entry => entry.Length) > MostBytes)
            {
                Leave(archive.Path, Invariant($"expected an archive of at most {MostEntries} files and {MostBytes >> 20} MB, got {zip.Entries.Count} files and {zip.Entries.Sum(entry => entry.Length) >> 20} MB."));
                return;
            }

            foreach (var (i, entry) in zip.Entries.Index().OrderBy(e => e.Item.FullName, StringComparer.Ordinal))
            {
                // Programs on Windows write both.
                var name = entry.FullName.Replace('\\', '/');
                var parts = name.Split('/');
                if (name.EndsWith('/') || parts.Any(IsNoise))
                    continue;
                if (parts.Any(part => part is "" or "." or "..") || name.Contains(':', StringComparison.Ordinal))
                {
                    Leave($"{archive.Path}/{name}", "expected a path within the archive.");
                    continue;
                }

                var file = new FoundFile($"{archive.Path}/{name}", entry.Length, () => Unpacked(open, i));
                if (!IsArchive(name))
                    _found.Add(file);
                else if (depth < DeepestArchive)
                    AddArchive(file, () => new MemoryStream(file.Read()), depth + 1);
                else
                    Leave(file.Path, "it is an archive in an archive in an archive. Unpack it once.");
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException or NotSupportedException)
        {
            Leave(archive.Path, $"it can't be read as a zip archive ({e.Message.TrimEnd('.')}). Ask for it again.");
        }
    }

    // No more is unpacked than the archive tells, whatever is in it.
    private static byte[] Unpacked(Func<Stream> open, int index)
    {
        using var zip = new ZipArchive(open());
        var entry = zip.Entries[index];
        if (entry.Length > MostMegabytesOfOne << 20)
            throw new InvalidDataException(Invariant($"expected a file of at most {MostMegabytesOfOne} MB, got {entry.Length >> 20} MB"));
        using var stream = entry.Open();
        var content = new byte[entry.Length];
        stream.ReadExactly(content);
        return content;
    }
}
