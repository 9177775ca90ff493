using System.Text.Json.Nodes;

namespace Unrolled.Figures.Tests;

public sealed class HeatmapTests
{
    private static ColorScale Scale(double[,] values, bool log = false) =>
        ColorScale.Of((Heatmap)Figure.Of("").Heatmap("z", values, log).Data[0])!;

    private static readonly double[,] Signed = { { -1, 0, 2 } };
    private static readonly double[,] Positive = { { 1, 10, 100 } };

    [Fact]
    public void Signed_values_are_coloured_around_zero()
    {
        var scale = Scale(Signed);
        Assert.Equal((-2, 2), (scale.Low, scale.High));
        Assert.True(Palette.Contrast(scale.Of(0), Palette.Card) < 1.1);
        Assert.NotEqual(scale.Of(-1), scale.Of(1));
    }

    [Fact]
    public void Positive_values_run_from_light_to_dark()
    {
        var scale = Scale(Positive);
        var contrasts = Enumerable.Range(0, 64).Select(i => Palette.Contrast(scale.At(i / 63.0), Palette.Card)).ToList();
        Assert.All(contrasts.Zip(contrasts.Skip(1)), pair => Assert.True(pair.First < pair.Second));
        Assert.InRange(contrasts[^1], 15, 21);
    }

    [Fact]
    public void Negative_values_are_darkest_where_they_are_largest_in_size()
    {
        var scale = Scale(new double[,] { { -3, -1 } });
        Assert.Equal((-3, -1), (scale.Low, scale.High));
        Assert.True(Palette.Contrast(scale.Of(-3), Palette.Card) > Palette.Contrast(scale.Of(-1), Palette.Card));
    }

    [Fact]
    public void On_a_logarithmic_scale_equal_ratios_are_equal_steps()
    {
        var scale = Scale(Positive, log: true);
        Assert.Equal(scale.At(32 / 63.0), scale.Of(10));
        Assert.Equal(ColorScale.Missing, scale.Of(0));
    }

    [Fact]
    public void A_missing_value_is_grey() => Assert.Equal(ColorScale.Missing, Scale(Signed).Of(double.NaN));

    [Fact]
    public void Each_cell_stands_at_its_row_and_column()
    {
        var figure = Figure.Of("").Heatmap("z", new double[,] { { 0, 1 }, { 2, 3 } });
        var (page, plot) = (new SvgPage(figure.ToSvg()), Frame.Planned(figure).Plot);
        var colors = ColorScale.Of((Heatmap)figure.Data[0])!;
        string First(double value) => (string)page.Paths(colors.Of(value)).First().Attribute("d")!;
        Assert.StartsWith($"M{SvgWriter.Number(plot.Left)} {SvgWriter.Number(plot.Top)}H", First(0), StringComparison.Ordinal);
        Assert.StartsWith($"M{SvgWriter.Number((plot.Left + plot.Right) / 2)} {SvgWriter.Number(plot.Top)}H", First(1),
            StringComparison.Ordinal);
        Assert.StartsWith($"M{SvgWriter.Number(plot.Left)} {SvgWriter.Number((plot.Top + plot.Bottom) / 2)}H", First(2),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_matrix_has_row_one_on_top_and_a_function_has_y_upwards()
    {
        Assert.True(Figure.Of("").Heatmap("z", Signed).Layout.YAxis.Reversed);
        Assert.False(Figure.Of("").Heatmap("z", [1, 2, 3], [1], Signed).Layout.YAxis.Reversed);
    }

    [Fact]
    public void Named_rows_and_columns_have_their_names_at_their_places()
    {
        var figure = Figure.Of("").Heatmap("z", Signed, rows: ["f_t"], columns: ["a", "b", "c"]).XAxis("x").YAxis("y");
        var (frame, texts) = (Frame.Planned(figure), new SvgPage(figure.ToSvg()).Texts);
        Assert.Equal(frame.X!.Pixel(2), texts.Single(text => text.Text == "b").Box.Middle.X, 0.02);
        Assert.InRange(frame.Y!.Pixel(1) - texts.Single(text => text.Text == "ft").Box.Middle.Y, -2, 2);
        var axis = JsonNode.Parse(figure.ToPlotlyJson())!["layout"]!["yaxis"]!;
        Assert.Equal("f<sub>t</sub>", (string?)axis["ticktext"]![0]);
        Refusal.Is("'z' needs one name for each row: got 2 for 1.",
            () => Figure.Of("").Heatmap("z", Signed, rows: ["a", "b"]));
    }

    [Fact]
    public void Describing_the_axis_keeps_the_rows_downwards() =>
        Assert.True(Figure.Of("").Heatmap("z", Signed).YAxis("row").Layout.YAxis.Reversed);

    [Fact]
    public void The_colour_bar_names_the_colours_and_stays_right_of_the_plot()
    {
        var figure = Gallery.Of("error surface");
        var bar = new SvgPage(figure.ToSvg()).Texts.Single(text => text.Text == "error E").Box;
        Assert.True(bar.Left > Frame.Planned(figure).Plot.Right);
    }

    [Fact]
    public void Many_cells_of_few_colours_stay_small() => Assert.InRange(Gallery.Of("error surface").ToSvg().Length, 1, 45_000);

    [Fact]
    public void The_alt_text_says_where_the_extremes_are() =>
        Assert.Contains("z: 1 row by 3 columns, lowest -1 at (1, 1), highest 2 at (3, 1)", Figure.Of("").Heatmap("z", Signed).ToString(),
            StringComparison.Ordinal);

    [Fact]
    public void Coordinates_that_do_not_fit_are_refused()
    {
        Refusal.Is("'z' has 1 rows and 3 columns, but 1 y and 2 x values.",
            () => Figure.Of("").Heatmap("z", [1, 2], [1], Signed));
        Refusal.Is("The x and the y values of 'z' must ascend.",
            () => Figure.Of("").Heatmap("z", [1, 3, 2], [1], Signed));
    }

    [Fact]
    public void Plotly_gets_rows_colours_and_exponents_of_a_logarithmic_scale()
    {
        var trace = JsonNode.Parse(Figure.Of("").Heatmap("z", Positive, log: true).ToPlotlyJson())!["data"]![0]!;
        Assert.Equal("[[0,1,2]]", trace["z"]!.ToJsonString());
        Assert.Equal((0, 2), ((double)trace["zmin"]!, (double)trace["zmax"]!));
        Assert.Equal("heatmap", (string?)trace["type"]);
    }
}
