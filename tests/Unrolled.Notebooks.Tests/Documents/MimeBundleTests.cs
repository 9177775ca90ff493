namespace Unrolled.Notebooks.Tests.Documents;

public class MimeBundleTests
{
    [Fact]
    public void Types_are_ordered_by_code_point() =>
        Assert.Equal(
            ["a/Z", "a/a", "a/\uff37", "a/𝑊"],
            new MimeBundle([new("a/𝑊", ""), new("a/\uff37", ""), new("a/a", ""), new("a/Z", "")]).Keys);

    [Theory]
    [InlineData("application/json", true)]
    [InlineData("application/vnd.plotly.v1+json", true)]
    [InlineData("application/javascript", false)]
    [InlineData("text/json", false)]
    [InlineData("text/plain", false)]
    public void The_types_that_nbformat_holds_as_JSON_values_are_known(string mime, bool isJson) => Assert.Equal(isJson, MimeBundle.IsJson(mime));

    [Fact]
    public void A_JSON_type_is_given_back_as_compact_JSON_with_its_numbers_kept() =>
        Assert.Equal("""{"b":[1.0,1e-07],"a":"é"}""", MimeBundle.Empty.With("application/json", """{ "b": [1.0, 1e-07], "a": "é" }""")["application/json"]);

    [Fact]
    public void Text_that_is_not_JSON_is_refused_for_a_JSON_type()
    {
        var error = Assert.Throws<ArgumentException>(() => MimeBundle.Empty.With("application/json", "{"));
        Assert.Contains("application/json must be JSON", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bundles_are_equal_by_value()
    {
        var one = MimeBundle.Empty.With("text/plain", "a").With("application/json", """{"x": 1, "y": 2}""");
        var same = MimeBundle.Empty.With("application/json", """{"y":2,"x":1}""").With("text/plain", "a");
        Assert.Equal(one, same, (a, b) => a.Equals(b));
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.False(one.Equals(one.With("text/plain", "b")));
        Assert.False(one.Equals(one.With("text/html", "b")));
        Assert.False(one.Equals(one.With("application/json", """{"x": 1, "y": 3}""")));
    }

    [Fact]
    public void A_missing_type_is_told_apart()
    {
        var bundle = MimeBundle.Empty.With("text/plain", "a");
        Assert.Equal(1, bundle.Count);
        Assert.True(bundle.TryGetValue("text/plain", out var text) && text == "a");
        Assert.False(bundle.ContainsKey("text/html"));
        Assert.Throws<KeyNotFoundException>(() => bundle["text/html"]);
    }
}
