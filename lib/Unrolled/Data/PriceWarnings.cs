namespace Unrolled.Data;

/// <summary>One row that can be used.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="Day">The day.</param>
/// <param name="Close">The closing price, above zero.</param>
internal readonly record struct PricedDay(int Line, DateOnly Day, double Close);

/// <summary>Finds what makes prices unfit to be learned from although each of them can be read.</summary>
internal static class PriceWarnings
{
    // A week without a row, between a Friday and a Monday, is 10 days; the long holidays of most exchanges are shorter.
    private const int LongestGap = 9;
    private const int GapInUsualSteps = 5;
    private const int FewestPrices = 3;

    // A price that moves by more than this in a day does so rarely enough to deserve a look.
    private const double SmallestSplit = 1.4;
    private const double SplitTolerance = 0.04;
    private const double LargestMove = 10;

    private static readonly (int New, int Old)[] Splits =
    [
        (3, 2), (2, 1), (5, 2), (3, 1), (4, 1), (5, 1), (6, 1), (7, 1), (8, 1), (10, 1), (15, 1), (20, 1), (25, 1), (30, 1), (50, 1),
        (100, 1),
    ];

    /// <summary>The warnings about rows, in the order of the file.</summary>
    /// <param name="inFile">The rows used, as they stand in the file.</param>
    /// <param name="inOrder">The same rows, oldest first.</param>
    /// <param name="repeated">The rows not used because their days stand in the file already.</param>
    public static IEnumerable<LoadWarning> Of(
        IReadOnlyList<PricedDay> inFile, IReadOnlyList<PricedDay> inOrder, IReadOnlyList<PricedDay> repeated) =>
        Jumps(inOrder).Concat(Gaps(inOrder)).Concat(Unsorted(inFile)).Concat(Repeated(repeated)).Concat(FewPrices(inOrder))
            .OrderBy(warning => warning.Line);

    private static IEnumerable<LoadWarning> Jumps(IReadOnlyList<PricedDay> rows)
    {
        foreach (var (before, after) in rows.Zip(rows.Skip(1)))
        {
            var times = Math.Max(after.Close / before.Close, before.Close / after.Close);
            if (times < SmallestSplit)
                continue;
            var (direction, kind) = after.Close < before.Close ? ("falls", "split") : ("rises", "reverse split");
            var move = Invariant($"on {after.Day:yyyy-MM-dd} the price {direction} from {before.Close} to {after.Close}");
            if (Array.Find(Splits, split => Math.Abs(times * split.Old / split.New - 1) <= SplitTolerance) is { Old: > 0 } split)
            {
                yield return new(
                    after.Line,
                    Invariant($"{move}, about {split.New} to {split.Old}: probably a {kind}. Take adjusted prices, or begin after it."));
            }
            else if (times >= LargestMove)
            {
                yield return new(
                    after.Line,
                    Invariant($"{move}, {times:N0}-fold: a unit or a decimal sign may be wrong here. Compare it with the source."));
            }
        }
    }

    private static IEnumerable<LoadWarning> Gaps(IReadOnlyList<PricedDay> rows)
    {
        int[] steps = [.. rows.Zip(rows.Skip(1), (before, after) => after.Day.DayNumber - before.Day.DayNumber)];
        if (steps.Length == 0)
            yield break;
        var longest = Math.Max(LongestGap, GapInUsualSteps * steps.Order().ElementAt(steps.Length / 2));
        for (var t = 0; t < steps.Length; t++)
        {
            if (steps[t] > longest)
            {
                yield return new(
                    rows[t + 1].Line,
                    Invariant($"{steps[t]} days lie between {rows[t].Day:yyyy-MM-dd} (line {rows[t].Line}) and {rows[t + 1].Day:yyyy-MM-dd}. ")
                    + "A network takes them for one step: export the missing days, or use one side of the gap.");
            }
        }
    }

    /// <summary>Newest first is an order too; the report tells of it without a warning.</summary>
    private static IEnumerable<LoadWarning> Unsorted(IReadOnlyList<PricedDay> rows)
    {
        var steps = rows.Zip(rows.Skip(1), (one, next) => (One: one, Next: next, Sign: next.Day.CompareTo(one.Day))).ToArray();
        var usual = steps.Sum(step => step.Sign) >= 0 ? 1 : -1;
        var against = Array.FindAll(steps, step => step.Sign != usual);
        if (against is [var (one, next, _), ..])
        {
            yield return new(
                next.Line,
                Invariant($"{next.Day:yyyy-MM-dd} stands after {one.Day:yyyy-MM-dd}; pairs of rows out of order: {against.Length}. ")
                + "They were sorted; check that the dates are right.");
        }
    }

    private static IEnumerable<LoadWarning> Repeated(IReadOnlyList<PricedDay> rows) =>
        rows is [var first, ..]
            ? [new(first.Line, Invariant($"{first.Day:yyyy-MM-dd} stands here again; rows that repeat a day: {rows.Count}. ")
                + "The first row of each day was used: keep the right one in the file.")]
            : [];

    private static IEnumerable<LoadWarning> FewPrices(IReadOnlyList<PricedDay> rows)
    {
        var prices = rows.Select(row => row.Close).Distinct().Take(FewestPrices).Count();
        if (rows.Count > 0 && prices < FewestPrices)
        {
            yield return new(
                rows.Min(row => row.Line),
                Invariant($"from here on the {rows.Count} rows have {prices} different {(prices == 1 ? "price" : "prices")}: ")
                + "there is nothing to learn. Check that the column is the right one.");
        }
    }
}
