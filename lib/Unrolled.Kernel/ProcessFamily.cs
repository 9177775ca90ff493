using System.Runtime.InteropServices;

namespace Unrolled.Kernel;

/// <summary>Makes this process the head of those that its cells start, so that they can be ended with it.</summary>
internal static class ProcessFamily
{
    private const int ChildSubreaper = 36;

    /// <summary>
    /// They form a process group with its id, by which whoever started it finds them even when it was killed. On Linux it also adopts those whose
    /// parent has ended, which would else go to the system.
    /// </summary>
    public static void Found()
    {
        if (!OperatingSystem.IsWindows())
            _ = setpgid(0, 0);
        if (OperatingSystem.IsLinux())
            _ = prctl(ChildSubreaper, 1, 0, 0, 0);
    }

#pragma warning disable IDE1006 // The C library's names.
    [DllImport("libc")]
    private static extern int setpgid(int process, int group);

    [DllImport("libc")]
    private static extern int prctl(int option, nuint two, nuint three, nuint four, nuint five);
#pragma warning restore IDE1006
}
