namespace Unrolled.Figures.Tests;

public sealed class GeometryTests
{
    [Theory, MemberData(nameof(Gallery.Names), MemberType = typeof(Gallery))]
    public void No_text_overlaps_another_or_leaves_the_canvas(string name) => Assert.Empty(new SvgPage(Gallery.Of(name).ToSvg()).Unreadable());

    [Theory, MemberData(nameof(Gallery.Names), MemberType = typeof(Gallery))]
    public void No_label_outside_the_plot_covers_it(string name)
    {
        var figure = Gallery.Of(name);
        var frame = Frame.Planned(figure);
        var labels = frame.Legend.Items.SelectMany(item => item.Lines).Concat(frame.Labels.Side.Select(label => label.Text))
            .Concat(frame.Title)
            .Select(label => string.Concat(RichText.Parse(label).Runs.Select(run => run.Text))).ToHashSet();
        var inside = new SvgPage(figure.ToSvg()).Texts.Where(text => labels.Contains(text.Text) && text.Box.Overlaps(frame.Plot));
        Assert.Empty(inside);
    }

    [Theory, MemberData(nameof(Gallery.Names), MemberType = typeof(Gallery))]
    public void Data_stay_inside_the_plot(string name)
    {
        var figure = Gallery.Of(name);
        var plot = Frame.Planned(figure).Plot.Grown(0.01);
        var page = new SvgPage(figure.ToSvg());
        var lines = figure.Data.OfType<Scatter>().Where(s => s.Mode == Mode.Lines).SelectMany(s => page.Paths(s.Color))
            .Where(path => ((string?)path.Attribute("d"))!.Contains('L', StringComparison.Ordinal));
        Assert.All(lines.SelectMany(SvgPage.Corners), corner => Assert.True(plot.Contains(corner), $"{corner} leaves {plot}"));
    }

    [Theory, MemberData(nameof(Gallery.Names), MemberType = typeof(Gallery))]
    public void The_plot_keeps_half_of_the_height_asked_for(string name)
    {
        var figure = Gallery.Of(name);
        Assert.InRange(Frame.Planned(figure).Plot.Height, 0.5 * figure.Layout.Height, figure.Layout.Height);
    }

    [Fact]
    public void Few_names_stand_at_the_ends_of_their_lines()
    {
        var frame = Frame.Planned(Gallery.Of("one window"));
        Assert.Empty(frame.Legend.Items);
        Assert.Equal(["scaled price", "prediction"], frame.Labels.Side.Select(label => label.Text));
    }

    [Fact]
    public void With_a_legend_the_plot_keeps_its_place_whatever_the_data()
    {
        var frames = new[] { 3, 5, 20 }.Select(t => Figure.Of("up to t").Line("h_t", Gallery.Steps(t)).XAxis("t", from: 1, to: 20)
            .YAxis("h", from: 0, to: 20).WithLegend());
        Assert.Single(frames.Select(figure => Frame.Planned(figure).Plot).Distinct());
    }

    [Theory, InlineData("twenty series"), InlineData("seven lines apart"), InlineData("lines that end together"), InlineData("scatter"),
        InlineData("gaps"), InlineData("long labels"), InlineData("forecast with band")]
    public void Names_that_cannot_stand_at_a_line_form_a_legend(string name) =>
        Assert.Equal(Gallery.Of(name).Data.Length, Frame.Planned(Gallery.Of(name))
            .Legend.Items.Count(item => !item.Entry.Text.StartsWith("a threshold", StringComparison.Ordinal)));
}
