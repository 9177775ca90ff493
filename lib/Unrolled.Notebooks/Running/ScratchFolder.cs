namespace Unrolled.Notebooks;

/// <summary>A folder in the system's temporary folder that goes with its owner.</summary>
/// <remarks>
/// A process that is killed clears up nothing. So each owner holds a file in its folder that nobody else can open, and the system lets go
/// of that file however the process ends: who makes the next such folder deletes all those that nobody holds any more.
/// </remarks>
public sealed class ScratchFolder : IDisposable
{
    private const string Prefix = "unrolled-";
    private const string HeldFile = "held-by-its-owner";

    /// <summary>How long an owner may take from making its file to holding it.</summary>
    private static readonly TimeSpan InTheMaking = TimeSpan.FromMinutes(1);

    private readonly DirectoryInfo _folder;
    private readonly FileStream _held;

    /// <summary>Makes a folder, and deletes those that killed processes left.</summary>
    /// <exception cref="IOException">The temporary folder can't be used; the message names it and the next step.</exception>
    public ScratchFolder()
    {
        try
        {
            DeleteAbandoned();
            _folder = Directory.CreateTempSubdirectory(Prefix);
            _held = Hold(_folder, FileMode.CreateNew);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The temporary folder {System.IO.Path.GetTempPath()} can't be used: {e.Message} Set TMPDIR to a folder that can be written to.", e);
        }
    }

    /// <summary>The folder's path.</summary>
    public string Path => _folder.FullName;

    /// <summary>Deletes the folder with all that it holds.</summary>
    public void Dispose()
    {
        _held.Dispose();
        TryDelete(_folder);
    }

    private static void DeleteAbandoned()
    {
        foreach (var folder in new DirectoryInfo(System.IO.Path.GetTempPath()).EnumerateDirectories($"{Prefix}*"))
        {
            if (IsAbandoned(folder))
                TryDelete(folder);
        }
    }

    private static bool IsAbandoned(DirectoryInfo folder)
    {
        var file = new FileInfo(System.IO.Path.Combine(folder.FullName, HeldFile));
        if (!file.Exists || DateTime.UtcNow - file.LastWriteTimeUtc < InTheMaking)
            return false;
        try
        {
            using var held = Hold(folder, FileMode.Open);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static FileStream Hold(DirectoryInfo folder, FileMode mode) =>
        new(System.IO.Path.Combine(folder.FullName, HeldFile), mode, FileAccess.ReadWrite, FileShare.None);

    private static void TryDelete(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody else deletes it just now, or Windows holds a file of it a moment longer: whoever comes next finds it.
        }
    }
}
