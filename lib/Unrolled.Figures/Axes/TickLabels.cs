using System.Globalization;

namespace Unrolled.Figures;

/// <summary>Writes the labels of linear ticks alike: the same decimals, the same power of ten.</summary>
internal static class TickLabels
{
    // More digits than this on every tick are unreadable; what they share moves into the axis title.
    private const int MostDigits = 7;

    /// <summary>The ticks with their labels.</summary>
    /// <param name="values">The values, multiples of a step.</param>
    /// <param name="stepExponent">The decimal exponent of that step.</param>
    public static Ticks For(IReadOnlyList<double> values, int stepExponent)
    {
        var largest = values.Select(Math.Abs).DefaultIfEmpty().Max();
        if (largest == 0) return new([.. values.Select(value => new Tick(value, "0"))], "");
        var exponent = NumberText.Exponent(largest);
        if (exponent - stepExponent < MostDigits)
            return new([.. values.Select(value => new Tick(value, Label(value, exponent, stepExponent)))], "");

        // The labels keep five digits at most; what stands before them is taken off.
        var (step, unit) = (NumberText.Power(1, stepExponent), NumberText.Power(1, stepExponent + 4));
        var offset = Math.Floor(values[0] / unit) * unit;
        var rest = For([.. values.Select(value => Math.Round((value - offset) / step) * step)], stepExponent);
        var ticks = values.Zip(rest.All, (value, tick) => new Tick(value, tick.Label));
        return new([.. ticks], NumberText.Of(offset, exponent - stepExponent - 3).Replace('-', '−'));
    }

    private static string Label(double value, int exponent, int stepExponent)
    {
        if (value == 0) return "0";
        if (exponent is >= -3 and < 6) return Plain(value, exponent, stepExponent);
        var mantissa = Fixed(NumberText.Shifted(value, -exponent), exponent - stepExponent);
        return Invariant($"{mantissa}×10^{{{exponent}}}");
    }

    private static string Plain(double value, int exponent, int stepExponent) =>
        exponent < 15 ? Fixed(value, Math.Max(0, -stepExponent)) : NumberText.Of(value, Math.Min(17, exponent - stepExponent + 1));

    private static string Fixed(double value, int decimals) =>
        NumberText.Formatted(value, "F" + decimals.ToString(CultureInfo.InvariantCulture)).Replace('-', '−');
}
