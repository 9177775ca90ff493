namespace Unrolled.Notebooks.Tests.Comparison;

public class JsonComparisonTests
{
    [Theory]
    [InlineData("""{"a": 1, "b": [true, null]}""", """{"b":[true,null],"a":1}""")]
    [InlineData("1.0000001", "1")]
    [InlineData("1e-20", "1.0000001e-20")]
    [InlineData("0", "-0.0")]
    [InlineData("1e999", "1e999")]
    [InlineData("\"RMSE 0.1234\"", "\"RMSE 0.1235\"")]
    [InlineData("\"\\u0061\"", "\"a\"")]
    public void Values_that_are_equal(string committed, string fresh) => Compared.AssertEqual("application/vnd.unrolled.result+json", committed, fresh);

    [Theory]
    [InlineData("1.00001", "1")]
    [InlineData("1e-20", "2e-20")]
    [InlineData("0", "1e-20")]
    [InlineData("1e998", "1e999")]
    [InlineData("1e999", "-1e999")]
    [InlineData("1", "\"1\"")]
    [InlineData("true", "false")]
    [InlineData("null", "0")]
    [InlineData("[1, 2]", "[2, 1]")]
    [InlineData("[1, 2]", "[1, 2, 3]")]
    [InlineData("""{"a": 1}""", """{"a": 2}""")]
    [InlineData("""{"a": 1}""", """{"b": 1}""")]
    [InlineData("""{"a": 1}""", """{"a": 1, "b": null}""")]
    [InlineData("{}", "[]")]
    [InlineData("\"RMSE 0.1234\"", "\"RMSE 0.2234\"")]
    public void Values_that_differ(string committed, string fresh) =>
        Assert.Equal(DifferenceKind.Json, Compared.AssertDifferent("application/json", committed, fresh).Kind);

    [Theory]
    [InlineData("""{"data":[{"y":[1,2]}]}""", """{"data":[{"y":[1,3]}]}""", "$.data[0].y[1]: expected “2”, got “3”")]
    [InlineData("""{"data":[1,2]}""", """{"data":[1]}""", "$.data: expected 2 items, got 1")]
    [InlineData("""{"a":{"b":1}}""", """{"a":{}}""", "$.a.b: expected this member, got none")]
    [InlineData("""{"a":{}}""", """{"a":{"b":1}}""", "$.a.b: expected no such member, got one")]
    public void The_message_says_where_in_the_value(string committed, string fresh, string message) =>
        Assert.Equal($"application/json: {message}", Compared.AssertDifferent("application/json", committed, fresh).Message);
}
