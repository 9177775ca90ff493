namespace Unrolled.Kernel.Tests;

/// <summary>What the build has put where notebooks and front ends find it.</summary>
internal static class Repository
{
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    public static string Kernel => Path.Combine(Root, "lib", "bin", "kernel", "Unrolled.Kernel.dll");

    public static string Course => Path.Combine(Root, "lib", "bin", "course");

    private static string Above(string folder)
    {
        var at = new DirectoryInfo(folder);
        while (!File.Exists(Path.Combine(at.FullName, "Unrolled.slnx")))
            at = at.Parent ?? throw new DirectoryNotFoundException($"No Unrolled.slnx above {folder}.");
        return at.FullName;
    }
}
