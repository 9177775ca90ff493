using System.Xml.Linq;

namespace Unrolled.Figures.Tests;

public sealed class TableTests
{
    private static readonly Table Parameters = Table.Of("Parameters", "name", "shape", "numbers").Row("W_hx", "16 × 1", 16)
        .Row("W_hh", "16 × 16", 256).Row("mean", "", -0.03125);

    private static XElement Html(Table table) => XElement.Parse(table.ToHtml());

    [Fact]
    public void As_text_words_stand_left_and_numbers_right() => Assert.Equal(
        """
        Parameters
        name  shape     numbers
        W_hx  16 × 1         16
        W_hh  16 × 16       256
        mean           -0.03125
        """, Parameters.ToString(), ignoreLineEndingDifferences: true);

    [Fact]
    public void As_HTML_it_has_a_caption_and_scoped_headers()
    {
        var html = Html(Parameters.Named("parameters"));
        Assert.Equal(("table", "parameters"), (html.Name.LocalName, (string?)html.Attribute("data-name")));
        Assert.Equal("Parameters", html.Element("caption")!.Value);
        Assert.Equal(["name", "shape", "numbers"], html.Element("thead")!.Descendants("th").Select(th => th.Value));
        Assert.All(html.Element("tbody")!.Elements("tr"), row => Assert.Equal("row", (string?)row.Elements().First().Attribute("scope")));
        Assert.Contains("<sub>hh</sub>", Parameters.ToHtml(), StringComparison.Ordinal);
        Assert.Contains("−0.03125", html.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_text_is_escaped()
    {
        var html = Html(Table.Of("<script>", "a & b").Row("</td> \u0001 😀"));
        Assert.Equal("<script>", html.Element("caption")!.Value);
        Assert.Equal("</td> \uFFFD 😀", html.Descendants("th").Last().Value);
    }

    [Fact]
    public void A_matrix_has_captions_its_shape_and_common_decimals() => Assert.Equal(
        """
        W_hh (2 × 2)
                1       2
        h_1  0.50  -12.25
        h_2  0.00    3.00
        """, Table.Matrix("W_hh", new[,] { { 0.5, -12.25 }, { -0.0001, 3 } }, rows: ["h_1", "h_2"]).ToString(), ignoreLineEndingDifferences: true);

    [Fact]
    public void A_matrix_of_tiny_numbers_keeps_their_digits() =>
        Assert.Contains("1.5e-7", Table.Matrix("g", new[,] { { 1.5e-7 } }).ToString(), StringComparison.Ordinal);

    [Fact]
    public void NaN_and_infinity_are_shown() =>
        Assert.Contains("NaN  -∞", Table.Matrix("g", new[,] { { double.NaN, double.NegativeInfinity } }).ToString(),
            StringComparison.Ordinal);

    [Fact]
    public void A_large_matrix_leaves_out_its_middle_and_says_how_large_it_is()
    {
        var table = Table.Matrix("W", new double[200, 300]);
        Assert.Equal(("W (200 × 300)", 20, 13), (table.Title, table.Cells.Length, table.Columns.Length));
        Assert.Equal(["199", "200"], table.Cells.TakeLast(2).Select(row => row[0].Text));
        Assert.Equal(["…", "299", "300"], table.Columns.TakeLast(3));
    }

    [Fact]
    public void Captions_that_do_not_fit_the_matrix_are_refused() =>
        Refusal.Is("The matrix 'W' needs 2 row captions, got 1.",
            () => Table.Matrix("W", new double[2, 2], rows: ["a"]));

    [Fact]
    public void A_row_of_another_length_is_refused() =>
        Assert.StartsWith("A row of 'Parameters' needs 3 cells (name, shape, numbers), got 2.",
            Assert.Throws<ArgumentException>(() => Parameters.Row("a", 1)).Message, StringComparison.Ordinal);

    [Fact]
    public void Each_item_gives_a_row_in_its_order_and_the_table_before_stays_as_it_was()
    {
        var empty = Table.Of("Powers", "k", "2^k", "even");
        var table = empty.Rows([3, 1], k => [k, Math.Pow(2, k), k % 2 == 0 ? "yes" : "no"]);
        Assert.Empty(empty.Cells);
        Assert.Equal(empty.Row(3, 8.0, "no").Row(1, 2.0, "no").ToString(), table.ToString());
    }

    [Fact]
    public void Pairs_and_triples_come_apart_and_cells_may_be_spread()
    {
        var pairs = Table.Of("v", "", "1", "2").Rows([("a", [1, 2]), ("b", [3, 4])], (string name, double[] v) => [name, .. v]);
        Assert.Equal(Table.Of("v", "", "1", "2").Row("a", 1.0, 2.0).Row("b", 3.0, 4.0).ToString(), pairs.ToString());
        var triples = Table.Of("v", "", "1", "2").Rows([("a", 1, 2.5)], (name, first, second) => [name, first, second]);
        Assert.Equal(Table.Of("v", "", "1", "2").Row("a", 1, 2.5).ToString(), triples.ToString());
    }

    [Fact]
    public void Items_that_give_a_row_of_another_length_are_refused() =>
        Assert.StartsWith("A row of 'Parameters' needs 3 cells (name, shape, numbers), got 1.",
            Assert.Throws<ArgumentException>(() => Parameters.Rows([1, 2], item => [item])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_table_without_rows_says_so()
    {
        Assert.EndsWith("no rows", Table.Of("t", "a").ToString(), StringComparison.Ordinal);
        Assert.Contains("no rows", Html(Table.Of("t", "a")).Value, StringComparison.Ordinal);
        Assert.Contains("no rows", Html(Table.Matrix("t", new double[0, 3])).Value, StringComparison.Ordinal);
    }
}
