namespace Unrolled.Notebooks;

/// <summary>What differs.</summary>
public enum DifferenceKind
{
    /// <summary>A code cell is missing, new or out of order.</summary>
    Cell,

    /// <summary>The source.</summary>
    Source,

    /// <summary>The execution count.</summary>
    ExecutionCount,

    /// <summary>The number and kinds of the outputs, or the MIME types of one.</summary>
    Structure,

    /// <summary>Text or a number in it.</summary>
    Text,

    /// <summary>An SVG picture.</summary>
    Svg,

    /// <summary>A JSON value.</summary>
    Json,

    /// <summary>An error.</summary>
    Error,

    /// <summary>Anything else, which must be the same byte for byte.</summary>
    Data,
}

/// <summary>One difference between a committed code cell and the same cell after a fresh run.</summary>
/// <param name="CellNumber">Counts code cells from 1 in the document that has the cell.</param>
/// <param name="CellId">The cell's id.</param>
/// <param name="OutputNumber">Counts outputs from 1, adjacent pieces of one stream taken together; null when the cell itself differs.</param>
/// <param name="Kind">What differs.</param>
/// <param name="Message">What was expected and what came, on one line.</param>
public sealed record CellDifference(int CellNumber, string CellId, int? OutputNumber, DifferenceKind Kind, string Message)
{
    /// <summary>The whole difference as one line.</summary>
    public override string ToString() =>
        Invariant($"cell {CellNumber} ({CellId}){(OutputNumber is { } n ? $", output {n}" : "")}: {Message}");
}
