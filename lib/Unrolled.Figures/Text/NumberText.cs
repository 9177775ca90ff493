using System.Globalization;

namespace Unrolled.Figures;

/// <summary>Numbers as a reader wants them, the same under every culture.</summary>
internal static class NumberText
{
    /// <summary>A number with so many significant digits and no needless zeros: "0.25", "-12", "1.5e-7", "NaN".</summary>
    public static string Of(double value, int digits)
    {
        if (double.IsNaN(value)) return "NaN";
        if (double.IsInfinity(value)) return value > 0 ? "∞" : "-∞";
        if (value == 0) return "0";
        var rounded = Rounded(value, digits);
        var exponent = Exponent(rounded);
        var format = exponent is >= -4 and < 6
            ? "0." + new string('#', Math.Max(0, digits - 1 - exponent))
            : "0." + new string('#', digits - 1) + "e+0";
        return rounded.ToString(format, CultureInfo.InvariantCulture).Replace("e+", "e", StringComparison.Ordinal);
    }

    /// <summary>A number in a .NET format. What rounds to zero has no sign: it may differ between machines.</summary>
    public static string Formatted(double value, string format)
    {
        var text = value.ToString(format, CultureInfo.InvariantCulture);
        return text.StartsWith('-') && !text.AsSpan().ContainsAnyInRange('1', '9') && double.IsFinite(value) ? text[1..] : text;
    }

    /// <summary>The significant digits that tell these values apart, at least so many.</summary>
    public static int DigitsFor(IEnumerable<double> values, int least)
    {
        var (min, max) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values)
        {
            if (!double.IsFinite(value)) continue;
            min = Math.Min(min, value);
            max = Math.Max(max, value);
        }

        // Values that differ in their last bits only are the same value, computed in two ways.
        var largest = Math.Max(Math.Abs(min), Math.Abs(max));
        if (!(max - min > 1e-13 * largest)) return least;
        var shared = Math.Log10(largest) - Math.Log10(max - min);
        return (int)Math.Clamp(Math.Ceiling(shared) + least - 1, least, 17);
    }

    /// <summary>The number with so many significant digits; or itself where rounding up would make it infinite.</summary>
    public static double Rounded(double value, int digits)
    {
        var text = value.ToString("E" + (digits - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return double.Parse(text, CultureInfo.InvariantCulture) is var rounded && double.IsFinite(rounded) ? rounded : value;
    }

    /// <summary>A digit times a power of ten, exactly as written: 10 to the power of -3 by multiplication is not quite 0.001.</summary>
    public static double Power(int digit, int exponent) =>
        double.Parse(Invariant($"{digit}e{exponent}"), CultureInfo.InvariantCulture);

    /// <summary>The number times a power of ten, for any power: 10 to the power of 310 is no double, but 1e-308 times it is.</summary>
    public static double Shifted(double value, int exponent)
    {
        var parts = value.ToString("E15", CultureInfo.InvariantCulture).Split('E');
        var shifted = int.Parse(parts[1], CultureInfo.InvariantCulture) + exponent;
        return double.Parse(parts[0] + "e" + shifted.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>The decimal exponent: 2 for 100 to 999, -1 for 0.1.</summary>
    public static int Exponent(double value)
    {
        var text = value.ToString("E14", CultureInfo.InvariantCulture);
        return int.Parse(text.Split('E')[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }
}
