namespace Unrolled.Notebooks;

/// <summary>One output of a running cell, in the order it was produced.</summary>
/// <param name="Output">The output as a notebook stores it.</param>
/// <param name="DisplayId">For a displayed value: the identity by which a later event may replace it.</param>
/// <param name="Update">True if this replaces what was displayed under <paramref name="DisplayId"/>.</param>
public sealed record CellEvent(CellOutput Output, string? DisplayId = null, bool Update = false);

/// <summary>How a cell ended.</summary>
public enum CellStatus
{
    /// <summary>It ran to its end.</summary>
    Ok,

    /// <summary>It did not compile, or threw; an error output says which.</summary>
    Failed,

    /// <summary>It was interrupted; the variables of earlier cells are kept.</summary>
    Interrupted,

    /// <summary>It was interrupted and did not stop: the process must be ended, and with it every variable.</summary>
    Stuck,
}
