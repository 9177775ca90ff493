using System.Globalization;

namespace Unrolled.Notebooks.Tests.Comparison;

public class TextComparisonTests
{
    private const string Plain = "text/plain";

    [Theory]
    [InlineData("", "")]
    [InlineData("loss 0.1234 after 20 steps", "loss 0.1234 after 20 steps")]
    [InlineData("a\r\nb\n", "a\nb\n")]
    [InlineData("0.1234", "0.1235")]
    [InlineData("-0.1234", "-0.1233")]
    [InlineData("(−0.5)", "(-0.5)")]
    [InlineData("0.5", "0.500001")]
    [InlineData("0.5", "0.50")]
    [InlineData("1", "0.999999")]
    [InlineData("9.99999", "10")]
    [InlineData("1e-07", "1.1E-7")]
    [InlineData("1e-05", "9.99999e-06")]
    [InlineData("0.00001", "1e-05")]
    [InlineData("123457", "1.23457e+05")]
    [InlineData("NaN, ∞, -∞", "NaN, ∞, -∞")]
    [InlineData("12.34ms", "12.35ms")]
    [InlineData("id 3f2504e0-4f89-41d3-9a0c-0305e82c3301", "id 9b2d1c7a-0000-4bcd-8ef0-123456789ABC")]
    [InlineData("1e99999", "1e99999")]
    public void Texts_that_are_equal(string committed, string fresh) => Compared.AssertEqual(Plain, committed, fresh);

    [Theory]
    [InlineData("a", "b")]
    [InlineData("a", "a ")]
    [InlineData("a\nb", "a b")]
    [InlineData("a\u2028b", "a\nb")]
    [InlineData("0.1234", "0.1236")]
    [InlineData("0.8123", "0.9")]
    [InlineData("98.2345", "99")]
    [InlineData("0.5", "0.500002")]
    [InlineData("0.25", "-0.25")]
    [InlineData("1e-07", "1e-06")]
    [InlineData("1.5e-07", "1.5e-08")]
    [InlineData("20", "21")]
    [InlineData("100000000000000000001", "100000000000000000002")]
    [InlineData("NaN", "0.5")]
    [InlineData("∞", "-∞")]
    [InlineData("h1", "h2")]
    [InlineData("W2.5", "W2.6")]
    [InlineData("W_1", "W_2")]
    [InlineData("version 1.2.3", "version 1.3.3")]
    [InlineData("#1e5", "#2e5")]
    [InlineData("1e5a", "2e5a")]
    [InlineData("1e99999", "2e99999")]
    [InlineData("2020-01-02", "2020-01-03")]
    [InlineData("1, 2", "1, 2, 3")]
    [InlineData("id 3f2504e0-4f89-41d3-9a0c-0305e82c3301", "id GUI")]
    public void Texts_that_differ(string committed, string fresh) =>
        Assert.Equal(DifferenceKind.Text, Compared.AssertDifferent(Plain, committed, fresh).Kind);

    [Theory]
    [InlineData("text/plain")]
    [InlineData("text/html")]
    [InlineData("text/latex")]
    [InlineData("text/markdown")]
    public void The_rule_holds_for_every_text_type(string mime)
    {
        Compared.AssertEqual(mime, "<td>0.1234</td>", "<td>0.1235</td>");
        Compared.AssertDifferent(mime, "<td>0.1234</td>", "<td>0.1334</td>");
    }

    [Fact]
    public void A_number_that_moves_by_two_last_places_is_always_found_and_by_one_never()
    {
        var random = new Random(7);
        for (var i = 0; i < 500; i++)
        {
            var digits = random.Next(1, 7);
            var units = random.Next(-100_000, 100_000);
            string Print(int n) => (n / Math.Pow(10, digits)).ToString($"F{digits}", CultureInfo.InvariantCulture);
            Compared.AssertEqual(Plain, $"x = {Print(units)};", $"x = {Print(units + 1)};");
            Compared.AssertDifferent(Plain, $"x = {Print(units)};", $"x = {Print(units + 2)};");
        }
    }

    [Theory]
    [InlineData("vi-VN")]
    [InlineData("de-DE")]
    public void The_readers_culture_does_not_matter(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Compared.AssertEqual(Plain, "-1.2345e-05 and 0.5", "-1.2346e-05 and 0.500001");
            Compared.AssertDifferent(Plain, "1.234", "12.34");
            Assert.Equal("application/json: $.x[1]: expected “2.5”, got “3.5”", Compared.AssertDifferent("application/json", """{"x":[1,2.5]}""", """{"x":[1,3.5]}""").Message);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_message_shows_both_sides_around_the_first_difference_on_one_line()
    {
        var committed = $"{new string('a', 50)}\nloss 0.1234 \u001b[31mend{new string('b', 50)}";
        var difference = Compared.AssertDifferent(Plain, committed, committed.Replace("0.1234", "0.2234", StringComparison.Ordinal));
        Assert.Equal(
            "cell 1 (c), output 1: text/plain: expected “…aaaaaaaaaaaaaaaaaa↵loss 0.1234 ·[31mendbbbbbbbbb…”, got “…aaaaaaaaaaaaaaaaaa↵loss 0.2234 ·[31mendbbbbbbbbb…”",
            difference.ToString());
    }
}
