using System.Collections.Immutable;
using System.Globalization;

namespace Unrolled.Figures;

/// <summary>A tick: a value on the axis and its label; "" for a minor tick between labelled ones.</summary>
internal readonly record struct Tick(double Value, string Label);

/// <summary>The ticks of an axis.</summary>
/// <param name="All">The ticks, in ascending order.</param>
/// <param name="Offset">"" or what to add to every label, as in "100.25" when all values agree in their first digits.</param>
internal sealed record Ticks(ImmutableArray<Tick> All, string Offset)
{
    /// <summary>The ticks of a range, at most <paramref name="most"/> labelled ones (at least 2).</summary>
    public static Ticks For(AxisType type, double low, double high, int most) =>
        type == AxisType.Log ? LogTicks.For(low, high, most) : Linear(low, high, most);

    /// <summary>Ticks at multiples of 1, 2 or 5 times a power of ten.</summary>
    public static Ticks Linear(double low, double high, int most)
    {
        var (digit, exponent) = Step(high - low, most);
        var step = Power(digit, exponent);
        var first = Math.Ceiling(low / step - 1e-9);
        var last = Math.Floor(high / step + 1e-9);
        var values = new List<double>();
        for (var i = first; i <= last; i++) values.Add(exponent >= 0 ? i * step : i * digit / Math.Pow(10, -exponent));
        return TickLabels.For(values, exponent);
    }

    // The smallest step of 1, 2 or 5 times a power of ten that gives no more than the wanted number of ticks.
    private static (int Digit, int Exponent) Step(double span, int most)
    {
        var exponent = NumberText.Exponent(span / most);
        while (true)
        {
            foreach (var digit in (ReadOnlySpan<int>)[1, 2, 5])
                if (Math.Floor(span / Power(digit, exponent) + 1e-9) + 1 <= most) return (digit, exponent);
            exponent++;
        }
    }

    private static double Power(int digit, int exponent) =>
        double.Parse(string.Create(CultureInfo.InvariantCulture, $"{digit}e{exponent}"), CultureInfo.InvariantCulture);
}
