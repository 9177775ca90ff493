using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Unrolled.Figures.Tests;

public sealed class ParallelTests
{
    private static readonly ParallelCoordinates Two = ParallelCoordinates.Of("t").Axis("λ", [0.1, 1, 10], log: true).Axis("cell", ["RNN", "GRU", "LSTM"])
        .Axis("loss", [3, 1, 2]);

    // The runs' lines in the order in which they are drawn.
    private static List<XElement> Lines(ParallelCoordinates runs) => [.. new SvgPage(runs.ToSvg()).Root.Elements()
        .Where(e => (string?)e.Attribute("fill") == "none" && ((string)e.Attribute("d")!).Contains('L', StringComparison.Ordinal))];

    [Fact]
    public void Every_run_is_a_line_with_a_corner_on_every_axis_where_its_scale_puts_it()
    {
        var frame = ParallelFrame.Planned(Two);
        var corners = SvgPage.Corners(Lines(Two).Single(line => (string?)line.Attribute("stroke") == frame.Colors!.Of(2))).ToList();
        Assert.Equal(frame.Axes.Length, corners.Count);
        Assert.All(frame.Axes.Zip(corners, [10, 3, 2]), item =>
        {
            Assert.Equal(item.First.X, item.Second.X, 0.01);
            Assert.Equal(item.First.Scale!.Pixel(item.Third), item.Second.Y, 0.01);
        });
    }

    [Fact]
    public void Runs_of_one_setting_are_spread_around_it_and_keep_clear_of_the_next()
    {
        var frame = ParallelFrame.Planned(PictureGallery.Parallel("sweep"));
        foreach (var place in frame.Axes.Take(4))
        {
            var heights = ParallelHeights.Of(place, frame, [.. Enumerable.Range(0, 48)]);
            Assert.Equal(48, heights.Distinct().Count());
            var groups = heights.Select((at, run) => (At: at, Value: place.Axis.Values[run])).GroupBy(run => run.Value).OrderByDescending(group => group.Key).ToList();
            Assert.All(groups, group => Assert.Equal(place.Scale!.Pixel(group.Key), group.Average(run => run.At), 1e-6));
            Assert.All(groups.Zip(groups.Skip(1)), pair => Assert.True(pair.First.Max(run => run.At) + 4 < pair.Second.Min(run => run.At)));
        }

        var loss = frame.Axes[4];
        Assert.Equal(loss.Axis.Values.Select(loss.Scale!.Pixel), ParallelHeights.Of(loss, frame, [.. Enumerable.Range(0, 48)]));
    }

    [Fact]
    public void The_few_values_of_a_setting_are_its_ticks()
    {
        var frame = ParallelFrame.Planned(PictureGallery.Parallel("sweep"));
        Assert.Equal(["16", "32"], frame.Axes[2].Ticks.All.Select(tick => tick.Label));
        Assert.Equal(["0.001", "0.01", "0.1", "1"], frame.Axes[0].Ticks.All.Select(tick => tick.Label));
        Assert.Equal(["1", "2", "3"], ParallelCoordinates.Of("").Axis("close", [1, 1.01, 3]).Axes[0].Ticks(144, 0).All.Select(tick => tick.Label));
    }

    [Fact]
    public void Forty_eight_runs_are_48_lines_and_a_small_file()
    {
        Assert.Equal(48, Lines(PictureGallery.Parallel("sweep")).Count);
        Assert.InRange(PictureGallery.Parallel("sweep").ToSvg().Length, 1, 25_000);
    }

    [Fact]
    public void The_lowest_is_darkest_and_lies_on_top()
    {
        var colors = Lines(Two).Select(line => Palette.Contrast((string)line.Attribute("stroke")!, Palette.Card)).ToList();
        Assert.Equal(colors.Order(), colors);
        Assert.True(colors[0] > 1.9 && colors[^1] > 15, string.Join(' ', colors));
    }

