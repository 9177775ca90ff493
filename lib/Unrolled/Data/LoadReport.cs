using System.Collections.Immutable;

namespace Unrolled.Data;

/// <summary>One row of a file that could not be used.</summary>
/// <param name="Line">Its line in the file; the header is usually line 1.</param>
/// <param name="Reason">What is wrong with it.</param>
/// <param name="NextStep">What the reader can do about it; empty where nothing needs to be done, as for a day without a price.</param>
public sealed record BadRow(int Line, string Reason, string NextStep = "")
{
    /// <summary>For example <c>line 7: the price is missing (null)</c>.</summary>
    public override string ToString() => Invariant($"line {Line}: {Reason}");
}

/// <summary>Something in the rows used that a network should not be trained on before somebody has looked at it.</summary>
/// <param name="Line">The line in the file where it shows.</param>
/// <param name="Message">What it is, and the next step.</param>
public sealed record LoadWarning(int Line, string Message)
{
    /// <summary>For example <c>line 7: no row for 31 days, …</c>.</summary>
    public override string ToString() => Invariant($"line {Line}: {Message}");
}

/// <summary>What became of the rows of a file: nothing is dropped or decided in silence.</summary>
/// <param name="PriceColumn">The column the prices were taken from, as the file spells it.</param>
/// <param name="Used">The number of rows used.</param>
/// <param name="BadRows">Every row dropped, in the order of the file.</param>
/// <param name="Reordered">Whether the rows had to be brought into time order; many sites export the newest day first.</param>
/// <param name="Decisions">
/// How the columns were read and which line shows it. Empty for the form that has one reading: year-month-day and a decimal point.
/// </param>
/// <param name="Warnings">What to look at before training, in the order of the file.</param>
public sealed record LoadReport(
    string PriceColumn, int Used, ImmutableArray<BadRow> BadRows, bool Reordered,
    ImmutableArray<string> Decisions, ImmutableArray<LoadWarning> Warnings)
{
    private const int Printed = 10;

    /// <summary>The number of rows dropped.</summary>
    public int Dropped => BadRows.Length;

    /// <summary>
    /// A block of text: the counts, the decisions, at most ten warnings, at most ten of the dropped rows with their reasons, and the next
    /// steps for all of them.
    /// </summary>
    public override string ToString()
    {
        List<string> lines = [Invariant($"Rows: {Used} used, {Dropped} dropped. Prices from column '{PriceColumn}'."), .. Decisions];
        if (Reordered)
            lines.Add("The rows were not oldest first; they were sorted by date.");
        lines.AddRange(Shortened(Warnings, "Warning, "));
        lines.AddRange(Shortened(BadRows, "  "));
        lines.AddRange(BadRows.Select(row => row.NextStep).Where(step => step.Length > 0).Distinct());
        return string.Join('\n', lines);
    }

    private static IEnumerable<string> Shortened<T>(ImmutableArray<T> items, string lead)
    {
        var shown = items.Take(Printed).Select(item => $"{lead}{item}");
        return items.Length > Printed ? shown.Append(Invariant($"  … and {items.Length - Printed} more")) : shown;
    }
}
