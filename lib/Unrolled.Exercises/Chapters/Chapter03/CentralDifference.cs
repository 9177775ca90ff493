using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Unrolled.Exercises;

public static partial class Chapter03
{
    /// <summary>The numeric gradient of any function of a vector.</summary>
    /// <param name="L">The function.</param>
    /// <param name="v">Where.</param>
    /// <param name="ε">The change of one entry.</param>
    /// <returns>The central difference of every entry, of the size of v.</returns>
    public delegate Vector<double> CentralDifferenceFunction(Func<Vector<double>, double> L, Vector<double> v, double ε);

    /// <summary>3.10: the checker itself. ε is large, so that the ways to take a difference differ.</summary>
    public static ValueExercise<CentralDifferenceFunction> CentralDifference { get; } = new("3.10", "A central-difference checker")
    {
        Matters = "With ten lines you can check any gradient, of any network, of any paper.",
        Next = "exercise 3.11 asks for words.",
        Cases = random => [SmoothCase(3, 1e-2, random), SmoothCase(5, 1e-2, random), SmoothCase(2, 0.1, random)],
        Reference = (L, v, ε) => PerEntry(v, (i, e) => (L(v + ε * e) - L(v - ε * e)) / (2 * ε)),
        Misconceptions =
        [
            new("forward difference", "You changed v upwards only. Take the value on both sides: the error is then far smaller.", "3.1",
                (L, v, ε) => PerEntry(v, (i, e) => (L(v + ε * e) - L(v)) / ε)),
            new("backward difference", "You changed v downwards only. Take the value on both sides: the error is then far smaller.", "3.1",
                (L, v, ε) => PerEntry(v, (i, e) => (L(v) - L(v - ε * e)) / ε)),
            new("divided by ε", "The two points lie 2ε apart, and you divided by ε.", "3.1",
                (L, v, ε) => PerEntry(v, (i, e) => (L(v + ε * e) - L(v - ε * e)) / ε)),
            new("multiplied by ε", "`/ 2 * ε` divides by 2 and then multiplies by ε. Write `/ (2 * ε)`.", "3.1",
                (L, v, ε) => PerEntry(v, (i, e) => (L(v + ε * e) - L(v - ε * e)) / 2 * ε)),
            new("all zeros", "Every difference of yours is 0. Perhaps both vectors changed together: `var plus = v` only gives v a second name, `v.Clone()` makes a copy. Perhaps a result was computed and not kept, or `1 / 2` was divided as integers.", "3.1",
                (L, v, ε) => 0 * v),
            new("all entries at once", "You changed all entries together. A partial derivative changes one and holds the others.", "3.1",
                (L, v, ε) => PerEntry(v, (i, e) => (L(v + ε) - L(v - ε)) / (2 * ε))),
            new("entries not put back", "After an entry was measured you left it at v + ε: put it back before the next one.", "3.1",
                (L, v, ε) => PerEntry(v, (i, e) => (L(Left(i, v, ε) + ε * e) - L(Left(i, v, ε) - ε * e)) / (2 * ε))),
        ],
        Hints =
        [
            "One entry at a time: two copies of v, one with the entry a little larger, one a little smaller.",
            "`v.Clone()` makes a copy. Change the copy, never v itself.",
            "`Vector<double>.Build.Dense(v.Count, i => { var (plus, minus) = (v.Clone(), v.Clone()); plus[i] += ε; minus[i] -= ε; "
                + "return (L(plus) - L(minus)) / (2 * ε); })`.",
        ],
    };

    private static Vector<double> PerEntry(Vector<double> v, Func<int, Vector<double>, double> derivative) =>
        Vector<double>.Build.Dense(v.Count, i => derivative(i, Unrolled.Sequence.OneHot(i, v.Count)));

    // The vector with its first i entries still at v + ε.
    private static Vector<double> Left(int i, Vector<double> v, double ε) => v.MapIndexed((j, value) => j < i ? value + ε : value);

    // Cubes and a sine: no difference formula is exact on them. Products of neighbours: entries left changed are noticed.
    private static TestCase SmoothCase(int n, double ε, MersenneTwister random)
    {
        var (c, v) = (Vector(n, random), Vector(n, random));
        double L(Vector<double> u) => c.DotProduct(u.PointwisePower(3)) + Math.Sin(u.Sum())
            + Enumerable.Range(1, n - 1).Sum(i => u[i - 1] * u[i - 1] * u[i]);
        return TestCase.Of(Invariant($"{n} entries, ε = {ε}"), (Func<Vector<double>, double>)L, v, ε);
    }
}
