using Unrolled.Notebooks;

namespace Unrolled.Kernel.Tests.Running;

/// <summary>A temporary folder for a worker, to see whether it leaves something there.</summary>
internal sealed class WatchedFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public RunOptions Use(RunOptions options) =>
        options with { Environment = options.Environment.SetItem("TMPDIR", _folder.Path).SetItem("TMP", _folder.Path) };

    /// <summary>The runtime's own sockets, which a killed process leaves, are not the worker's doing.</summary>
    public void AssertEmpty() => Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path)
        .Select(Path.GetFileName).Where(name => !name!.StartsWith("dotnet-diagnostic-", StringComparison.Ordinal) && !name.StartsWith("clr-debug-pipe-", StringComparison.Ordinal)));

    public void Dispose() => _folder.Dispose();
}