    [Fact]
    public void A_run_without_a_value_is_dashed_and_crosses_above_the_axis()
    {
        var runs = ParallelCoordinates.Of("t").Axis("λ", [1, 2]).Axis("loss", [double.NaN, 0.5]);
        var frame = ParallelFrame.Planned(runs);
        var line = Lines(runs)[0];
        Assert.NotNull(line.Attribute("stroke-dasharray"));
        Assert.Equal(frame.Above!.Value, SvgPage.Corners(line).Last().Y, 0.01);
        Assert.True(frame.Above < frame.Plot.Top);
        Assert.Contains("no value", new SvgPage(runs.ToSvg()).Texts.Select(text => text.Text));
        Assert.Null(ParallelFrame.Planned(Two).Above);
    }

    [Fact]
    public void Titles_stand_above_their_axes_and_names_beside_them()
    {
        var (page, frame) = (new SvgPage(PictureGallery.Parallel("sweep").ToSvg()), ParallelFrame.Planned(PictureGallery.Parallel("sweep")));
        var title = page.Texts.Single(text => text.Text == "initialisation").Box;
        Assert.Equal(frame.Axes[3].X, title.Middle.X, 0.02);
        Assert.True(title.Bottom <= frame.Plot.Top);
        var name = page.Texts.Single(text => text.Text == "orthogonal").Box;
        Assert.True(name.Right <= frame.Axes[3].X && name.Left > frame.Axes[2].X);
    }

    [Fact]
    public void The_alt_text_gives_the_axes_and_the_best_and_the_worst_run() => Assert.Equal(
        """
        t
        3 runs on 3 axes, coloured by loss
        λ (logarithmic): 0.1 to 10
        cell: RNN (1), GRU (1), LSTM (1)
        loss: 1 to 3
        lowest loss 1: λ 1, cell GRU
        highest loss 3: λ 0.1, cell RNN
        """,
        Two.ToString(), ignoreLineEndingDifferences: true);

    [Fact]
    public void Plotly_gets_one_dimension_for_each_axis_with_names_and_powers_as_ticks()
    {
        var trace = JsonNode.Parse(Two.ToPlotlyJson())!["data"]![0]!;
        Assert.Equal("parcoords", (string?)trace["type"]);
        var dimensions = trace["dimensions"]!.AsArray();
        Assert.Equal(["λ", "cell", "loss"], dimensions.Select(d => (string?)d!["label"]));
        Assert.Equal("[-1,0,1]", dimensions[0]!["values"]!.ToJsonString());
        Assert.Equal("""["RNN","GRU","LSTM"]""", dimensions[1]!["ticktext"]!.ToJsonString());
        Assert.Equal("[1,2,3]", dimensions[1]!["values"]!.ToJsonString());
        Assert.Equal("[3,1,2]", trace["line"]!["color"]!.ToJsonString());
    }

    [Fact]
    public void In_Plotly_a_run_without_a_value_stands_above_the_others_at_a_tick_that_says_so()
    {
        var loss = JsonNode.Parse(ParallelCoordinates.Of("t").Axis("loss", [double.NaN, 1, 2]).ToPlotlyJson())!["data"]![0]!["dimensions"]![0]!;
        Assert.Equal((double)loss["values"]![0]!, (double)loss["range"]![1]!);
        Assert.True((double)loss["values"]![0]! > 2);
        Assert.Equal("no value", (string?)loss["ticktext"]!.AsArray()[^1]);
    }

    [Fact]
    public void Bad_input_is_refused_by_name()
    {
        Refusal.Is("'loss' needs one value for each run: got 2, but 'λ' has 3.",
            () => ParallelCoordinates.Of("t").Axis("λ", [1, 2, 3]).Axis("loss", [1, 2]));
        Refusal.Is("There are two axes 'λ'.", () => Two.Axis("λ", [1, 2, 3]));
        Refusal.Is("Runs are coloured by an axis of numbers; 'cell' is none of: λ, loss.",
            () => Two.ColoredBy("cell"));
    }
}
