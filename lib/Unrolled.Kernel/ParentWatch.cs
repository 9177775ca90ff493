using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Unrolled.Kernel;

/// <summary>Tells when the program that started a Jupyter kernel has ended: without it nobody would ever end the kernel.</summary>
internal static class ParentWatch
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);

    /// <summary>Watches the process, or on Windows the process handle, that <c>JPY_PARENT_PID</c> names; without one there is nothing to watch.</summary>
    public static void Start(Action gone)
    {
        if (!nint.TryParse(Environment.GetEnvironmentVariable("JPY_PARENT_PID"), NumberStyles.None, CultureInfo.InvariantCulture, out var parent) || parent <= 1)
            return;
        new Thread(() =>
        {
            if (OperatingSystem.IsWindows())
                WaitForHandle(parent);
            else
                WaitForProcess((int)parent);
            gone();
        }) { IsBackground = true, Name = "parent watch" }.Start();
    }

    private static void WaitForHandle(nint handle)
    {
        using var process = new ManualResetEvent(false);
        process.SafeWaitHandle = new(handle, ownsHandle: false);
        process.WaitOne();
    }

    // A parent that ended but was not yet waited for still has its number; whose child this process is changes at once.
    // A program between the two, a wrapper script say, leaves only the number to look at.
    private static void WaitForProcess(int parent)
    {
        var isChild = GetParentId() == parent;
        while (isChild ? GetParentId() == parent : Exists(parent))
            Thread.Sleep(LookEvery);
    }

    private static bool Exists(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "getppid")]
    private static extern int GetParentId();
}
