namespace Unrolled.Exercises;

/// <summary>How an answer differs from the right one, told without the right numbers.</summary>
/// <param name="Told">A sentence, "Entry [1] is off by about 30 % of the largest entry; 2 of 3 are off."</param>
internal sealed record Difference(string Told)
{
    /// <summary>The first difference, or null if the answers agree.</summary>
    /// <param name="expected">The right answer.</param>
    /// <param name="actual">The learner's answer.</param>
    /// <param name="tolerance">How far a number may be off, relative to the largest of its part.</param>
    public static Difference? Between(Answer expected, Answer actual, double tolerance)
    {
        if (actual.Shape != expected.Shape)
        {
            return new(actual.Shape == "null"
                ? "Your function returned null."
                : $"Expected shape: {expected.Shape}. Your answer: {actual.Shape}.");
        }

        // Of the same shape, so of the same parts.
        return expected.Parts.Zip(actual.Parts, (right, given) => Between(right, given, tolerance))
            .FirstOrDefault(difference => difference is not null);
    }

    private static Difference? Between(Part right, Part given, double tolerance)
    {
        // A name such as b_h is the learner's: it is quoted as it stands, never at the start of a sentence.
        var (place, at) = right.Name.Length > 0 ? ($" of {right.Name}", $" at {right.Name}") : ("", "");
        if (right.Word != given.Word)
            return new($"The answer is not right{at}.");

        // Sums that cancel are exact to the size of their terms, not of their result. Numbers in another order than ours must still pass.
        var scale = right.Numbers.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max();
        var off = Enumerable.Range(0, right.Numbers.Length).Where(i => !Agree(right.Numbers[i], given.Numbers[i], tolerance, scale)).ToList();
        if (off.Count == 0)
            return null;
        var entry = right.Label(off[0]) is { Length: > 0 } label ? $"Entry {label}{place}" : $"The number{at}";
        var count = right.Numbers.Length > 1 ? Invariant($" {off.Count} of {right.Numbers.Length} entries are off.") : "";
        return new($"{entry} {HowFar(right.Numbers[off[0]], given.Numbers[off[0]], scale)}.{count}");
    }

    private static bool Agree(double right, double given, double tolerance, double scale) =>
        right.Equals(given) || Math.Abs(right - given) <= tolerance * (scale > 0 ? scale : 1e-3);

    // One digit tells how far, and too little to compute the right number from. An entry near zero is measured against the largest.
    private static string HowFar(double right, double given, double scale)
    {
        if (!double.IsFinite(given))
            return double.IsNaN(given) ? "is NaN" : "is infinite";
        if (scale == 0 || !double.IsFinite(right))
            return "is off";
        var (size, measure) = Math.Abs(right) > 1e-3 * scale ? (Math.Abs(right), "its right size") : (scale, "the largest entry");
        return (Math.Abs(right - given) / size) switch
        {
            > 9.5 => $"is off by ten times {measure} or more",
            > 0.95 and var times => Invariant($"is off by about {Math.Round(times)} times {measure}"),
            > 0.0095 and var share => Invariant($"is off by about {100 * OneDigit(share):0} % of {measure}"),
            > 1e-6 => $"is off by less than 1 % of {measure}",
            _ => $"is off by less than a millionth of {measure}",
        };
    }

    private static double OneDigit(double share) => Math.Round(share, share < 0.095 ? 2 : 1);
}
