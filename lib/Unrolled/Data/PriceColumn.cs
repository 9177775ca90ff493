namespace Unrolled.Data;

/// <summary>Which column of a price file to take.</summary>
public enum PriceColumn
{
    /// <summary>
    /// Adj Close where the file has it, else Close. Adj Close is corrected for splits and dividends: with the bare close,
    /// a 2-for-1 split looks like a fall of 50 % that cost nobody anything, and a network would learn from it.
    /// </summary>
    AdjCloseElseClose,

    /// <summary>Adj Close, and nothing else.</summary>
    AdjClose,

    /// <summary>Close, the price as it was quoted, and nothing else.</summary>
    Close,
}
