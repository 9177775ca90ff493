using System.Collections.Immutable;

namespace Unrolled.Data;

/// <summary>Gathers the rows of a price file, the good and the bad.</summary>
sealed class PriceCsvRows
{
    readonly List<(DateOnly Date, double Price)> used = [];
    readonly Dictionary<DateOnly, int> lineOf = [];
    readonly ImmutableArray<BadRow>.Builder bad = ImmutableArray.CreateBuilder<BadRow>();

    public void Drop(int line, string reason) => bad.Add(new BadRow(line, reason));

    public void Add(int line, string dateText, string priceText)
    {
        var badDate = PriceCsvField.ReadDate(dateText, out var date);
        var badPrice = PriceCsvField.ReadPrice(priceText, out var price);
        if ((badDate ?? badPrice) is { } reason)
        {
            Drop(line, reason);
        }
        else if (!lineOf.TryAdd(date, line))
        {
            Drop(line, FormattableString.Invariant($"the date {date:yyyy-MM-dd} stands in line {lineOf[date]} already"));
        }
        else
        {
            used.Add((date, price));
        }
    }

    /// <summary>The good rows, oldest first.</summary>
    public IReadOnlyList<(DateOnly Date, double Price)> InTimeOrder() => [.. used.OrderBy(row => row.Date)];

    public LoadReport Report(string priceName) =>
        new(priceName, used.Count, bad.ToImmutable(), Reordered: used.Zip(used.Skip(1)).Any(pair => pair.First.Date > pair.Second.Date));
}
