namespace Unrolled.Figures.Tests;

public sealed class LabelTests
{
    private static string Marked(string label) => string.Concat(RichText.Parse(label).Runs.Select(run => run.Level switch
    {
        RichText.Level.Sub => $"[sub {run.Text}]",
        RichText.Level.Super => $"[sup {run.Text}]",
        _ => run.Text,
    }));

    [Theory]
    [InlineData("W_hh", "W[sub hh]")]
    [InlineData("h_{t-1} and h_t", "h[sub t−1] and h[sub t]")]
    [InlineData("‖∂h_t/∂h_{t-k}‖", "‖∂h[sub t]/∂h[sub t−k]‖")]
    [InlineData("σ_1", "σ[sub 1]")]
    [InlineData("10^{-3}", "10[sup −3]")]
    [InlineData("‖W^k‖", "‖W[sup k]‖")]
    [InlineData("‖g‖_2", "‖g‖[sub 2]")]
    [InlineData("h̃_t", "h̃[sub t]")]
    [InlineData("train_loss", "train_loss")]
    [InlineData("a_ b ^ c _", "a_ b ^ c _")]
    [InlineData("", "")]
    public void Subscripts_and_superscripts_are_read_as_the_chapters_write_them(string label, string marked) =>
        Assert.Equal(marked, Marked(label));

    // The wider of DejaVu Sans and Liberation Sans at 1000 px, regular and bold, as Chromium measured them.
    [Theory]
    [InlineData("Gradient norm before and after clipping", 19942, 22620)]
    [InlineData("price (scaled to [0, 1])", 11126, 12580)]
    [InlineData("‖∂h_t/∂h_k‖ = ρ σ λ φ δ τ", 12407, 13530)]
    [InlineData("The quick brown fox jumps over the lazy dog", 22492, 25341)]
    [InlineData("0123456789 −0.5×10", 11219, 12145)]
    [InlineData("Élan, Übergröße, đồ thị mất mát theo kỳ", 20206, 22799)]
    [InlineData("∑ √ ≤ ≥ ± ∞ → ⊙ ∂ ∈ ℓ", 11313, 11801)]
    [InlineData("training loss, test loss, noise floor", 16807, 19265)]
    [InlineData("WWWWW mmmmm @@@@@", 15450, 16421)]
    [InlineData("αβγδεζηθλμνξπρστφχψω", 12382, 13972)]
    [InlineData("ΓΔΘΛΞΠΣΦΨΩ", 7066, 7737)]
    [InlineData("ąćęłńóśźżşğıöü", 7558, 8528)]
    public void An_estimated_width_is_no_smaller_than_the_real_one_and_not_much_larger(string text, double regular, double bold)
    {
        Assert.InRange(TextMetrics.Width(text, 1000), regular, 1.45 * regular);
        Assert.InRange(TextMetrics.Width(text, 1000, bold: true), bold, 1.45 * bold);
    }

    [Fact]
    public void Combining_characters_take_no_room() => Assert.Equal(TextMetrics.Width("h", 12), TextMetrics.Width("h\u0303", 12));

    [Fact]
    public void Lines_break_between_words_and_none_is_lost()
    {
        var lines = Wrap.Lines("one two three four five six seven", 60, 12);
        Assert.Equal("one two three four five six seven", string.Join(' ', lines));
        Assert.All(lines, line => Assert.True(TextMetrics.Width(line, 12) <= 60));
    }

    [Fact]
    public void An_endless_word_breaks_inside_but_never_inside_a_character()
    {
        var lines = Wrap.Lines(string.Concat(Enumerable.Repeat("😀", 20)), 60, 12);
        Assert.True(lines.Length > 1);
        Assert.DoesNotContain(lines, line => char.IsLowSurrogate(line[0]));
    }

    [Theory]
    [InlineData(0.25, 4, "0.25")]
    [InlineData(-12.0, 4, "-12")]
    [InlineData(1.5e-7, 4, "1.5e-7")]
    [InlineData(123456.0, 4, "123500")]
    [InlineData(9.9996e5, 4, "1e6")]
    [InlineData(0.0, 4, "0")]
    [InlineData(double.NaN, 4, "NaN")]
    [InlineData(double.NegativeInfinity, 4, "-∞")]
    [InlineData(double.MaxValue, 4, "1.798e308")]
    [InlineData(double.Epsilon, 4, "4.941e-324")]
    public void A_number_is_written_with_its_significant_digits(double value, int digits, string text) =>
        Assert.Equal(text, NumberText.Of(value, digits));
}
