using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Unrolled.Notebooks;

/// <summary>The processes that cells started. They end with what they belong to: nobody would else ever end them.</summary>
/// <remarks>
/// .NET does not tell which processes a process started. Linux and macOS do; on Windows a front end that ends its worker ends the worker's
/// whole tree, and nothing more is done here.
/// </remarks>
internal static class ChildProcesses
{
    // Start times come in hundredths of a second.
    private static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(20);

    /// <summary>Ends those that were started since a moment, and all that they started.</summary>
    public static void End(DateTime since)
    {
        foreach (var id in OfThisProcess())
        {
            try
            {
                using var child = Process.GetProcessById(id);
                if (child.StartTime >= since - Slack)
                    child.Kill(entireProcessTree: true);
            }
            catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception or AggregateException)
            {
                // It has ended by itself, or is just ending, or may not be ended by us.
            }
        }
    }

    /// <summary>Ends those of a process group, which a worker founds for the processes of its cells.</summary>
    /// <param name="id">The worker's process id; it has ended.</param>
    public static void EndGroup(int id)
    {
        const int Kill = 9;
        if (!OperatingSystem.IsWindows())
            _ = kill(-id, Kill);
    }

#pragma warning disable IDE1006 // The C library's name.
    [DllImport("libc")]
    private static extern int kill(int process, int signal);
#pragma warning restore IDE1006

    private static IEnumerable<int> OfThisProcess() =>
        OperatingSystem.IsLinux() ? FromProc() : OperatingSystem.IsMacOS() ? FromPs() : [];

    // The fourth field of a process's line; the second is its program's name, which may hold anything.
    private static IEnumerable<int> FromProc()
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
                continue;
            string line;
            try
            {
                line = File.ReadAllText(Path.Combine(folder, "stat"));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                continue;
            }

            if (line[(line.LastIndexOf(')') + 1)..].Split(' ', 4, StringSplitOptions.RemoveEmptyEntries) is [_, var parent, ..] && IsThis(parent))
                yield return id;
        }
    }

    private static IEnumerable<int> FromPs()
    {
        using var ps = Process.Start(new ProcessStartInfo("/bin/ps", ["-A", "-o", "pid=,ppid="]) { RedirectStandardOutput = true })!;
        var lines = ps.StandardOutput.ReadToEnd().Split('\n');
        ps.WaitForExit();
        return lines.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(ids => ids.Length == 2 && IsThis(ids[1])).Select(ids => int.Parse(ids[0], CultureInfo.InvariantCulture));
    }

    private static bool IsThis(string id) => id == Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
}
