using System.Collections.Immutable;

namespace Unrolled.Figures;

/// <summary>A tick: a value on the axis and its label; "" for a minor tick between labelled ones.</summary>
internal readonly record struct Tick(double Value, string Label);

/// <summary>The ticks of an axis.</summary>
/// <param name="All">The ticks, in ascending order.</param>
/// <param name="Offset">"" or what is taken off every label, as in "100.25", when all values agree in their first digits.</param>
internal sealed record Ticks(ImmutableArray<Tick> All, string Offset)
{
    /// <summary>An axis without ticks.</summary>
    public static Ticks None { get; } = new([], "");

    /// <summary>The title of an axis with these ticks: it says what is taken off the labels.</summary>
    public string Titled(string title) => Offset.Length == 0 ? title : $"{title} − {Offset}".Trim();

    /// <summary>The ticks of a range, at most <paramref name="most"/> labelled ones (at least 2).</summary>
    public static Ticks For(AxisType type, AxisRange range, int most) =>
        type == AxisType.Log ? LogTicks.For(range.Low, range.High, most) : Linear(range.Low, range.High, most, range.Whole);

    /// <summary>Ticks at multiples of 1, 2 or 5 times a power of ten.</summary>
    public static Ticks Linear(double low, double high, int most, bool whole = false)
    {
        var (digit, exponent) = Step(low, high, most);
        if (whole && exponent < 0) (digit, exponent) = (1, 0);
        var (first, last) = Multiples(low, high, NumberText.Power(digit, exponent));
        var values = new List<double>();
        for (var i = first; i <= last; i++)
            values.Add(exponent >= 0 ? i * NumberText.Power(digit, exponent) : i * digit / Math.Pow(10, -exponent));
        return TickLabels.For(values, exponent);
    }

    // The smallest step of 1, 2 or 5 times a power of ten with no more than the wanted number of multiples in the range.
    private static (int Digit, int Exponent) Step(double low, double high, int most)
    {
        for (var exponent = NumberText.Exponent((high - low) / most) - 1; ; exponent++)
            foreach (var digit in (ReadOnlySpan<int>)[1, 2, 5])
            {
                var (first, last) = Multiples(low, high, NumberText.Power(digit, exponent));
                if (last - first + 1 <= most) return (digit, exponent);
            }
    }

    // The first and the last multiple of the step in the range, counted in steps, give or take the rounding of the division.
    private static (double First, double Last) Multiples(double low, double high, double step)
    {
        var (from, to) = (low / step, high / step);
        var slack = Math.Max(1e-9, 4e-16 * Math.Max(Math.Abs(from), Math.Abs(to)));
        return (Math.Ceiling(from - slack), Math.Floor(to + slack));
    }
}
