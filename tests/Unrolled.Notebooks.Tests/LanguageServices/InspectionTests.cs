using Unrolled.Notebooks.Tests.Session;

namespace Unrolled.Notebooks.Tests.LanguageServices;

[Collection(OneAtATime.Name)]
public sealed class InspectionTests(AskedSession session) : IClassFixture<AskedSession>
{
    [Theory]
    [InlineData("Math.A|bs(1)", "int Math.Abs(int value) (+ 7 overloads)")]
    [InlineData("|Math.Abs(1)", "class System.Math")]
    [InlineData("Math.Abs|(1.0)", "double Math.Abs(double value) (+ 7 overloads)")]
    [InlineData("Math.Abs(|", "double Math.Abs(double value) (+ 7 overloads)")]
    [InlineData("Math.Abs(1)|", "int Math.Abs(int value) (+ 7 overloads)")]
    [InlineData("Math.Abs(nowhere|", "double Math.Abs(double value) (+ 7 overloads)")]
    [InlineData("Math.Round(2.5, |", "double Math.Round(double value, int digits) (+ 7 overloads)")]
    [InlineData("int Size(int n) => n; int Size(string s) => 1; int Size(char c) => 2;\nSize(|", "int Size(int n) (+ 2 overloads)")]
    [InlineData("Math.Abs(Math.Max(1, 2), |", "double Math.Abs(double value) (+ 7 overloads)")]
    [InlineData("Math.Abs(sca|le)", "double scale")]
    [InlineData("Twice(|\nvar y = 3;", "int Twice(int n)")]
    [InlineData("new Place(|", "new Place(double X, double Y)")]
    [InlineData("new Place(1, 2).X|", "double Place.X { get; init; }")]
    [InlineData("numbers[|0]", "int List<int>.this[int index] { get; set; }")]
    [InlineData("numbers?.Cou|nt", "int List<int>.Count { get; }")]
    [InlineData("in|t x = 1;", "readonly struct System.Int32")]
    [InlineData("va|r x = \"\";", "class System.String")]
    [InlineData("var here| = 1;", "int here")]
    [InlineData("Colour.Gre|en", "Colour.Green = 1")]
    [InlineData("numbers.Select(v => v|)", "int v")]
    public void The_signature_of_the_name_or_the_call_comes_first(string code, string signature)
    {
        var inspection = session.Inspect(code);
        Assert.Equal(signature, inspection?.Text.Split('\n')[0]);
        Assert.StartsWith($"```csharp\n{signature}\n```", inspection?.Markdown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("|")]
    [InlineData("  |  ")]
    [InlineData("// Math|")]
    [InlineData("Math.Abs(1); // Math|")]
    [InlineData("\"Math|\"")]
    [InlineData("nowhere|")]
    [InlineData("1 |+ 2")]
    public void Where_nothing_is_named_nothing_is_found(string code) => Assert.Null(session.Inspect(code));

    [Fact]
    public void What_a_cell_says_of_its_function_is_told_as_text_and_markdown()
    {
        Assert.Equal("int Twice(int n)\n\nTwice as much.\n\nParameters\n  n: How much.\n\nReturns: The double of it.", session.Inspect("Twice(|")?.Text);
        Assert.Equal("```csharp\nint Twice(int n)\n```\n\nTwice as much.\n\n**Parameters**\n\n- `n`: How much.\n\n**Returns**: The double of it.", session.Inspect("Twice(|")?.Markdown);
    }

    [Theory]
    [InlineData("new Place(|")]
    [InlineData("/// <summary>A place.</summary>\nclass Plain { }\nnew Plain(|")]
    public void A_constructor_without_a_comment_has_that_of_its_type(string code) => Assert.EndsWith("\n\nA place.", session.Inspect(code)?.Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("/// <summary>Not <closed</summary>\nint F() => 1;\nF(|")]
    [InlineData("// <summary>Plain.</summary>\nint F() => 1;\nF(|")]
    public void A_comment_that_is_no_documentation_is_left_out(string code) => Assert.Equal("int F()", session.Inspect(code)?.Text);

    [Fact]
    public void The_documentation_beside_an_assembly_is_read_with_its_references_and_what_it_inherits()
    {
        var display = session.Inspect("display(|")!;
        Assert.Contains("Shows a value among the cell's outputs.", display.Text, StringComparison.Ordinal);
        Assert.Contains("\n\nExceptions\n  InvalidOperationException: No cell is running.", display.Text, StringComparison.Ordinal);
        Assert.Contains("\n\n**Exceptions**\n\n- `InvalidOperationException`: No cell is running.", display.Markdown, StringComparison.Ordinal);
        Assert.Contains("Shows a value among the cell's outputs.", session.Inspect("scale.Display(|")!.Text, StringComparison.Ordinal);
    }

    // An SDK brings the reference pack, a bare runtime does not; the tests run on an SDK.
    [Theory]
    [InlineData("Math.Sqrt(|", "Returns the square root of a specified number.")]
    [InlineData("numbers.Select(|", "Projects each element of a sequence into a new form.")]
    [InlineData("numbers.Add(|", "Adds an object to the end of the List.")]
    [InlineData("Console.WriteLine|", "standard output stream")]
    public void The_class_librarys_documentation_is_read_from_the_reference_pack(string code, string summary) =>
        Assert.Contains(summary, session.Inspect(code)?.Text, StringComparison.Ordinal);
}
