using System.Globalization;
using System.Numerics;

namespace Unrolled.Notebooks;

/// <summary>A number as it was printed: <c>mantissa · 10^exponent</c>, where the exponent is that of the last printed place.</summary>
internal readonly record struct NumberText(BigInteger Mantissa, int Exponent, bool IsInteger)
{
    /// <param name="text">A sign, digits with at most one point, and at most four digits of exponent.</param>
    public static NumberText Parse(ReadOnlySpan<char> text)
    {
        var e = text.IndexOfAny('e', 'E');
        var exponent = e < 0 ? 0 : int.Parse(text[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var digits = (e < 0 ? text : text[..e]).ToString().Replace('−', '-');
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var places = point < 0 ? 0 : digits.Length - point - 1;
        var mantissa = BigInteger.Parse(digits.Replace(".", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return new(mantissa, exponent - places, IsInteger: e < 0 && point < 0);
    }

    /// <summary>
    /// Integers must be equal. Other numbers may differ by one unit in the last place that either of them prints: where machines differ in
    /// the last bits, rounding may fall to either side. The finer place counts, since general formats drop zeros: 0.5 stands for 0.500000.
    /// </summary>
    public bool IsCloseTo(NumberText other)
    {
        if (IsInteger && other.IsInteger)
            return Mantissa == other.Mantissa;
        var place = Math.Min(Exponent, other.Exponent);
        return BigInteger.Abs(InUnitsOf(place) - other.InUnitsOf(place)) <= 1;
    }

    /// <summary>Whether the numbers differ by at most <paramref name="tolerance"/>.</summary>
    public bool IsWithin(double tolerance, NumberText other) => Math.Abs(ToDouble() - other.ToDouble()) <= tolerance;

    private BigInteger InUnitsOf(int place) => Mantissa * BigInteger.Pow(10, Exponent - place);

    private double ToDouble() => double.Parse(Invariant($"{Mantissa}e{Exponent}"), CultureInfo.InvariantCulture);
}
