using System.Collections.Immutable;

namespace Unrolled.Data;

/// <summary>Gathers the rows of a price file, the good and the bad.</summary>
internal sealed class PriceCsvRows
{
    private readonly List<(DateOnly Date, double Price)> _used = [];
    private readonly Dictionary<DateOnly, int> _lineOf = [];
    private readonly ImmutableArray<BadRow>.Builder _bad = ImmutableArray.CreateBuilder<BadRow>();

    public void Drop(int line, string reason) => _bad.Add(new BadRow(line, reason));

    public void Add(int line, string dateText, string priceText)
    {
        var badDate = PriceCsvField.ReadDate(dateText, out var date);
        var badPrice = PriceCsvField.ReadPrice(priceText, out var price);
        if ((badDate ?? badPrice) is { } reason)
        {
            Drop(line, reason);
        }
        else if (!_lineOf.TryAdd(date, line))
        {
            Drop(line, Invariant($"the date {date:yyyy-MM-dd} stands in line {_lineOf[date]} already"));
        }
        else
        {
            _used.Add((date, price));
        }
    }

    /// <summary>The good rows, oldest first.</summary>
    public IReadOnlyList<(DateOnly Date, double Price)> InTimeOrder() => [.. _used.OrderBy(row => row.Date)];

    public LoadReport Report(string priceName)
    {
        var reordered = _used.Zip(_used.Skip(1)).Any(pair => pair.First.Date > pair.Second.Date);
        return new LoadReport(priceName, _used.Count, _bad.ToImmutable(), reordered);
    }
}
