namespace Unrolled.Figures.Tests;

public sealed class FigureTests
{
    [Fact]
    public void Adding_to_a_figure_leaves_the_figure_as_it_was()
    {
        var empty = Figure.Of("t");
        var full = empty.Line("y", [1, 2]).XAxis("x").HorizontalLine("h", 1).Mark("m", 1, 1).Named("n");
        Assert.Equal((0, 1), (empty.Data.Length, full.Data.Length));
        Assert.Equal(("", "n"), (empty.Layout.Name, full.Layout.Name));
    }

    [Fact]
    public void Changing_the_array_afterwards_does_not_change_the_figure()
    {
        double[] y = [1, 2, 3];
        var figure = Figure.Of("t").Line("y", y);
        y[0] = 99;
        Assert.Equal([1, 2, 3], ((Scatter)figure.Data[0]).Y);
    }

    [Fact]
    public void Without_x_the_steps_count_from_one() => Assert.Equal([1, 2, 3], ((Scatter)Figure.Of("t").Line("y", [5, 6, 7]).Data[0]).X);

    [Fact]
    public void Whole_numbers_serve_as_x_as_doubles_do()
    {
        int[] steps = [0, 2, 5];
        var figure = Figure.Of("t").Line("y", steps, [1, 2, 3]).Points("z", steps, [1, 2, 3]).Band("b", steps, [1, 2, 3], [4, 5, 6]);
        Assert.Equal([0.0, 2, 5], ((Scatter)figure.Data[0]).X);
        Assert.Equal([0.0, 2, 5], ((Scatter)figure.Data[1]).X);
        Assert.Equal([0.0, 2, 5], ((Band)figure.Data[2]).X);
        Assert.Equal([0.5, 1], ((Scatter)Figure.Of("t").Line("y", [0.5, 1], [1, 2]).Data[0]).X);
    }

    [Fact]
    public void Different_lengths_are_refused_by_name_and_number() =>
        Refusal.Is("'loss' needs one x for each point: got 3 x values and 2 y values.",
            () => Figure.Of("t").Line("loss", [1, 2, 3], [1, 2]));

    [Fact]
    public void Traces_take_the_colours_in_turn_and_then_another_pattern()
    {
        var lines = Enumerable.Range(0, 14).Aggregate(Figure.Of("t"), (figure, i) => figure.Line($"{i}", [1])).Data.Cast<Scatter>()
            .ToList();
        Assert.Equal([.. Palette.Colors, .. Palette.Colors, .. Palette.Colors.Take(2)], lines.Select(line => line.Color));
        Assert.Equal(14, lines.Select(line => (line.Color, line.Dash)).Distinct().Count());
    }

    [Fact]
    public void A_line_like_another_shares_its_colour_and_uses_up_none()
    {
        var figure = Figure.Of("t").Line("a", [1]).Line("a, bound", [2], dashed: true, like: "a").Line("b", [3]);
        Assert.Equal([Palette.Colors[0], Palette.Colors[0], Palette.Colors[1]], figure.Data.Select(trace => trace.Color));
    }

    [Fact]
    public void A_line_like_none_is_refused_and_the_traces_are_listed() =>
        Refusal.Is("'b' shall look like 'c', but the traces so far are: a.",
            () => Figure.Of("t").Line("a", [1]).Line("b", [1], like: "c"));

    [Fact]
    public void A_band_has_the_colour_of_the_line_that_follows()
    {
        var figure = Figure.Of("t").Band("95 %", [1], [0], [2]).Line("mean", [1]);
        Assert.Equal(figure.Data[1].Color, figure.Data[0].Color);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Gradient")]
    [InlineData("a b")]
    [InlineData("1st")]
    [InlineData("a\n")]
    [InlineData("\"><script>")]
    public void A_name_that_is_not_safe_everywhere_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => Figure.Of("t").Named(name));

    [Theory]
    [InlineData(false, 2.0, 1.0)]
    [InlineData(false, 1.0, 1.0)]
    [InlineData(true, 0.0, 1.0)]
    [InlineData(true, null, -1.0)]
    [InlineData(false, double.NaN, 1.0)]
    [InlineData(false, 0.0, double.PositiveInfinity)]
    public void A_range_that_cannot_be_shown_is_refused(bool log, double? from, double? to) =>
        Assert.Contains("'price'", Assert.Throws<ArgumentException>(() => Figure.Of("t").YAxis("price", log, from, to)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_size_without_room_for_labels_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Figure.Of("t").Size(239, 400));
        Assert.Throws<ArgumentOutOfRangeException>(() => Figure.Of("t").Size(640, 159));
    }
}
