using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Unrolled.Repository.Tests;

/// <summary>What a run leaves behind is not committed. A reader's own files may stand beside the notebooks, so the tests ask git and not the folder.</summary>
public sealed class LeftoverTests
{
    [Theory]
    [InlineData("notebooks", @"setup\.csx|(solutions/)?\d\d-[a-z-]+\.ipynb")]
    [InlineData("data", @"README\.md|[a-z-]+\.(csv|json)")]
    [InlineData("slides", @"README\.md|(\d\d|part-\d)-[a-z-]+\.md|figures/[\w.-]+\.svg|(package|package-lock|results)\.json|theme\.css|overflow\.mjs|\.npmrc")]
    public void A_folder_that_runs_write_to_holds_only_what_belongs_there(string folder, string kinds)
    {
        var files = Committed(folder);
        Assert.NotEmpty(files);
        Assert.Empty(files.Where(file => !Regex.IsMatch(file, $"^{folder}/({kinds})$")));
    }

    [Fact]
    public void No_committed_file_is_one_that_git_is_told_to_ignore() => Assert.Empty(Committed("--cached", "--ignored", "--exclude-standard"));

    private static string[] Committed(params string[] which)
    {
        Assert.SkipUnless(Path.Exists(RepositoryFolder.PathOf(".git")), "This copy has no history, so what is committed is not known.");
        var start = new ProcessStartInfo("git", ["ls-files", "-z", .. which]) { WorkingDirectory = RepositoryFolder.Root, RedirectStandardOutput = true };
        using var git = Process.Start(start)!;
        var names = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return names.Split('\0', StringSplitOptions.RemoveEmptyEntries);
    }
}
