namespace Unrolled.Figures.Tests;

public sealed class DiagramGeometryTests
{
    private static DiagramPage Page(string name) => new(DiagramGallery.Of(name).ToSvg());

    [Theory, MemberData(nameof(DiagramGallery.Names), MemberType = typeof(DiagramGallery))]
    public void No_text_overlaps_another_or_leaves_the_canvas(string name) => Assert.Empty(Page(name).Text.Unreadable());

    [Theory, MemberData(nameof(DiagramGallery.Names), MemberType = typeof(DiagramGallery))]
    public void No_line_runs_through_a_text(string name)
    {
        var page = Page(name);
        Assert.Empty(from text in page.Text.Texts
                     from line in page.Lines.Concat(page.Heads)
                     where line.Points.Zip(line.Points.Skip(1)).Any(piece => Clip.Segment(piece.First, piece.Second, text.Box) is not null)
                     select $"'{text.Text}' {text.Box} and {line.Points[0]} to {line.Points[^1]}");
    }

    [Theory, MemberData(nameof(DiagramGallery.Names), MemberType = typeof(DiagramGallery))]
    public void A_text_stands_inside_one_node_or_outside_all(string name)
    {
        var page = Page(name);
        Assert.Empty(from text in page.Text.Texts
                     from node in page.Nodes
                     where node.Box.Overlaps(text.Box) && !node.Box.Contains(text.Box)
                     select $"'{text.Text}' {text.Box} and {node.Box}");
        Assert.Empty(from text in page.Text.Texts
                     from frame in page.Frames
                     where frame.Overlaps(text.Box) && !frame.Contains(text.Box)
                     select $"'{text.Text}' {text.Box} and {frame}");
    }

    [Theory, MemberData(nameof(DiagramGallery.Names), MemberType = typeof(DiagramGallery))]
    public void Nodes_stand_apart(string name)
    {
        var nodes = Page(name).Nodes;
        Assert.Empty(from i in Enumerable.Range(0, nodes.Count)
                     from j in Enumerable.Range(0, i)
                     where nodes[i].Box.Overlaps(nodes[j].Box)
                     select (nodes[i], nodes[j]));
    }

    [Theory, MemberData(nameof(DiagramGallery.Names), MemberType = typeof(DiagramGallery))]
    public void No_node_and_no_line_leaves_the_canvas(string name)
    {
        var page = Page(name);
        var canvas = page.Text.Canvas;
        Assert.All(page.Nodes.Select(node => node.Box).Concat(page.Frames), box => Assert.True(canvas.Contains(box.Grown(1)), $"{box}"));
        Assert.All(page.Lines.Concat(page.Heads).SelectMany(line => line.Points), point => Assert.True(canvas.Contains(point), $"{point}"));
    }

    [Theory, MemberData(nameof(DiagramGallery.Names), MemberType = typeof(DiagramGallery))]
    public void Arrows_start_and_end_on_the_borders_of_nodes(string name)
    {
        var page = Page(name);
        Assert.All(page.Heads, head => Assert.InRange(page.OffBorder(head.Points[0]), 0, 0.02));
        var bars = DiagramGallery.Of(name).Edges.Count(edge => edge.IsCut);
        Assert.Equal(bars, page.Lines.Count(line => page.OffBorder(line.Points[0]) > 0.02));
    }

    [Theory, MemberData(nameof(DiagramGallery.Names), MemberType = typeof(DiagramGallery))]
    public void No_line_runs_through_a_node(string name)
    {
        var page = Page(name);
        Assert.Empty(from line in page.Lines
                     from piece in line.Points.Zip(line.Points.Skip(1))
                     from share in Enumerable.Range(0, 21)
                     let point = DiagramPage.Between(piece.First, piece.Second, share / 20.0)
                     from node in page.Nodes
                     where DiagramPage.Outside(node, point) < -0.02
                     select $"{point} in {node}");
    }

    [Theory, MemberData(nameof(DiagramGallery.Names), MemberType = typeof(DiagramGallery))]
    public void No_two_lines_cross(string name)
    {
        var lines = Page(name).Lines;
        Assert.Empty(from i in Enumerable.Range(0, lines.Count)
                     from j in Enumerable.Range(0, i)
                     from p in lines[i].Points.Zip(lines[i].Points.Skip(1))
                     from q in lines[j].Points.Zip(lines[j].Points.Skip(1))
                     where Side(p, q.First) * Side(p, q.Second) < 0 && Side(q, p.First) * Side(q, p.Second) < 0
                     select $"{p} and {q}");

        static double Side((Pixel First, Pixel Second) line, Pixel p) =>
            (line.Second.X - line.First.X) * (p.Y - line.First.Y) - (line.Second.Y - line.First.Y) * (p.X - line.First.X);
    }

    [Theory, MemberData(nameof(DiagramGallery.Names), MemberType = typeof(DiagramGallery))]
    public void Every_arrow_has_a_head_in_its_colour(string name)
    {
        var (page, diagram) = (Page(name), DiagramGallery.Of(name));
        var branches = diagram.Nodes.Where(node => node.Kind == NodeKind.Junction).Select(node => node.Id).ToHashSet();
        var arrows = diagram.Edges.Where(edge => !edge.IsCut && !branches.Contains(edge.To));
        Assert.Equal(arrows.Select(edge => DiagramColors.Line(edge.Emphasis)).Order(), page.Heads.Select(head => head.Color).Order());
    }

    [Theory, MemberData(nameof(DiagramGallery.Names), MemberType = typeof(DiagramGallery))]
    public void It_fits_beside_the_prose_of_a_notebook(string name) =>
        Assert.InRange(Page(name).Text.Canvas.Width, 300, name.Contains("6 steps", StringComparison.Ordinal) ? 1100 : 800);
}
