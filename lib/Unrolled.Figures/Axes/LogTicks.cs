using System.Collections.Immutable;

namespace Unrolled.Figures;

/// <summary>Ticks of a logarithmic axis.</summary>
internal static class LogTicks
{
    private static readonly ImmutableArray<int> AllDigits = [1, 2, 3, 4, 5, 6, 7, 8, 9];

    // What is labelled within each decade, densest first.
    private static readonly ImmutableArray<ImmutableArray<int>> Densities = [AllDigits, [1, 2, 3, 5], [1, 2, 5], [1, 3], [1]];

    // Steps in decades, for axes over so many that not every one is labelled. 500 leaves two labels on the widest axis there is.
    private static readonly ImmutableArray<int> DecadeSteps = [2, 5, 10, 20, 50, 100, 200, 500];

    /// <summary>Labels within the decades where they have room, powers of ten over many decades, linear ticks over a part of one.</summary>
    public static Ticks For(double low, double high, int most)
    {
        foreach (var digits in Densities)
        {
            ImmutableArray<double> labelled = [.. Between(low, high, digits)];
            if (labelled.Length >= 2 && HaveRoom(labelled, low, high, most)) return new([.. WithMinor(low, high, labelled)], "");
        }

        var decades = Between(low, high, [1]).Select(NumberText.Exponent).ToList();
        if (decades.Count < 2) return Ticks.Linear(low, high, most);
        var step = DecadeSteps.First(step => decades.Count(exponent => exponent % step == 0) <= most);
        var shown = decades.Where(exponent => exponent % step == 0);
        return new([.. shown.Select(exponent => new Tick(NumberText.Power(1, exponent), Label(1, exponent, plain: false)))], "");
    }

    // The labels stand closer towards the end of a decade: no two may come nearer than half the even distance.
    private static bool HaveRoom(ImmutableArray<double> values, double low, double high, int most) => values.Length <= most
        && values.Zip(values.Skip(1)).All(pair => Math.Log10(pair.Second / pair.First) >= 0.5 / most * Math.Log10(high / low));

    // Minor ticks at 2 to 9 show that the axis is logarithmic.
    private static IEnumerable<Tick> WithMinor(double low, double high, ImmutableArray<double> labelled)
    {
        var plain = labelled[0] >= 1e-3 && labelled[^1] < 1e5;
        return Between(low, high, AllDigits).Select(value => new Tick(value, labelled.Contains(value) ? Label(value, plain) : ""));
    }

    private static IEnumerable<double> Between(double low, double high, ImmutableArray<int> digits)
    {
        for (var exponent = (int)Math.Floor(Math.Log10(low)); exponent <= Math.Log10(high); exponent++)
            foreach (var digit in digits)
            {
                var value = NumberText.Power(digit, exponent);
                if (value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9)) yield return value;
            }
    }

    private static string Label(double value, bool plain)
    {
        var exponent = NumberText.Exponent(value);
        return Label((int)Math.Round(value / Math.Pow(10, exponent)), exponent, plain);
    }

    private static string Label(int digit, int exponent, bool plain) => plain
        ? NumberText.Of(NumberText.Power(digit, exponent), 1)
        : Invariant($"{(digit == 1 ? "" : $"{digit}×")}10^{{{exponent}}}");
}
