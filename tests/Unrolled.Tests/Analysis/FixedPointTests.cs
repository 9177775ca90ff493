using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Unrolled.Tests.Analysis;

public class FixedPointTests
{
    [Fact]
    public void Every_fixed_point_reproduces_itself_and_their_number_follows_the_folds() => ForAll((w, b) =>
    {
        var points = FixedPoint.All(w, b);
        foreach (var p in points)
            Near.Equal("x", p.x, w * Activation.Sigmoid.Apply(p.x) + b, 1e-12);
        Assert.Equal(points.OrderBy(p => p.x), points);

        var folds = FixedPoint.Folds(w);
        var between = folds.Count == 2 && folds[0] < b && b < folds[1];
        Assert.Equal(between ? 3 : 1, points.Count);
    });

    [Fact]
    public void A_stable_point_draws_its_neighbours_in_and_an_unstable_one_drives_them_away() => ForAll((w, b) =>
    {
        foreach (var p in FixedPoint.All(w, b).Where(p => Math.Abs(Math.Abs(p.Slope) - 1) > 0.02))
        {
            var next = w * Activation.Sigmoid.Apply(p.x + 1e-4) + b;
            Assert.Equal(p.IsStable, Math.Abs(next - p.x) < 1e-4);
        }
    });

    [Fact]
    public void At_w_5_two_states_are_stable_between_the_folds()
    {
        Assert.Equal([-2.6556, -2.3444], FixedPoint.Folds(5).Select(b => Math.Round(b, 4)));
        Assert.Single(FixedPoint.All(5, -2.7));
        Assert.Equal([true, false, true], FixedPoint.All(5, -2.5).Select(p => p.IsStable));
        Assert.Single(FixedPoint.All(5, -2.3));
        Assert.Empty(FixedPoint.Folds(4));
    }

    [Theory]
    [InlineData("vi-VN")]
    [InlineData("de-DE")]
    public void Numbers_that_are_not_finite_are_refused_in_the_same_words_everywhere(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            foreach (var f in new Action[] { () => FixedPoint.All(double.NaN, 1.5), () => OneUnit.Trajectory(double.NaN, 1.5) })
                Refusal.Is("w and b must be finite, got w = NaN, b = 1.5.", f);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static void ForAll(Action<double, double> property) => FsCheck.Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(new Replay(new Rnd(2024, 7), null)),
        Prop.ForAll(
            (from w in Gen.Choose(-900, 1200) from b in Gen.Choose(-900, 900) select (w / 97.0, b / 101.0)).ToArbitrary(),
            wb => property(wb.Item1, wb.Item2)));
}
