using System.Runtime.InteropServices;

namespace Unrolled.Kernel;

/// <summary>Processes whose parent, a child of this process, has ended.</summary>
internal static class Orphans
{
    private const int ChildSubreaper = 36;

    /// <summary>Lets them become children of this process, so that they end with it (Linux). Elsewhere they go to the system.</summary>
    public static void Adopt()
    {
        if (OperatingSystem.IsLinux())
            _ = prctl(ChildSubreaper, 1, 0, 0, 0);
    }

#pragma warning disable IDE1006 // The C library's name.
    [DllImport("libc")]
    private static extern int prctl(int option, nuint two, nuint three, nuint four, nuint five);
#pragma warning restore IDE1006
}
