using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Unrolled.Figures.Tests;

public sealed class SurfaceTests
{
    private static readonly double[] Places = [0, 10, 20, 30, 40, 50];

    private static Gen<double[][]> Fields(bool holes) =>
        Gen.Choose(holes ? -1 : 0, 9).Select(z => z < 0 ? double.NaN : z / 9.0).ListOf(36).Select(all => all.Chunk(6).Select(row => row.ToArray()).ToArray());

    private static Gen<double> LevelValues => Gen.Choose(1, 89).Select(level => level / 90.0 + 0.001);

    [Fact]
    public void A_region_holds_the_nodes_that_reach_its_level_and_no_others() =>
        Prop.ForAll(Fields(holes: false).ToArbitrary(), LevelValues.ToArbitrary(), (field, level) =>
        {
            var outlines = new Contours(Places, Places, field).Around(level).ToList();
            // Nodes on the border of the grid are moved a little inwards, where every side of them is inside the grid.
            return Enumerable.Range(0, 36).All(n =>
            {
                var (i, j) = (n / 6, n % 6);
                var p = new Pixel(Math.Clamp(Places[j], 1e-6, 50 - 1e-6), Math.Clamp(Places[i], 1e-6, 50 - 1e-6));
                return Inside(outlines, new(p.X + 1e-7, p.Y + 2e-7)) == field[i][j] >= level;
            });
        }).Hold();

    [Fact]
    public void Every_corner_of_a_region_lies_on_an_edge_of_the_grid_and_inside_it() =>
        Prop.ForAll(Fields(holes: true).ToArbitrary(), LevelValues.ToArbitrary(), (field, level) =>
            new Contours(Places, Places, field).Around(level).SelectMany(outline => outline).All(p =>
                new Box(0, 0, 50, 50).Contains(p) && (Math.Abs(Math.IEEERemainder(p.X, 10)) < 1e-9 || Math.Abs(Math.IEEERemainder(p.Y, 10)) < 1e-9)))
            .Hold();

    [Fact]
    public void A_plane_has_straight_contours_where_it_reaches_the_level()
    {
        double[][] plane = [.. Places.Select(_ => Places.Select(x => x / 50).ToArray())];
        var outline = Thinning.Outline(Assert.Single(new Contours(Places, Places, plane).Around(0.33)), 0.01);
        Assert.Equal([16.5, 16.5, 50, 50], outline.Select(p => Math.Round(p.X, 9)).Order());
    }

    [Fact]
    public void A_simpler_outline_stays_near_the_old_one() =>
        Prop.ForAll((from x in Gen.Choose(0, 500) from y in Gen.Choose(0, 500) select new Pixel(x / 10.0, y / 10.0)).ListOf(20).ToArbitrary(), outline =>
        {
            Pixel[] simple = [.. Thinning.Outline([.. outline], 3)];
            return simple.All(outline.Contains) && outline.All(p => simple.Length < 3 || Edges(simple).Min(edge => Distance(p, edge.A, edge.B)) <= 3 + 1e-9);
        }).Hold();

    [Fact]
    public void The_wall_is_small_and_drawn_fine()
    {
        var svg = Gallery.Of("surface with a wall").ToSvg();
        Assert.InRange(svg.Length, 1, 15_000);
        Assert.InRange(Gallery.Of("surface, log").ToSvg().Length, 1, 15_000);
    }

    [Fact]
    public void The_areas_have_the_colours_of_the_bar_whose_labels_are_the_levels()
    {
        var page = new SvgPage(Gallery.Of("surface with a wall").ToSvg());
        var areas = page.Root.Elements().Where(e => e.Attribute("fill-rule") is not null).Select(e => (string)e.Attribute("fill")!).ToList();
        var bar = page.Root.Elements().Where(e => e.Name.LocalName == "rect" && (string?)e.Attribute("width") == "14").Select(e => (string)e.Attribute("fill")!);
        Assert.Equal(areas.Skip(1), bar);
        Assert.Equal(["0.05", "0.10", "0.40"], new[] { "0.05", "0.10", "0.40" }.Intersect(page.Texts.Select(text => text.Text)));
    }

