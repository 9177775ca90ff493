namespace Unrolled.Notebooks;

/// <summary>Where the <c>dotnet</c> command of this process is.</summary>
public static class DotnetHost
{
    /// <summary>The host the SDK names; else the one that runs this process; else whatever the search path finds.</summary>
    public static string Path { get; } =
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } named ? named
        : System.IO.Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath!
        : "dotnet";
}
