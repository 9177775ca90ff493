using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using Unrolled.Notebooks;

namespace Unrolled.Cli.Grading;

/// <summary>What keeps students' code from the network and from files that are not its own, where the system has it.</summary>
/// <param name="Told">What it does, for the report.</param>
/// <param name="WrapperFor">The command that starts a worker in it, for a workspace.</param>
internal sealed record Sandbox(string Told, Func<string, ImmutableArray<string>> WrapperFor)
{
    /// <summary>No sandbox.</summary>
    public static Sandbox None { get; } = new("none: students' code can use the network, and read and write every file that you can", _ => []);

    /// <summary>The best that this machine has.</summary>
    /// <param name="course">May be read.</param>
    /// <param name="handedIn">The paths that were handed in: nobody may read the others' work.</param>
    public static Sandbox Find(CourseFolder course, IReadOnlyList<string> handedIn)
    {
        if (!OperatingSystem.IsLinux())
            return None;
        Sandbox[] kinds =
        [
            new("bwrap: no network, no file but the notebook's own can be written, and no other student's read", workspace => Bubblewrap(course, handedIn, workspace)),
            new("unshare: no network; files are open to students' code as they are to you", _ => ["unshare", "--map-root-user", "--net", "--"]),
        ];
        return kinds.FirstOrDefault(kind => Works([.. kind.WrapperFor(course.Notebooks), "true"])) ?? None;
    }

    private static ImmutableArray<string> Bubblewrap(CourseFolder course, IReadOnlyList<string> handedIn, string workspace)
    {
        string[] needed = [course.Root, Path.GetDirectoryName(DotnetHost.Path)!];
        var hidden = handedIn.Select(path => Directory.Exists(path) ? Path.GetFullPath(path) : Path.GetDirectoryName(Path.GetFullPath(path))!)
            .Where(folder => !needed.Any(path => IsWithin(path, folder))).Distinct();
        // Not --die-with-parent: the parent is the thread that starts it, and one of the thread pool ends sooner. The worker ends with its input.
        return
        [
            "bwrap", "--unshare-net", "--unshare-pid", "--unshare-ipc",
            "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", "--tmpfs", Path.TrimEndingDirectorySeparator(Path.GetTempPath()),
            .. needed.Where(path => IsWithin(path, Path.GetTempPath())).SelectMany(path => (string[])["--ro-bind", path, path]),
            .. hidden.SelectMany(folder => (string[])["--tmpfs", folder]),
            "--bind", workspace, workspace, "--",
        ];
    }

    private static bool IsWithin(string path, string folder) =>
        (path + Path.DirectorySeparatorChar).StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static bool Works(ImmutableArray<string> command)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
