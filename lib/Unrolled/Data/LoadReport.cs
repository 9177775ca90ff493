using System.Collections.Immutable;

namespace Unrolled.Data;

/// <summary>One row of a file that could not be used.</summary>
/// <param name="Line">Its line in the file; the header is usually line 1.</param>
/// <param name="Reason">What is wrong with it.</param>
public sealed record BadRow(int Line, string Reason)
{
    /// <summary>For example <c>line 7: the price is missing (null)</c>.</summary>
    public override string ToString() => Invariant($"line {Line}: {Reason}");
}

/// <summary>What became of the rows of a file: nothing is dropped in silence.</summary>
/// <param name="PriceColumn">The column the prices were taken from, as the file spells it.</param>
/// <param name="Used">The number of rows used.</param>
/// <param name="BadRows">Every row dropped, in the order of the file.</param>
/// <param name="Reordered">Whether the rows had to be brought into time order; many sites export the newest day first.</param>
public sealed record LoadReport(string PriceColumn, int Used, ImmutableArray<BadRow> BadRows, bool Reordered)
{
    private const int Printed = 10;

    /// <summary>The number of rows dropped.</summary>
    public int Dropped => BadRows.Length;

    /// <summary>A block of text: the counts, then at most ten of the dropped rows with their reasons.</summary>
    public override string ToString()
    {
        List<string> lines = [Invariant($"Rows: {Used} used, {Dropped} dropped. Prices from column '{PriceColumn}'.")];
        if (Reordered)
        {
            lines.Add("The rows were not oldest first; they were sorted by date.");
        }
        lines.AddRange(BadRows.Take(Printed).Select(row => $"  {row}"));
        if (Dropped > Printed)
        {
            lines.Add(Invariant($"  … and {Dropped - Printed} more"));
        }
        return string.Join('\n', lines);
    }
}
