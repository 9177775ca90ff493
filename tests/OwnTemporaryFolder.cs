using System.Security.Cryptography;
using System.Text;

[assembly: AssemblyFixture(typeof(Unrolled.Testing.OwnTemporaryFolder))]

namespace Unrolled.Testing;

/// <summary>
/// The temporary folder of a test project, for its tests and every process that they start. What they run is no learner's progress.
/// </summary>
public sealed class OwnTemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"unrolled-tests-{Name()}"));

    public OwnTemporaryFolder()
    {
        // NuGet's own, which everybody's restores share to wait for each other.
        Environment.SetEnvironmentVariable("NUGET_SCRATCH", Path.Combine(Path.GetTempPath(), $"NuGetScratch{(OperatingSystem.IsLinux() ? Environment.UserName : "")}"));
        // Tests that were killed could not clear up.
        Empty();
        foreach (var name in new[] { "TMPDIR", "TMP", "TEMP" })
            Environment.SetEnvironmentVariable(name, _folder.FullName);
        Environment.SetEnvironmentVariable("UNROLLED_PROGRESS", "off");
    }

    /// <summary>The learner's progress before any test ran.</summary>
    public string ProgressBefore { get; } = LearnersProgress.Read();

    /// <summary>What stands in it now.</summary>
    public IEnumerable<string> Entries => _folder.GetFileSystemInfos().Select(entry => entry.Name);

    public void Dispose()
    {
        Empty();
        _folder.Delete();
    }

    private void Empty()
    {
        foreach (var entry in _folder.GetFileSystemInfos())
        {
            if (entry is DirectoryInfo folder)
                folder.Delete(recursive: true);
            else
                entry.Delete();
        }
    }

    // Short, since sockets stand in the folder too; another one for each test project of each checkout, and the same at each run.
    private static string Name() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(AppContext.BaseDirectory)))[..8];
}
