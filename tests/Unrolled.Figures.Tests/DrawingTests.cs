using FsCheck;
using FsCheck.Fluent;

namespace Unrolled.Figures.Tests;

/// <summary>Thinning, clipping and spreading: properties over random input.</summary>
public sealed class DrawingTests
{
    private static readonly Box Square = new(0, 0, 10, 10);

    private static Gen<Pixel> Points(int reach) =>
        from x in Gen.Choose(-reach, reach)
        from y in Gen.Choose(-reach, reach)
        select new Pixel(x / 10.0, y / 10.0);

    [Fact]
    public void Thinning_keeps_first_last_lowest_and_highest_of_every_column() =>
        Prop.ForAll(Points(50).ListOf().ToArbitrary(), points =>
        {
            Pixel[] line = [.. points.OrderBy(p => p.X)];
            Pixel[] thin = [.. Thinning.Columns(line).Select(i => line[i])];
            return Shape(line).SequenceEqual(Shape(thin)) && Thinning.Columns(line)
                .SequenceEqual(Thinning.Columns(line).Distinct().Order());
        }).Hold();

    [Fact]
    public void Thinning_leaves_at_most_four_points_in_a_column()
    {
        Pixel[] line = [.. Enumerable.Range(0, 10_000).Select(i => new Pixel(i / 1000.0, Math.Sin(i)))];
        Assert.InRange(Thinning.Columns(line).Count, 20, 40);
    }

    [Fact]
    public void A_thinned_line_stays_near_the_old_one_and_keeps_its_ends() =>
        Prop.ForAll(Points(300).ListOf(30).ToArbitrary(), line =>
        {
            Pixel[] thin = [.. Thinning.Line([.. line], 5)];
            return thin[0] == line[0] && thin[^1] == line[^1] && thin.All(line.Contains)
                && line.All(p => thin.Zip(thin.Skip(1)).Any(piece => Enumerable.Range(0, 201)
                    .Any(i => p.To(piece.First.Toward(piece.Second, i / 200.0)) <= 5.3)));
        }).Hold();

    [Fact]
    public void A_smooth_line_needs_few_points_and_a_straight_one_two()
    {
        Assert.Equal(2, Thinning.Line([.. Enumerable.Range(0, 900).Select(i => new Pixel(i, 0.5 * i))], 0.1).Count);
        Assert.InRange(Thinning.Line([.. Enumerable.Range(0, 900).Select(i => new Pixel(i, 100 * Math.Exp(-i / 100.0)))], 0.1).Count, 10, 60);
    }

    [Fact]
    public void A_clipped_segment_lies_inside_the_box_and_on_the_segment() =>
        Prop.ForAll(Points(300).ToArbitrary(), Points(300).ToArbitrary(), (a, b) =>
            Clip.Segment(a, b, Square) is not var (from, to) || Square.Grown(1e-9).Contains(from) && Square.Grown(1e-9).Contains(to)
                && OnLine(a, b, from) && OnLine(a, b, to))
            .Hold();

    [Fact]
    public void A_segment_with_a_point_inside_is_never_dropped() =>
        Prop.ForAll(Points(300).ToArbitrary(), Points(300).ToArbitrary(), (a, b) =>
        {
            var inside = Enumerable.Range(0, 101)
                .Any(i => Square.Contains(new Pixel(a.X + (b.X - a.X) * i / 100, a.Y + (b.Y - a.Y) * i / 100)));
            return !inside || Clip.Segment(a, b, Square) is not null;
        }).Hold();

    [Fact]
    public void A_clipped_polygon_lies_inside_the_box() =>
        Prop.ForAll(Points(300).ListOf().ToArbitrary(), polygon => Clip.Polygon([.. polygon], Square)
            .All((Pixel corner) => Square.Grown(1e-9).Contains(corner))).Hold();

    [Fact]
    public void A_polygon_around_the_box_becomes_the_box() =>
        Assert.Equal(4, Clip.Polygon([new(-5, -5), new(15, -5), new(15, 15), new(-5, 15)], Square).Distinct().Count());

    [Fact]
    public void Labels_spread_apart_stay_in_the_room_in_their_order() =>
        Prop.ForAll(Gen.Choose(0, 200).ListOf(6).ToArbitrary(), wanted =>
        {
            var centres = Spread.Apart([.. wanted.Select(w => (double)w)], [.. wanted.Select(_ => 20.0)], 0, 200);
            var sorted = Enumerable.Range(0, wanted.Count).OrderBy(i => wanted[i]).Select(i => centres[i]).ToList();
            return sorted.Zip(sorted.Skip(1)).All(pair => pair.Second - pair.First >= 20 - 1e-9)
                && sorted.All(c => c >= 10 - 1e-9 && c <= 190 + 1e-9);
        }).Hold();

    [Fact]
    public void A_label_with_room_stays_where_it_wants_to() =>
        Assert.Equal([50, 100, 20], Spread.Apart([50, 100, 20], [10, 10, 10], 0, 200));

    [Fact]
    public void Two_labels_at_one_place_part_evenly() => Assert.Equal([45, 55], Spread.Apart([50, 50], [10, 10], 0, 200));

    private static IEnumerable<(double, Pixel, Pixel, double, double)> Shape(Pixel[] line) =>
        line.GroupBy(p => Math.Floor(p.X))
            .Select(column => (column.Key, column.First(), column.Last(), column.Min(p => p.Y), column.Max(p => p.Y)));

    private static bool OnLine(Pixel a, Pixel b, Pixel p) => Math.Abs((b.X - a.X) * (p.Y - a.Y) - (b.Y - a.Y) * (p.X - a.X)) < 1e-6;
}
