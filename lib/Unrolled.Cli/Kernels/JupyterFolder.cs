namespace Unrolled.Cli.Kernels;

/// <summary>Where Jupyter looks for what one user has installed ("Common directories and file locations" in Jupyter's documentation).</summary>
internal static class JupyterFolder
{
    /// <summary>The folder of the kernel specifications.</summary>
    public static string Kernels => Path.Combine(Data, "kernels");

    private static string Data =>
        Variable("JUPYTER_DATA_DIR") is { } told ? told
        : OperatingSystem.IsWindows() ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "jupyter")
        : OperatingSystem.IsMacOS() ? Path.Combine(Home, "Library", "Jupyter")
        : Path.Combine(Variable("XDG_DATA_HOME") ?? Path.Combine(Home, ".local", "share"), "jupyter");

    private static string Home => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
