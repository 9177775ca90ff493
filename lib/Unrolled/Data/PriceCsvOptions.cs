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

    /// <summary>Close, the price as it was quoted, and nothing else. Some sites call it Price or Last.</summary>
    Close,
}

/// <summary>In which order the dates of a file name day, month and year.</summary>
public enum DateOrder
{
    /// <summary>31/12/2020, 31.12.20, 31-Dec-2020.</summary>
    DayFirst,

    /// <summary>12/31/2020, 12/31/20, Dec 31, 2020.</summary>
    MonthFirst,

    /// <summary>2020-12-31, 20201231, 20-12-31.</summary>
    YearFirst,

    /// <summary>2020-31-12, which no standard knows but some programs write.</summary>
    YearThenDay,
}

/// <summary>The sign before the decimals in the prices of a file. The other one of the two may stand between thousands.</summary>
public enum DecimalSign
{
    /// <summary>1,234.56.</summary>
    Point,

    /// <summary>1.234,56.</summary>
    Comma,
}
