namespace Unrolled.Figures.Tests;

public sealed class ResultTests
{
    [Fact]
    public void A_result_is_written_in_its_format()
    {
        var result = new Result("demo.test_rmse", 2.0345, "0.00");
        Assert.Equal("demo.test_rmse = 2.03", result.ToString());
        Assert.Equal("""{"name":"demo.test_rmse","value":2.0345,"text":"2.03"}""", result.ToJson());
    }

    [Fact]
    public void Without_a_format_it_has_four_significant_digits() => Assert.Equal("0.03333", new Result("a", 1 / 30.0).Text);

    [Fact]
    public void What_rounds_to_zero_has_no_sign() => Assert.Equal("0.00", new Result("a", -1e-9, "0.00").Text);

    [Fact]
    public void What_JSON_cannot_hold_is_null_beside_its_text() =>
        Assert.Equal("""{"name":"a","value":null,"text":"NaN"}""", new Result("a", double.NaN, "0.0").ToJson());

    [Fact]
    public void A_bad_name_or_format_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new Result("Test RMSE", 1));
        Assert.Throws<FormatException>(() => new Result("rmse", 1, "Z9"));
    }
}
