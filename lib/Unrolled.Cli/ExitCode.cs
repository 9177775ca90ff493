namespace Unrolled.Cli;

/// <summary>What the commands return to the shell.</summary>
internal static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Pass = 0;

    /// <summary>Something that was run or checked failed.</summary>
    public const int Failures = 1;

    /// <summary>The command could not be carried out as it was given.</summary>
    public const int Usage = 2;
}