    [Fact]
    public void What_has_no_value_is_grey_and_what_lies_outside_the_axes_is_cut()
    {
        Assert.NotEmpty(new SvgPage(Gallery.Of("surface with holes").ToSvg()).Paths(ColorScale.Missing));
        var figure = Gallery.Of("surface cut by the axes");
        var corners = new SvgPage(figure.ToSvg()).Root.Elements().Where(e => e.Attribute("fill-rule") is not null).SelectMany(SvgPage.Corners).ToList();
        Assert.NotEmpty(corners);
        Assert.All(corners, corner => Assert.True(Frame.Planned(figure).Plot.Grown(0.06).Contains(corner), $"{corner}"));
    }

    [Fact]
    public void A_line_upon_a_surface_has_a_white_edge()
    {
        var paths = new SvgPage(Gallery.Of("surface with a wall").ToSvg()).Root.Elements().Where(e => e.Attribute("stroke") is not null).ToList();
        var line = paths.FindLastIndex(path => (string?)path.Attribute("stroke") == ((Scatter)Gallery.Of("surface with a wall").Data[2]).Color);
        Assert.Equal((Palette.Card, (string)paths[line].Attribute("d")!), ((string)paths[line - 1].Attribute("stroke")!, (string)paths[line - 1].Attribute("d")!));
    }

    [Fact]
    public void The_alt_text_says_where_the_extremes_are() =>
        Assert.Contains("E: 2 rows by 3 columns, lowest -1 at (1, 5), highest 4 at (3, 6)",
            Figure.Of("").Surface("E", [1, 2, 3], [5, 6], new double[,] { { -1, 0, 2 }, { 3, 3, 4 } }).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Alone_it_is_a_relief_in_Plotly_and_under_a_path_it_has_contours()
    {
        var relief = JsonNode.Parse(Gallery.Of("surface, log").ToPlotlyJson())!;
        Assert.Equal("surface", (string?)relief["data"]![0]!["type"]);
        Assert.Equal(("w", "log"), ((string?)relief["layout"]!["scene"]!["xaxis"]!["title"]!["text"], (string?)relief["layout"]!["scene"]!["zaxis"]!["type"]));
        Assert.Null(relief["layout"]!["xaxis"]);

        var contour = JsonNode.Parse(Gallery.Of("surface with a wall").ToPlotlyJson())!["data"]![0]!;
        Assert.Equal("contour", (string?)contour["type"]);
        Assert.Equal((0.05, 0.4), ((double)contour["contours"]!["start"]!, Math.Round((double)contour["contours"]!["end"]!, 9)));
        Assert.Equal(0.05, (double)contour["contours"]!["size"]!, 1e-12);
    }

    [Fact]
    public void A_grid_that_is_no_area_is_refused() =>
        Refusal.Is("The surface 'E' needs at least two x and two y values, got 1 and 2.",
            () => Figure.Of("").Surface("E", [1], [1, 2], new double[,] { { 1 }, { 2 } }));

    // The even-odd rule: how often a ray to the right crosses the outlines.
    private static bool Inside(List<List<Pixel>> outlines, Pixel p) =>
        outlines.SelectMany(Edges).Count(edge => edge.A.Y > p.Y != edge.B.Y > p.Y
            && p.X < edge.A.X + (p.Y - edge.A.Y) / (edge.B.Y - edge.A.Y) * (edge.B.X - edge.A.X)) % 2 == 1;

    private static IEnumerable<(Pixel A, Pixel B)> Edges(IReadOnlyList<Pixel> outline) =>
        outline.Select((p, i) => (p, outline[(i + 1) % outline.Count]));

    private static double Distance(Pixel p, Pixel a, Pixel b)
    {
        var square = a.To(b) * a.To(b);
        var share = square == 0 ? 0 : Math.Clamp(((p.X - a.X) * (b.X - a.X) + (p.Y - a.Y) * (b.Y - a.Y)) / square, 0, 1);
        return p.To(a.Toward(b, share));
    }
}
