using Unrolled.Notebooks.Tests.Session;

namespace Unrolled.Notebooks.Tests.LanguageServices;

[Collection(OneAtATime.Name)]
public sealed class CompletenessTests(AskedSession session) : IClassFixture<AskedSession>
{
    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("var x = 1;")]
    [InlineData("#load \"setup.csx\"\nusing System.Numerics;")]
    [InlineData("#r \"nuget: MathNet.Numerics, 5.0.0\"\n1 + 1")]
    [InlineData("#!csharp\n1 + 1")]
    [InlineData("int F() { return 1; }\nF()")]
    public void A_cell_that_can_be_run_is_complete(string code) => Assert.Equal(new Completeness(CompletenessStatus.Complete, ""), session.IsComplete(code));

    [Theory]
    [InlineData("if (x) {", 4)]
    [InlineData("if (x) { // why", 4)]
    [InlineData("if (x) {\n    while (y) {", 8)]
    [InlineData("if (x) {\n    F();", 4)]
    [InlineData("if (x) {\n\twhile (y) {", 8)]
    [InlineData("F(1,", 0)]
    [InlineData("/* more", 0)]
    [InlineData("var s = @\"{", 0)]
    [InlineData("int F()", 0)]
    public void A_cell_to_which_more_must_come_is_incomplete_and_its_next_line_indented(string code, int indent) =>
        Assert.Equal(new Completeness(CompletenessStatus.Incomplete, new string(' ', indent)), session.IsComplete(code));

    [Theory]
    [InlineData("}")]
    [InlineData("class {{ }} }")]
    [InlineData("var = ;")]
    public void A_cell_that_nothing_can_complete_is_invalid(string code) => Assert.Equal(new Completeness(CompletenessStatus.Invalid, ""), session.IsComplete(code));
}
