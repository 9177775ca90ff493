using System.Collections.Immutable;
using System.Globalization;

namespace Unrolled.Cli.Grading;

/// <summary>What a student's notebook may use.</summary>
/// <param name="Notebook">The time of all its cells together.</param>
/// <param name="Cell">The time of one cell.</param>
/// <param name="Megabytes">The memory that its objects may take.</param>
internal sealed record GradeLimits(TimeSpan Notebook, TimeSpan Cell, int Megabytes)
{
    /// <summary>
    /// The environment of the worker. The runtime itself holds the limit of memory: past it, an allocation fails with OutOfMemoryException.
    /// Memory outside the runtime is not limited.
    /// </summary>
    public ImmutableDictionary<string, string> Environment => NotebookOptions.NothingRemembered.Add(
        "DOTNET_GCHeapHardLimit", "0x" + (Megabytes * 1024L * 1024L).ToString("x", CultureInfo.InvariantCulture));
}
