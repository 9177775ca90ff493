namespace Unrolled.Figures;

/// <summary>Writes the numbers of a series alike: with the digits that tell them apart, and rounding errors as zero.</summary>
/// <param name="Digits">The significant digits.</param>
/// <param name="Noise">The size below which a number is zero.</param>
internal sealed record NumberFormat(int Digits, double Noise)
{
    public static NumberFormat For(IEnumerable<double> values)
    {
        var all = values.Where(double.IsFinite).ToList();
        return new(NumberText.DigitsFor(all, least: 4), 1e-14 * all.Select(Math.Abs).DefaultIfEmpty().Max());
    }

    public string Text(double value) => NumberText.Of(Math.Abs(value) < Noise ? 0 : value, Digits);
}
