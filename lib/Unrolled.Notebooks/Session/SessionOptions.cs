using System.Collections.Immutable;

namespace Unrolled.Notebooks;

/// <summary>What a <see cref="CSharpSession"/> needs to know before its first cell.</summary>
public sealed record SessionOptions
{
    /// <summary>The notebook's folder: <c>#r</c> and <c>#load</c> paths are relative to it.</summary>
    public required string Directory { get; init; }

    /// <summary>Local package folders asked besides the machine's own package sources.</summary>
    public ImmutableArray<string> PackageSources { get; init; } = [];

    /// <summary>A cell that outputs more characters than this is stopped: a runaway loop must not fill the memory or the file.</summary>
    public long MaxOutputCharacters { get; init; } = 10_000_000;

    /// <summary>Receives what is shown while no cell runs, one output at a time.</summary>
    public Action<CellEvent> Outside { get; init; } = _ => { };

    /// <summary>Called when a cell's code has ended: passes on, by <see cref="CSharpSession.Print"/>, what has reached the process's own output until now.</summary>
    public Action Settle { get; init; } = () => { };
}
