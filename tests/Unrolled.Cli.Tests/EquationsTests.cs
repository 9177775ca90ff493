using Unrolled.Cli.Slides;

namespace Unrolled.Cli.Tests;

/// <summary>An equation on a slide is the notebook's if it says the same, however it is laid out.</summary>
public sealed class EquationsTests
{
    [Theory]
    [InlineData(@"\frac{\partial h_t}{\partial h_k} = J_t \cdots J_{k+1}", @"\partial h_t / \partial h_k = J_t\, \cdots\, J_{k+1}")]
    [InlineData(@"\frac{\partial h_{t+1}}{\partial h_t} = J_t", @"\partial h_{t+1}/\partial h_t = J_t")]
    [InlineData(@"\frac{a + b}{2} = c", "(a + b) / 2 = c")]
    [InlineData(@"\left(\tfrac{a}{b}\right)^{\!\top} = c", @"(a/b)^\top = c")]
    [InlineData(@"\underbrace{a}_{\text{now}} + b = c", "a + b = c")]
    [InlineData(@"b = c", "a = b = c")]
    [InlineData(@"\begin{aligned} a &= b + c & & \text{rule 1} \\ &= d \end{aligned}", @"\begin{aligned} a &= b + c \\ a &= b + c = d \end{aligned}")]
    [InlineData(@"\begin{aligned} a &= b & c &= d \end{aligned}", @"a = b \qquad c = d")]
    [InlineData(@"W = \begin{pmatrix} 1 & 0 \\ 2 & 3 \end{pmatrix}", @"W = \begin{bmatrix} 1 & 0 \\ 2 & 3 \end{bmatrix}")]
    [InlineData(@"\begin{aligned} a = {} & b \\ & {} + c \end{aligned}", "a = b + c")]
    [InlineData(@"\sum_{t=1}^{T} a_t", @"L = \sum_{t=1}^T a_t")]
    public void The_same_in_another_layout_is_found(string slide, string notebook) => Assert.Empty(Missing(slide, notebook));

    [Theory]
    [InlineData("a = b + c", "a = b - c")]
    [InlineData(@"\frac{a + b}{2} = c", "a + b / 2 = c")]
    [InlineData(@"W^\top x = a", "W x = a")]
    [InlineData("h_{t-1} = a", "h_t = a")]
    [InlineData(@"\begin{aligned} a &= b \\ &= c \end{aligned}", "a = b")]
    [InlineData(@"W = \begin{bmatrix} 1 & 0 \\ 2 & 3 \end{bmatrix}", @"W = \begin{bmatrix} 1 & 2 \\ 0 & 3 \end{bmatrix}")]
    [InlineData(@"\sum_{t=0}^{T} a_t = L", @"\sum_{t=1}^{T} a_t = L")]
    [InlineData(@"\begin{aligned} a = {} & b \\ & {} + c \end{aligned}", "a = b")]
    [InlineData("a = b", "x")]
    public void What_says_something_else_is_missing(string slide, string notebook) => Assert.NotEmpty(Missing(slide, notebook));

    [Fact]
    public void Formulas_in_a_line_of_text_are_the_slides_own() => Assert.Empty(Equations.In([]).MissingOn("With $a = b$."));

    private static IEnumerable<string> Missing(string slide, string notebook) => Equations.In([$"So ${notebook}$."]).MissingOn($"# A slide\n\n$$\n{slide}\n$$");
}
