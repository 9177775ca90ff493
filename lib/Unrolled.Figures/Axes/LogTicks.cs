using System.Collections.Immutable;
using System.Globalization;

namespace Unrolled.Figures;

/// <summary>Ticks of a logarithmic axis.</summary>
internal static class LogTicks
{
    /// <summary>Powers of ten where the range holds enough of them, 1-2-5 within a few decades, else the ticks of a linear axis.</summary>
    public static Ticks For(double low, double high, int most)
    {
        var (first, last) = ((int)Math.Ceiling(Math.Log10(low) - 1e-9), (int)Math.Floor(Math.Log10(high) + 1e-9));
        var decades = last - first + 1;
        if (decades >= 3 && most >= 2) return Decades(low, high, first, last, most);

        ImmutableArray<double> steps = [.. Between(low, high, [1, 2, 5])];
        if (steps.Length > most && decades == 2) steps = [.. Between(low, high, [1])];
        return steps.Length is >= 2 && steps.Length <= most
            ? new([.. Labelled(low, high, steps, NumberText.Exponent(steps[0]), NumberText.Exponent(steps[^1]))], "")
            : Ticks.Linear(low, high, most);
    }

    private static Ticks Decades(double low, double high, int first, int last, int most)
    {
        var step = 1;
        foreach (var next in (ReadOnlySpan<int>)[1, 2, 5, 10, 20, 50, 100, 200, 500])
        {
            step = next;
            if (Count(next) <= most) break;
        }

        var labelled = Enumerable.Range(first, last - first + 1).Where(exponent => exponent % step == 0).Select(exponent => Math.Pow(10, exponent));
        return step == 1
            ? new([.. Labelled(low, high, [.. labelled], first, last)], "")
            : new([.. labelled.Select(value => new Tick(value, Label(value, first, last)))], "");

        int Count(int k) => Enumerable.Range(first, last - first + 1).Count(exponent => exponent % k == 0);
    }

    // Minor ticks at 2 to 9 show that the axis is logarithmic.
    private static IEnumerable<Tick> Labelled(double low, double high, ImmutableArray<double> labelled, int first, int last) =>
        Between(low, high, [1, 2, 3, 4, 5, 6, 7, 8, 9]).Select(value => new Tick(value, labelled.Contains(value) ? Label(value, first, last) : ""));

    private static IEnumerable<double> Between(double low, double high, int[] digits)
    {
        for (var exponent = (int)Math.Floor(Math.Log10(low)); exponent <= Math.Log10(high); exponent++)
            foreach (var digit in digits)
                if (Math.Pow(10, exponent) * digit is var value && value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9)) yield return value;
    }

    private static string Label(double value, int first, int last)
    {
        if (first >= -3 && last <= 4) return NumberText.Of(value, 3);
        var exponent = NumberText.Exponent(value);
        var digit = (int)Math.Round(value / Math.Pow(10, exponent));
        return (digit == 1 ? "" : digit.ToString(CultureInfo.InvariantCulture) + "×") + "10^{" + exponent.ToString(CultureInfo.InvariantCulture) + "}";
    }
}
